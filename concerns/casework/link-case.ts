import type { CaseRecord } from '../records/case-record.ts';
import type { CaseId } from '../terms/case-id.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies } from './casework.ts';
import { changeCase } from './change-case.ts';
import { lastWordOn, linkedIn, pairing } from './pairs.ts';
import { standingCase } from '../ports/standing-case.ts';

export interface AskedLink extends AskedEntry {
  readonly other: CaseId;
}

/** Whether a case came in after another, or beside it on one day as the second of the two references. */
const isLater = (one: CaseRecord, other: CaseRecord): boolean =>
  `${one.receivedOn} ${one.caseId}` > `${other.receivedOn} ${other.caseId}`;

/** Whether the same people are shut out of two cases of the same kind: a link shows the one to all who see the other. */
export const haveSameReaders = (
  one: { readonly handledBy: string; readonly excluded: readonly string[] },
  other: { readonly handledBy: string; readonly excluded: readonly string[] },
): boolean =>
  one.handledBy === other.handledBy &&
  JSON.stringify([...one.excluded].sort()) === JSON.stringify([...other.excluded].sort());

/**
 * Joins two cases, in the history of both. Both must be visible to whoever asks, and to the same people: `state`
 * otherwise. Whoever said that they are not the same does not take it back alone: `ownWork`. Where it stopped half way a
 * repeat completes it. Throws StoreError.
 */
export async function linkCase(deps: CaseworkDependencies, by: Actor, asked: AskedLink): Promise<CaseOutcome> {
  const seen = (caseId: CaseId) => standingCase(deps.cases, caseId, (readers) => maySee(by, readers));
  const [one, other] = [await seen(asked.caseId), await seen(asked.other)];
  if (!one || !other) return { kind: 'refused' };
  if (asked.caseId === asked.other) return { kind: 'notAllowed', why: 'sameCase' };
  if (other.value.erasedOn !== undefined) return { kind: 'notAllowed', why: 'erased' };
  if (!haveSameReaders(one.value, other.value)) return { kind: 'notAllowed', why: 'state' };
  const join = ({ caseId }: CaseRecord, toCase: CaseRecord): Promise<CaseOutcome> => {
    const to = toCase.caseId;
    return changeCase(
      deps,
      by,
      { caseId, request: asked.request },
      ['linked'],
      async ({ record, entries, by: writer, today }) => {
        const pairs = await entries({ kinds: pairing });
        const last = lastWordOn(to, pairs);
        if (last?.kind === 'linked') return 'already';
        if (last?.kind === 'notSame' && typeof last.by === 'object' && last.by.objectId === writer) {
          return { why: 'ownWork' };
        }
        const isRepeat = record.repeatOn === undefined && isLater(record, toCase) && !linkedIn(pairs).includes(to);
        return {
          steps: [
            {
              record: { ...record, ...(isRepeat && { repeatOn: today }) },
              event: { kind: 'linked', link: { other: to, salt: Buffer.from(deps.random(16)).toString('base64url') } },
            },
          ],
        };
      },
    );
  };
  const outcome = await join(one.value, other.value);
  if (outcome.kind === 'changed') await join(other.value, one.value);
  return outcome;
}
