import { type KeyGroup, keyGroups } from '../../concerns/terms/recipients.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import type { AnswerOf } from '../../contract/answers.ts';
import type { HeldKey, KeyOwner } from './key-keeper.ts';
import { openSealed } from '../../seals/open-seal.ts';
import { readIdentities, type Unlocking } from '../../seals/read-identities.ts';
import { recipientOf } from '../../seals/recipient-of.ts';

type Mine = Pick<AnswerOf<'keys.mine'>, 'recipient' | 'envelopes' | 'recipients'>;

/** The keys that a file of identities gave, together with the envelopes of whoever chose it. */
export interface Unlocked {
  readonly keys: readonly HeldKey[];
  /** The groups whose envelope is for another key than the one that was chosen. */
  readonly closed: readonly KeyGroup[];
}

const ifSealed = (error: unknown): undefined => {
  if (!(error instanceof SealError)) throw error;
};

/** The groups of an envelope, opened with one's own identity. An envelope that does not open is for an earlier one. */
async function openEnvelopes(mine: Mine, identities: readonly string[]): Promise<Unlocked> {
  const keys: HeldKey[] = [];
  const closed: KeyGroup[] = [];
  for (const { group, sealed } of mine.envelopes) {
    const text = openSealed(sealed, identities);
    const file = await text.then(readIdentities).catch(ifSealed);
    if (!file) closed.push(group);
    for (const identity of file?.identities ?? []) {
      keys.push({ group, identity, recipient: await recipientOf(identity) });
    }
  }
  return { keys, closed };
}

/** Identities in one file are of one group: the one that is sealed to now tells of those before it. */
const ownerOf = (lines: readonly string[], mine: Mine): KeyOwner =>
  keyGroups.find((group) => mine.recipients[group].some((line) => lines.includes(line))) ?? 'unknown';

/**
 * Unlocks a file of identities in the page: a group's own, or a person's own together with the envelopes that
 * colleagues made for it. Throws SealError as `readIdentities` does.
 */
export async function unlock(content: Uint8Array, unlocking: Unlocking, mine: Mine): Promise<Unlocked> {
  const { identities } = await readIdentities(content, unlocking);
  const lines: string[] = [];
  for (const identity of identities) lines.push(await recipientOf(identity));
  const group = ownerOf(lines, mine);
  const keysAs = (owner: KeyOwner) =>
    identities.map((identity, at): HeldKey => ({ group: owner, identity, recipient: lines[at] ?? '' }));
  if (group !== 'unknown') return { keys: keysAs(group), closed: [] };
  const fromEnvelopes = await openEnvelopes(mine, identities);
  const isOwn = fromEnvelopes.keys.length > 0 || (mine.recipient !== undefined && lines.includes(mine.recipient));
  return isOwn
    ? { keys: [...fromEnvelopes.keys, ...keysAs('personal')], closed: fromEnvelopes.closed }
    : { keys: keysAs('unknown'), closed: [] };
}
