import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../../core/ports/store.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { addDays, type Day, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { reviseWeek } from '../../../summary/revisions/revise-week.ts';
import { countWeek } from '../../../summary/figures/count-closed-weeks.ts';
import { createCase, createAlert, createNextEvent, firstEvent } from '../contracts/records.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { rule } from './figures.ts';

const at = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** A store of which a week is counted, and counted again on a day that a test names. */
export function createRevisedStore(week: Week) {
  const folder = createTemporaryFolder();
  const store: Store = openSqliteStore(join(folder, 'candour.db'));
  const firstDay = addDays(firstDayOfWeek(week), 7);
  const deps = (day: Day) => ({
    ...store,
    clock: () => at(day),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule,
  });
  return {
    store,
    /** The day of the first count. */
    firstDay,
    deps,
    save: async (...records: readonly CaseRecord[]): Promise<void> => {
      for (const record of records) {
        await store.cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), [
          firstEvent(record.caseId),
        ]);
      }
    },
    /** What somebody does to a case on a day. */
    happens: async (record: CaseRecord, kind: EventRecord['kind'], day: Day, later: Partial<CaseRecord>) => {
      const found = await store.cases.read(record.caseId);
      if (!found) throw new Error('no such case');
      const event = createNextEvent(firstEvent(record.caseId), { kind, at: at(day).toISOString() });
      const change = { case: { ...found, value: { ...record, ...later } }, events: [event] };
      await (kind === 'erased' ? store.cases.erase(change) : store.cases.change(change));
    },
    freeze: (handledBy: HandledBy = 'acu', of = week) => countWeek(deps(addDays(firstDayOfWeek(of), 7)), of, handledBy),
    amend: (day: Day, handledBy: HandledBy = 'acu', of = week) => reviseWeek(deps(day), of, handledBy),
    counts: (handledBy: HandledBy = 'acu') => store.weeks.listRevisions(week, week, handledBy),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A case that was received on a week's Monday, or one that differs from it. */
export const createReceivedCase = (week: Week, differences: Partial<CaseRecord> = {}): CaseRecord =>
  createCase({ receivedOn: firstDayOfWeek(week), ...differences });
