import { randomBytes } from 'node:crypto';

/** Words that nobody else writes, to be looked for where a report must not be. */
export const newCanary = (): string => `canary${randomBytes(9).toString('hex')}`;
