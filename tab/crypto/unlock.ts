import { type KeyGroup, keyGroups } from '../../core/model/recipients.ts';
import { SealError } from '../../core/ports/seal.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { HeldKey, KeyOwner } from './key-store.ts';
import { openSealed } from '../../crypto/decrypt-seal.ts';
import { readIdentities, type Unlocking } from '../../crypto/identity-file-reader.ts';
import { recipientOf } from '../../crypto/recipient.ts';

type Mine = Pick<AnswerOf<'keys.mine'>, 'recipient' | 'envelopes' | 'recipients'>;

export interface Unlocked {
  readonly keys: readonly HeldKey[];
  readonly closed: readonly KeyGroup[];
  /**
   * Envelopes that gave the current key and every key of earlier ones, and that the server does not know to open yet:
   * once it does, the earlier ones go.
   */
  readonly worked: readonly WorkingEnvelope[];
}

export interface WorkingEnvelope {
  readonly group: KeyGroup;
  readonly of: string;
}

const ifSealed = (error: unknown): undefined => {
  if (!(error instanceof SealError)) throw error;
};

/**
 * The current keys come first. An envelope that does not open is for an earlier identity, or damaged: another of its
 * group may.
 */
async function openEnvelopes(mine: Mine, identities: readonly string[]): Promise<Unlocked> {
  const keys: HeldKey[] = [];
  const tried: { readonly group: KeyGroup; readonly of: string | undefined; readonly its: readonly HeldKey[] }[] = [];
  for (const { group, sealed, opened } of mine.envelopes.toReversed()) {
    const text = openSealed(sealed, identities);
    const file = await text.then(readIdentities).catch(ifSealed);
    const its: HeldKey[] = [];
    for (const identity of file?.identities ?? [])
      its.push({ group, identity, recipient: await recipientOf(identity) });
    keys.push(...its);
    tried.push({ group, of: opened === true ? undefined : digestOfSeal(sealed), its });
  }
  const isInUse = ({ group, recipient }: HeldKey): boolean =>
    group in mine.recipients && keyGroups.some((one) => one === group && mine.recipients[one].includes(recipient));
  // One that lacks an older key would take away the cases sealed to that, whoever made it.
  const worked = tried.flatMap(({ group, of, its }, at): readonly WorkingEnvelope[] => {
    const older = tried.slice(at + 1).filter((one) => one.group === group);
    const hasAll = older.every((one) =>
      one.its.every(({ recipient }) => its.some((key) => key.recipient === recipient)),
    );
    return of !== undefined && hasAll && its.some(isInUse) ? [{ group, of }] : [];
  });
  const groups = new Set(mine.envelopes.map(({ group }) => group));
  return {
    keys: [...keys.filter(isInUse), ...keys.filter((key) => !isInUse(key))],
    closed: [...groups].filter((group) => !keys.some((key) => key.group === group)),
    worked,
  };
}

/** Identities in one file belong to one group: the current one tells of the others. */
const ownerOf = (lines: readonly string[], mine: Mine): KeyOwner =>
  keyGroups.find((group) => mine.recipients[group].some((line) => lines.includes(line))) ?? 'unknown';

/**
 * Unlocks a file of identities in the page: a group's own, or a person's own with the envelopes that colleagues made
 * for it. Throws SealError as `readIdentities` does.
 */
export async function unlock(content: Uint8Array, unlocking: Unlocking, mine: Mine): Promise<Unlocked> {
  const { identities } = await readIdentities(content, unlocking);
  const lines: string[] = [];
  for (const identity of identities) lines.push(await recipientOf(identity));
  const group = ownerOf(lines, mine);
  const keysAs = (owner: KeyOwner) =>
    identities.map((identity, at): HeldKey => ({ group: owner, identity, recipient: lines[at] ?? '' }));
  if (group !== 'unknown') return { keys: keysAs(group), closed: [], worked: [] };
  const fromEnvelopes = await openEnvelopes(mine, identities);
  const isOwn = fromEnvelopes.keys.length > 0 || (mine.recipient !== undefined && lines.includes(mine.recipient));
  return isOwn
    ? { ...fromEnvelopes, keys: [...fromEnvelopes.keys, ...keysAs('personal')] }
    : { keys: keysAs('unknown'), closed: [], worked: [] };
}
