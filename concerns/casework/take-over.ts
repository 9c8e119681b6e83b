import { isSeenByNone } from '../records/permissions.ts';
import type { PersonId } from '../terms/directory.ts';
import { type AskedEntry, need, reserveOfUnits, type SealedWords, type Standing } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { alertOfReserve, withReserve } from './exclusion.ts';

export const isUnseen = ({ record, holders }: Pick<Standing, 'record' | 'holders'>): boolean =>
  record.handledBy === 'acu' && isSeenByNone(record, holders.acu);

export const takeoverAsker = ({
  record: { takeover, excluded },
  holders,
}: Pick<Standing, 'record' | 'holders'>): PersonId | undefined =>
  takeover !== undefined && !excluded.includes(takeover.by) && holders.reserve.includes(takeover.by)
    ? takeover.by
    : undefined;

export interface AskedTakeover extends AskedEntry {
  readonly of?: PersonId | undefined;
  readonly words: SealedWords;
}

/** One of the reserve asks, another agrees. Both hold the role then and are not excluded. Exclusions stay. */
export const takeOverCase = makeUseCase<AskedTakeover>({
  says: 'Ask that the reserve take a case over that nobody of the unit may see, or agree to it',
  who: reserveOfUnits,
  needs: [
    need('a reason that the reserve can read', 'noReason', ({ asked }) => asked.words.for === 'oversight'),
    need('nobody on the list of the unit may see it', 'state', isUnseen),
    need(
      'to ask: the person has not asked already',
      'already',
      (standing) => standing.asked.of !== undefined || takeoverAsker(standing) !== standing.by,
    ),
    need(
      'to agree: the one who is named asked, and holds the role now',
      'notAsked',
      (standing) => standing.asked.of === undefined || takeoverAsker(standing) === standing.asked.of,
    ),
    need('and is somebody else', 'ownWork', (standing) => standing.asked.of !== standing.by),
  ],
  leaves: ['decided', 'movedToReserve'],
  tells: { says: 'if it is asked for', holds: ({ asked }) => asked.of === undefined },
  does: ({ record, holders, by, now, today, asked: { of, words } }) =>
    of === undefined
      ? {
          steps: [
            {
              record: { ...record, takeover: { by, on: today } },
              event: { kind: 'decided', detail: { takeover: true }, note: words },
            },
          ],
        }
      : {
          steps: [
            { record: withReserve(record), event: { kind: 'movedToReserve', detail: { takeover: true }, note: words } },
          ],
          alert: (alert) => alertOfReserve(alert, record, holders.reserve, now),
        },
});
