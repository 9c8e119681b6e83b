import type { PersonId } from '../../core/model/roles.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { isKeyEndorsed } from '../../crypto/key-endorsement.ts';
import type { UnlockedKey } from './key-store.ts';

type Person = Pick<OperationAnswer<'keys.people'>['people'][number], 'envelopes' | 'recipient'> & {
  readonly objectId: PersonId;
};

/**
 * `vouched`: a colleague compared it. `changed`: a colleague compared another one. `unvouched`: the server sends no
 * comparison. `unknown`: no unlocked key could tell.
 */
export type KeyTrust = 'vouched' | 'changed' | 'unvouched' | 'unknown';

/**
 * Judges someone's named public key by a group's unlocked keys, newest first. Those before the current one do not
 * count: someone may have left with them.
 */
export function keyTrust(
  { objectId, recipient, envelopes }: Person,
  group: keyof Recipients,
  keys: readonly UnlockedKey[],
  recipients: Recipients,
): KeyTrust {
  const inUse = keys.findIndex((key) => recipients[group].includes(key.recipient));
  const counting = keys.slice(0, inUse + 1);
  if (counting.length === 0) return 'unknown';
  const vouches = envelopes.flatMap((envelope) => (envelope.group === group ? (envelope.vouch ?? []) : []));
  if (vouches.length === 0 || recipient === undefined) return 'unvouched';
  const isVouched = counting.some(({ identity }) =>
    vouches.some((vouch) => isKeyEndorsed(identity, { group, objectId, recipient }, vouch)),
  );
  return isVouched ? 'vouched' : 'changed';
}
