import { isSeenByNone, mayBeTold, type Actor } from '../records/permissions.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { alertOfReserve, withReserve } from './conflict.ts';
import { told } from './second-person.ts';

type Known = Pick<CaseworkDependencies, 'handlersKnown'>;

/** Whether a case is the unit's and none of those who handle its cases now may see it. Throws StoreError. */
export const isUnseen = async (deps: Known, record: CaseRecord): Promise<boolean> =>
  record.handledBy === 'acu' && isSeenByNone(record, await deps.handlersKnown('acu'));

/** The person of the reserve who asked that a case be taken over, if they hold the role now and are not shut out. Throws StoreError. */
export async function takeoverAsker(deps: Known, { takeover, excluded }: CaseRecord): Promise<PersonId | undefined> {
  if (takeover === undefined || excluded.includes(takeover.by)) return undefined;
  return (await deps.handlersKnown('reserve')).includes(takeover.by) ? takeover.by : undefined;
}

export interface AskedTakeover extends AskedEntry {
  /** The colleague of the reserve whose asking this agrees to; missing if somebody asks. */
  readonly of?: PersonId | undefined;
  /** Why, for the reserve as well. */
  readonly words: SealedWords;
}

/**
 * Takes a case of the unit that nobody on its list may see over to the reserve: one of the reserve asks, and another
 * agrees. Both hold the role and are not shut out of it at that moment, and so long nobody of the unit may see it. Whoever
 * is shut out stays so. Throws StoreError.
 */
export const takeOverCase = (deps: CaseworkDependencies, by: Actor, asked: AskedTakeover): Promise<CaseOutcome> =>
  changeCase(
    deps,
    by,
    asked,
    ['decided', 'movedToReserve'],
    async (standing) => {
      const { record, by: actor, now, today } = standing;
      const { of, words } = asked;
      if (words.for !== 'oversight') return { why: 'noReason' };
      if (!(await isUnseen(deps, record))) return { why: 'state' };
      const asker = await takeoverAsker(deps, record);
      if (of === undefined) {
        if (asker === actor) return 'already';
        const event = { kind: 'decided', detail: { takeover: true }, note: words } as const;
        return told({ record: { ...record, takeover: { by: actor, on: today } }, event }, standing);
      }
      if (asker === undefined || asker !== of) return { why: 'notAsked' };
      if (asker === actor) return { why: 'ownWork' };
      const known = await deps.handlersKnown('reserve');
      return {
        steps: [
          {
            record: withReserve(record),
            event: { kind: 'movedToReserve', detail: { takeover: true as const }, note: words },
          },
        ],
        alert: (alert) => alertOfReserve(alert, record, known, now),
      };
    },
    { visible: mayBeTold },
  );
