import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { type Attestation, attestedText } from '../../concerns/casework/exported-case.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { fingerprintOfKey } from './key-fingerprint.ts';

export interface ExportSigner {
  /** Over the attestation's canonical JSON, in base64url. */
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
    // The error may hold a part of the key.
  }
  throw new SettingsError(['EXPORT_SIGNING_KEY']);
}

/** The signer of EXPORT_SIGNING_KEY; `undefined` without it. Throws SettingsError if it is no such key. */
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
