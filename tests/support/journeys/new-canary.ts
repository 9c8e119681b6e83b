import { randomBytes } from 'node:crypto';

/**
 * A word that nobody else writes, to be looked for where a report must not be. Its 22 characters have not the form of a
 * return code, which has 24 and whose check one random word in 32 passes.
 */
export const newCanary = (): string => `canary${randomBytes(8).toString('hex')}`;
