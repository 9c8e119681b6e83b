import { createHash } from 'node:crypto';

/** Whose keys there are. `recovery` opens with the unit and with the reserve, and lies offline. */
export const keyGroups = ['acu', 'recovery', 'reserve', 'custodians'] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** The `age1pq1…` lines of each group. */
export type Recipients = Readonly<Record<KeyGroup, readonly string[]>>;

/** The hexadecimal digits of a fingerprint: 128 bits, so that nobody finds another key that has the same. */
export const fingerprintDigits = 32;
/** As many as fingerprints had before, 64 bits: those that were kept or stand on paper are the beginning of today's. */
export const shortFingerprintDigits = 16;

/** The first 32 hexadecimal digits of the SHA-256 of a public line, to be compared by eye, by voice or by pasting. */
export const fingerprintOf = (line: string): string =>
  createHash('sha256').update(line).digest('hex').slice(0, fingerprintDigits);

/** Whether a fingerprint that was kept, today or when they were short, is that of a line. */
export const isFingerprintOf = (fingerprint: string, line: string): boolean => {
  const now = fingerprintOf(line);
  return fingerprint === now || fingerprint === now.slice(0, shortFingerprintDigits);
};

/** The name of a group's key among those that it had, for what is kept under it. It proves nothing. */
export const keyGenerationOf = (line: string): string => fingerprintOf(line).slice(0, shortFingerprintDigits);

/** A fingerprint in groups of four digits. */
export const groupedFingerprint = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/gu)?.join(' ') ?? fingerprint;

/** The fingerprint of a public line as it is shown. */
export const shownFingerprint = (line: string): string => groupedFingerprint(fingerprintOf(line));
