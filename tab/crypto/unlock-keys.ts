import { type KeyGroup, keyGroups } from '../../core/model/public-keys.ts';
import { SealError } from '../../core/ports/seal.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { UnlockedKey, KeyOwner } from './key-store.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { readIdentities, type UnlockOptions } from '../../crypto/identity-file-reader.ts';
import { recipientFromIdentity } from '../../crypto/recipient.ts';

type OwnKeys = Pick<OperationAnswer<'keys.mine'>, 'recipient' | 'envelopes' | 'recipients'>;

export interface UnlockedKeys {
  readonly keys: readonly UnlockedKey[];
  readonly lockedGroups: readonly KeyGroup[];
  /**
   * Envelopes that gave the current key and every earlier one, and that the server does not know to work yet: once it
   * does, it deletes the earlier ones.
   */
  readonly workingEnvelopes: readonly WorkingEnvelope[];
}

export interface WorkingEnvelope {
  readonly group: KeyGroup;
  readonly of: string;
}

const ignoreSealError = (error: unknown): undefined => {
  if (!(error instanceof SealError)) throw error;
};

/**
 * Current keys first. An envelope that does not decrypt is for an earlier identity, or damaged: another of its group
 * may work.
 */
async function decryptEnvelopes(mine: OwnKeys, identities: readonly string[]): Promise<UnlockedKeys> {
  const keys: UnlockedKey[] = [];
  const attempts: {
    readonly group: KeyGroup;
    readonly of: string | undefined;
    readonly its: readonly UnlockedKey[];
  }[] = [];
  for (const { group, sealed, opened } of mine.envelopes.toReversed()) {
    const text = decryptSeal(sealed, identities);
    const file = await text.then(readIdentities).catch(ignoreSealError);
    const its: UnlockedKey[] = [];
    for (const identity of file?.identities ?? [])
      its.push({ group, identity, recipient: await recipientFromIdentity(identity) });
    keys.push(...its);
    attempts.push({ group, of: opened === true ? undefined : digestOfSeal(sealed), its });
  }
  const isInUse = ({ group, recipient }: UnlockedKey): boolean =>
    group in mine.recipients && keyGroups.some((one) => one === group && mine.recipients[one].includes(recipient));
  // One that lacks an older key would take away the cases sealed to it.
  const workingEnvelopes = attempts.flatMap(({ group, of, its }, at): readonly WorkingEnvelope[] => {
    const older = attempts.slice(at + 1).filter((one) => one.group === group);
    const hasAll = older.every((one) =>
      one.its.every(({ recipient }) => its.some((key) => key.recipient === recipient)),
    );
    return of !== undefined && hasAll && its.some(isInUse) ? [{ group, of }] : [];
  });
  const groups = new Set(mine.envelopes.map(({ group }) => group));
  return {
    keys: [...keys.filter(isInUse), ...keys.filter((key) => !isInUse(key))],
    lockedGroups: [...groups].filter((group) => !keys.some((key) => key.group === group)),
    workingEnvelopes,
  };
}

/** Identities in one file belong to one group: the current one tells for the others. */
const findKeyOwner = (recipients: readonly string[], mine: OwnKeys): KeyOwner =>
  keyGroups.find((group) => mine.recipients[group].some((line) => recipients.includes(line))) ?? 'unknown';

/**
 * Unlocks a group's own keys, or a personal one with the envelopes that colleagues made for it. Throws SealError as
 * `readIdentities` does.
 */
export async function unlockKeys(content: Uint8Array, unlocking: UnlockOptions, mine: OwnKeys): Promise<UnlockedKeys> {
  const { identities } = await readIdentities(content, unlocking);
  const recipients: string[] = [];
  for (const identity of identities) recipients.push(await recipientFromIdentity(identity));
  const group = findKeyOwner(recipients, mine);
  const toUnlockedKeys = (owner: KeyOwner) =>
    identities.map((identity, at): UnlockedKey => ({ group: owner, identity, recipient: recipients[at] ?? '' }));
  if (group !== 'unknown') return { keys: toUnlockedKeys(group), lockedGroups: [], workingEnvelopes: [] };
  const fromEnvelopes = await decryptEnvelopes(mine, identities);
  const isOwn = fromEnvelopes.keys.length > 0 || (mine.recipient !== undefined && recipients.includes(mine.recipient));
  return isOwn
    ? { ...fromEnvelopes, keys: [...fromEnvelopes.keys, ...toUnlockedKeys('personal')] }
    : { keys: toUnlockedKeys('unknown'), lockedGroups: [], workingEnvelopes: [] };
}
