import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { fingerprintOfKey } from '../../bot/api/key-fingerprint.ts';

export interface Drawn {
  readonly lines: readonly string[];
  readonly said: readonly string[];
}

export const drawCarriedSecret = (before: string): Drawn => ({
  lines: [`CARRIED_STATE_SECRET=${randomBytes(33).toString('base64')}`, `CARRIED_STATE_SECRET_BEFORE=${before}`],
  said: [],
});

export function drawSigningKey(): Drawn {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    lines: [`EXPORT_SIGNING_KEY=${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}`],
    said: [`The public half: ${der.toString('base64')}`, `Its fingerprint: ${fingerprintOfKey(der)}`],
  };
}
