import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { derFingerprint } from '../../bot/api/export-signer.ts';

/** 264 random bits in base64: a CARRIED_STATE_SECRET. */
export const generateStateSecret = (): string => randomBytes(33).toString('base64');

/** An EXPORT_SIGNING_KEY, with its public half in base64 and that half's fingerprint. */
export function generateExportSigningKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    publicKey: der.toString('base64'),
    fingerprint: derFingerprint(der),
  };
}
