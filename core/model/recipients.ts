import { createHash } from 'node:crypto';

export const keyGroups = ['acu', 'recovery', 'reserve', 'custodians'] as const;
export type KeyGroup = (typeof keyGroups)[number];

export type Recipients = Readonly<Record<KeyGroup, readonly string[]>>;

/** 128 bits, so that no one finds another key with the same fingerprint. */
export const fingerprintDigits = 32;
export const shortFingerprintDigits = 16;

/** The first 32 hexadecimal digits of the SHA-256 of a public line. */
export const fingerprintOf = (line: string): string =>
  createHash('sha256').update(line).digest('hex').slice(0, fingerprintDigits);

/** Whether a kept fingerprint, long or short, is that of a line. */
export const isFingerprintOf = (fingerprint: string, line: string): boolean => {
  const now = fingerprintOf(line);
  return fingerprint === now || fingerprint === now.slice(0, shortFingerprintDigits);
};

export const keyGenerationOf = (line: string): string => fingerprintOf(line).slice(0, shortFingerprintDigits);

export const groupedFingerprint = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/gu)?.join(' ') ?? fingerprint;

export const shownFingerprint = (line: string): string => groupedFingerprint(fingerprintOf(line));
