import { createHash } from 'node:crypto';

/** Whose keys there are. `recovery` opens with the unit and with the reserve, and lies offline. */
export const keyGroups = ['acu', 'recovery', 'reserve', 'custodians'] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** The `age1pq1…` lines of each group. */
export type Recipients = Readonly<Record<KeyGroup, readonly string[]>>;

/** The first 16 hexadecimal digits of the SHA-256 of a recipient's line: short enough to compare by eye. */
export const fingerprintOf = (recipient: string): string =>
  createHash('sha256').update(recipient).digest('hex').slice(0, 16);
