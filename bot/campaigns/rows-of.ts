import type { ReachStore } from '../../concerns/ports/campaign-store.ts';
import type { WaitingPerson } from '../../concerns/records/delivery.ts';
import type { ReachRow } from '../../concerns/records/reach-row.ts';

const mostWalked = 60;

export type FoundRow = ReachRow | 'gone' | 'unreadable';

/**
 * Read now, so that someone who opted out a moment ago is sent nothing. People are neighbours, so one look finds nearly
 * all. Throws StoreError.
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
