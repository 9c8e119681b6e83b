import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of the SHA-256 of a public key's DER: short enough to compare by eye. */
export const fingerprintOfKey = (der: Uint8Array): string =>
  createHash('sha256').update(der).digest('hex').slice(0, 16);
