import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import type { WaitingPerson } from '../../concerns/records/delivery-part.ts';
import type { ReachRow } from '../../concerns/records/reach-row.ts';

/** More rows than these between the people of a window are not walked through: each is looked for by itself. */
const mostWalked = 60;

/** The row of a person as it stands now: none where they have the app no more. */
export type FoundRow = ReachRow | 'gone' | 'unreadable';

/**
 * The rows of people as they stand now, so that whoever opted out a moment ago is sent nothing. They lie beside each
 * other, so one look finds all of them; whoever it does not find is looked for alone. Throws StoreError.
 */
export async function rowsOf(
  reach: Pick<ReachStore, 'page' | 'read'>,
  people: readonly WaitingPerson[],
): Promise<(id: string) => FoundRow> {
  const ids = people.map(({ id }) => id).toSorted();
  const [first, last] = [ids.at(0), ids.at(-1)];
  const found = new Map<string, FoundRow>();
  if (first === undefined || last === undefined) return () => 'gone';
  const alone = async (id: string): Promise<void> => {
    const row = await reach.read(id);
    found.set(id, row === undefined ? 'gone' : (row.value ?? 'unreadable'));
  };
  await alone(first);
  if (ids.length > 1) {
    for (const { value } of await reach.page(first, Math.min(mostWalked, 2 * ids.length))) found.set(value.id, value);
  }
  for (const id of ids) if (!found.has(id)) await alone(id);
  return (id) => found.get(id) ?? 'gone';
}
