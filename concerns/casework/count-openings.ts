import type { People } from '../ports/people.ts';
import { withOpening } from '../records/openings.ts';
import type { CaseId } from '../terms/codes.ts';
import type { Clock } from '../terms/calendar.ts';
import type { PersonId } from '../terms/directory.ts';
import { retried } from './repeats.ts';

/**
 * Counts the opening of a case that is not with this person. Resolves to whether the reserve is to be told. Throws
 * StoreError.
 */
export type CountOpening = (person: PersonId, caseId: CaseId) => Promise<boolean>;

/**
 * Counts in the person's row, over all servers; one after the other within a server, so that a thousand at once do not
 * conflict.
 */
export function createOpeningCount(people: Pick<People, 'read' | 'change'>, clock: Clock): CountOpening {
  const under = new Map<PersonId, Promise<unknown>>();

  const count = (person: PersonId, caseId: CaseId): Promise<boolean> =>
    retried(async () => {
      const standing = await people.read(person);
      if (standing === undefined) return false;
      const { openings, isMany } = withOpening(standing.value.openings, caseId, clock());
      const written = await people.change({ ...standing, value: { ...standing.value, openings } });
      return written === 'conflict' ? written : isMany;
    });

  return (person, caseId) => {
    const before = under.get(person) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => count(person, caseId));
    under.set(person, mine);
    const end = (): void => {
      if (under.get(person) === mine) under.delete(person);
    };
    mine.then(end, end);
    return mine;
  };
}
