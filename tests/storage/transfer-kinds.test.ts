import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../core/ports/store.ts';
import { transferExcludedKinds, type TransferKind, transferKindNames } from '../../storage/transfer/transfer-kinds.ts';
import { formatVersions } from '../../storage/record-codec.ts';
import { transferExcludedTables, transferTables } from '../../storage/sqlite/transfer.ts';
import { openSqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

/** What each port keeps, by the kinds that leave; a new port has no row here, and does not compile. */
const keptByPort: Readonly<Record<keyof Store, readonly TransferKind[] | 'keeps nothing' | 'stays behind'>> = {
  cases: ['case', 'alert', 'event'],
  queries: 'keeps nothing',
  unit: 'keeps nothing',
  list: 'keeps nothing',
  ledger: 'keeps nothing',
  subjectCards: 'keeps nothing',
  people: ['person'],
  subscribers: ['reach'],
  surveyCounters: ['pulse'],
  campaigns: ['campaign', 'campaignEvent'],
  campaignChannels: ['campaignChannel'],
  history: ['event'],
  outbox: ['alert'],
  targets: ['target'],
  drafts: ['draft'],
  weeks: ['week', 'amendment'],
  publications: ['issue'],
  dayKeys: 'stays behind',
  dailyTaskStates: ['dailyMark'],
  scheduledPosts: ['regularPost'],
  settings: ['setting'],
  deliveryRuns: ['deliveryRun'],
  deliveryBatches: ['deliveryPart'],
  sendQuota: 'stays behind',
  rateLimits: 'stays behind',
  workCounts: 'stays behind',
  content: ['content'],
  partners: ['organisation', 'invitation'],
  time: 'keeps nothing',
  assertReadable: 'keeps nothing',
  recordWriterVersion: 'stays behind',
  check: 'keeps nothing',
  lastWriterVersion: 'keeps nothing',
  close: 'keeps nothing',
};

describe('what leaves with a force', () => {
  it('is every kind of record of every port, but for those that are named as staying', () => {
    const kept = Object.values(keptByPort).flatMap((kinds) => (typeof kinds === 'string' ? [] : kinds));
    expect(new Set(kept)).toEqual(new Set(transferKindNames));
    const shaped = Object.keys(formatVersions).filter((kind) => !transferExcludedKinds.some((one) => one === kind));
    expect(transferKindNames).toEqual(expect.arrayContaining(shaped));
  });

  it('is every table of a file, but for those that are named as staying', () => {
    const folder = createTemporaryFolder();
    const file = openSqliteFile(join(folder, 'empty.db'), 1_000);
    const tables = file.rows(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`);
    file.close();
    rmSync(folder, { recursive: true });
    expect(tables.map((table) => Object(table).name)).toEqual(
      [...transferTables, ...transferExcludedTables].toSorted(),
    );
  });
});
