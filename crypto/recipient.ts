import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { assertIdentity } from './age-identity.ts';
import { SealError } from '../core/ports/seal.ts';

const publicPrefix = 'age1pq';
const publicBytes = 1216;

/**
 * The 1,216 bytes in an `age1pq1…` line. Throws SealError: `notHybrid` for an older kind of recipient,
 * `malformedRecipient` for anything else.
 */
export function parseRecipient(line: string): Uint8Array {
  if (!line.startsWith(`${publicPrefix}1`)) {
    throw new SealError(/^age1[a-z0-9]+$/u.test(line) ? 'notHybrid' : 'malformedRecipient');
  }
  const decoded = bech32.decodeUnsafe(line, false);
  const bytes = decoded && bech32.fromWordsUnsafe(decoded.words);
  if (!decoded || decoded.prefix !== publicPrefix || bytes?.length !== publicBytes) {
    throw new SealError('malformedRecipient');
  }
  return bytes;
}

export const assertRecipient = (line: string): void => void parseRecipient(line);

/** The `age1pq1…` line of an `AGE-SECRET-KEY-PQ-1…` line. Throws SealError `malformedIdentity`. */
export async function recipientFromIdentity(identity: string): Promise<string> {
  assertIdentity(identity);
  return await identityToRecipient(identity);
}
