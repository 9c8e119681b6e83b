import { z } from 'zod';
import type { Store } from '../../concerns/ports/store.ts';
import { sqliteOutbox, sqliteTargets } from './alerts.ts';
import { sqliteCampaignChannels, sqliteCampaigns } from './campaigns.ts';
import { sqliteLedger, sqliteList } from './case-lists.ts';
import { sqliteCases } from './cases.ts';
import { sqliteDeliveryParts, sqliteDeliveryRuns, sqliteLanes } from './deliveries.ts';
import { expectSchema } from './expected-schema.ts';
import { sqliteHistory } from './history.ts';
import { sqliteContent } from './content.ts';
import {
  sqliteDailyMarks,
  sqliteIssues,
  sqlitePeople,
  sqliteRegularPosts,
  sqliteSettingsHistory,
  sqliteWeeks,
} from './force-records.ts';
import { sqlitePartners } from './partners.ts';
import { sqlitePulse } from './pulse.ts';
import { sqliteReach } from './reach.ts';
import { sqliteDayKeys, sqliteDrafts } from './reporting-state.ts';
import { sqliteSharedPaces } from './shared-paces.ts';
import { sqliteSubjectCards } from './subject-cards.ts';
import { sqliteWorkCounts } from './work-counts.ts';
import { sqliteQueries } from './week-cases.ts';
import { expectOfUse, lastUse, noteUse } from './use-of-file.ts';
import type { StoreUse } from './made-for.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

/**
 * Other processes write for a fraction of this. Two writes of a step, one after the other, still leave their person an
 * answer in time. In milliseconds.
 */
const patienceMs = 3_000;

/**
 * The embedded store: one file, made with its folder for their owner alone where there is none. Several processes may
 * have it open. Throws StoreError where it cannot be opened, as `openDatabase` does.
 */
export const openSqliteStore = (path: string, use: StoreUse = 'production'): Store =>
  storeIn(openSqliteFile(path, patienceMs, use));

const versionSchema = z.object({ user_version: z.int() });

/** The text that is written to see whether a report would find room, and removed at once. */
const probe = 'x'.repeat(64 * 1024);

/** The store in a file that is open. Closing it closes the file. */
export function storeIn(file: SqliteFile): Store {
  return {
    cases: sqliteCases(file),
    queries: sqliteQueries(file),
    list: sqliteList(file),
    ledger: sqliteLedger(file),
    subjectCards: sqliteSubjectCards(file),
    people: sqlitePeople(file),
    reach: sqliteReach(file),
    pulse: sqlitePulse(file),
    campaigns: sqliteCampaigns(file),
    campaignChannels: sqliteCampaignChannels(file),
    history: sqliteHistory(file),
    outbox: sqliteOutbox(file),
    targets: sqliteTargets(file),
    drafts: sqliteDrafts(file),
    weeks: sqliteWeeks(file),
    issues: sqliteIssues(file),
    dayKeys: sqliteDayKeys(file),
    dailyMarks: sqliteDailyMarks(file),
    regularPosts: sqliteRegularPosts(file),
    settings: sqliteSettingsHistory(file),
    deliveryRuns: sqliteDeliveryRuns(file),
    deliveryParts: sqliteDeliveryParts(file),
    lanes: sqliteLanes(file),
    paces: sqliteSharedPaces(file),
    workCounts: sqliteWorkCounts(file),
    content: sqliteContent(file),
    partners: sqlitePartners(file),
    // A file of a layout that cannot be read is not opened.
    expectReadable: async () => expectOfUse(file),
    noteUse: () => noteUse(file),
    lastUse: async () => lastUse(file),
    // The file has no clock but this machine's.
    time: () => undefined,
    // As large as a report with its alert: a full disk lets small writes pass.
    check: async () =>
      file.transaction(() => {
        file.write('INSERT OR REPLACE INTO health (name, checks) VALUES (?, 1)', probe);
        file.write('DELETE FROM health WHERE name = ?', probe);
        expectSchema(versionSchema.parse(file.row('PRAGMA user_version')).user_version, (sql) => file.rows(sql));
        file.tryFailed();
      }),
    close: async () => file.close(),
  };
}
