import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type Attestation, attestedText } from '../../concerns/casework/exported-case.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { fingerprintOfKey } from './key-fingerprint.ts';

/** Signs what the server attests of an export, by Ed25519. */
export interface ExportSigner {
  /** The signature over an attestation's canonical JSON, in base64url. */
  sign(attestation: Attestation): string;
  /** SPKI DER in base64. */
  readonly publicKey: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the public key's DER. */
  readonly fingerprint: string;
}

function privateKeyOf(setting: string): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(setting, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What was thrown may hold a part of the key.
  }
  throw new SettingsError(['EXPORT_SIGNING_KEY']);
}

/** The signer of the setting EXPORT_SIGNING_KEY, `undefined` where there is none. Throws SettingsError where it is no such key. */
export function createExportSigner(setting: string | undefined): ExportSigner | undefined {
  if (setting === undefined) return undefined;
  const key = privateKeyOf(setting);
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    sign: (attestation) => sign(null, Buffer.from(attestedText(attestation)), key).toString('base64url'),
    publicKey: der.toString('base64'),
    fingerprint: fingerprintOfKey(der),
  };
}
