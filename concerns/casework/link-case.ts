import type { CaseId } from '../terms/case-id.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies } from './casework.ts';
import { changeCase } from './change-case.ts';
import { lastWordOn, pairing } from './pairs.ts';
import { standingCase } from '../ports/standing-case.ts';

export interface AskedLink extends AskedEntry {
  readonly other: CaseId;
}

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
  const join = (caseId: CaseId, to: CaseId): Promise<CaseOutcome> =>
    changeCase(deps, by, { caseId, request: asked.request }, ['linked'], async ({ record, entries, by: writer }) => {
      const last = lastWordOn(to, await entries({ kinds: pairing }));
      if (last?.kind === 'linked') return 'already';
      if (last?.kind === 'notSame' && typeof last.by === 'object' && last.by.objectId === writer) {
        return { why: 'ownWork' };
      }
      return {
        steps: [
          {
            record: { ...record },
            event: { kind: 'linked', link: { other: to, salt: Buffer.from(deps.random(16)).toString('base64url') } },
          },
        ],
      };
    });
  const outcome = await join(asked.caseId, asked.other);
  if (outcome.kind === 'changed') await join(asked.other, asked.caseId);
  return outcome;
}
