import { createHash } from 'node:crypto';
import { fingerprintDigits, groupedFingerprint } from '../../concerns/terms/recipients.ts';

/** The first 32 hexadecimal digits of the SHA-256 of a public key's DER, in groups of four to compare by eye. */
export const fingerprintOfKey = (der: Uint8Array): string =>
  groupedFingerprint(createHash('sha256').update(der).digest('hex').slice(0, fingerprintDigits));
