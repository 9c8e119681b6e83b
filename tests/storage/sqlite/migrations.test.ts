import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import {
  arbitraryFilter,
  arbitraryOrder,
  readEveryPage,
  arbitraryListedCase,
  listCases,
  saveCases,
} from '../../support/contracts/listed-cases.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Takes from a file what came with the layout that says what waits for whom, and with those after it. */
function asItWasBefore(path: string): void {
  const database = new DatabaseSync(path);
  for (const table of ['organisations', 'invitations', 'versions', 'paces', 'work_counts', 'work_salts'])
    database.exec(`DROP TABLE ${table}`);
  database.exec('DROP TABLE content');
  database.exec('DROP TABLE week_cases');
  database.exec('DROP INDEX listed_open_at');
  database.exec('ALTER TABLE listed DROP COLUMN triaged_on');
  database.exec('CREATE INDEX listed_by_week ON listed (handled_by, week)');
  database.exec('CREATE INDEX listed_by_closing ON listed (handled_by, closed_on, received_on)');
  for (const index of [
    'told_unseen',
    'unread',
    'unacknowledged',
    'for_second',
    'since',
    'by_referral_day',
    'safety_missing',
  ]) {
    database.exec(`DROP INDEX listed_${index}`);
  }
  for (const column of ['told_unseen', 'unread', 'unacknowledged', 'second_of', 'safety_missing']) {
    database.exec(`ALTER TABLE listed DROP COLUMN ${column}`);
  }
  for (const index of ['terms', 'category', 'outcome']) database.exec(`DROP INDEX listed_by_${index}`);
  for (const column of ['category', 'flags', 'referral', 'outcome']) {
    database.exec(`ALTER TABLE listed DROP COLUMN ${column}`);
  }
  database.exec('DROP INDEX listed_of_hub');
  database.exec('ALTER TABLE listed DROP COLUMN route');
  database.exec('DROP TABLE pulse');
  database.exec('DROP TABLE reach');
  for (const table of ['campaigns', 'campaign_events', 'campaign_channels']) database.exec(`DROP TABLE ${table}`);
  database.exec('DROP TABLE regular_posts');
  database.exec('DROP TABLE issues');
  for (const table of ['delivery_runs', 'delivery_parts', 'sending_lanes']) database.exec(`DROP TABLE ${table}`);
  database.exec('DROP TABLE amendments');
  database.exec('DROP INDEX events_left');
  database.exec('DROP INDEX events_opened');
  database.exec('PRAGMA user_version = 8');
  database.close();
}

it('a file of before it was said what waits for whom lists every case as one that is made now', async () => {
  const scene = fc.record({
    cases: fc.array(arbitraryListedCase, { minLength: 1, maxLength: 40 }),
    filters: fc.array(fc.tuple(arbitraryFilter, arbitraryOrder), { minLength: 30, maxLength: 30 }),
  });
  let made = 0;
  await fc.assert(
    fc.asyncProperty(scene, async ({ cases, filters }) => {
      made += 1;
      const path = join(folder, `${made}.db`);
      const before = cases.map(
        // Nobody noted these then.
        ({
          unreadMessages: _unread,
          toAcknowledge: _new,
          opened: _opened,
          partnerType: _of,
          cardWithdrawal: _withdrawal,
          lowering: _lowering,
          safety: _safety,
          firstDayDue: _due,
          crime: _crime,
          ...record
        }): CaseRecord => ({ ...record }),
      );
      const first = openSqliteStore(path);
      await saveCases(first, ...before);
      await first.close();
      asItWasBefore(path);
      const store = openSqliteStore(path);
      for (const [filterFor, order] of filters) {
        const question = { ...filterFor(before), order };
        expect(await readEveryPage(store, question, 7)).toEqual(listCases(before, question));
      }
      for (const { caseId } of before) {
        expect(await store.ledger.readIndexState(caseId)).toMatchObject({ isIndexConsistent: true });
      }
      await store.close();
    }),
    { numRuns: 4 },
  );
});
