import type { History } from '../concerns/ports/history.ts';
import type { People } from '../concerns/ports/people.ts';
import type { CaseRecord } from '../concerns/records/case-record.ts';
import { type Day, dayOf } from '../concerns/terms/calendar.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';

interface Openings {
  readonly person: PersonId;
  readonly day: Day;
  openings: number;
  reports: number;
  ungiven: number;
}

export interface OpeningsDependencies {
  readonly history: Pick<History, 'entries'>;
  readonly people: Pick<People, 'all'>;
  readonly timeZone: string;
  readonly say: (line: string) => void;
}

export async function sayOpenings(
  { history, people, timeZone, say }: OpeningsDependencies,
  cases: AsyncIterable<CaseRecord>,
): Promise<number> {
  const found = new Map<string, Openings>();
  for await (const { caseId } of cases) {
    let given: PersonId | undefined;
    const seen = new Set<string>();
    for (const { kind, by, at, detail } of await history.entries(caseId, { kinds: ['consulted', 'assigned'] })) {
      // Someone who takes a case assigns it to themselves.
      if (kind === 'assigned')
        given = typeof by === 'object' && by.objectId === detail?.person ? undefined : detail?.person;
      if (kind !== 'consulted' || typeof by !== 'object') continue;
      const day = dayOf(new Date(at), timeZone);
      const key = `${by.objectId} ${day}`;
      const its = found.get(key) ?? { person: by.objectId, day, openings: 0, reports: 0, ungiven: 0 };
      found.set(key, its);
      its.openings += 1;
      if (seen.has(key)) continue;
      seen.add(key);
      its.reports += 1;
      if (given !== by.objectId) its.ungiven += 1;
    }
  }
  const names = new Map((await people.all()).map(({ objectId, name }) => [objectId, name]));
  const sorted = [...found.values()].sort((one, other) =>
    `${one.person} ${one.day}`.localeCompare(`${other.person} ${other.day}`, 'en'),
  );
  for (const { person, day, openings, reports, ungiven } of sorted) {
    const name = names.get(person);
    const who = name ? `${person} (${name})` : person;
    say(`${who}, ${day}: openings ${openings}, reports ${reports}, not given to them ${ungiven}.`);
  }
  if (sorted.length === 0) say('No report was opened.');
  return 0;
}
