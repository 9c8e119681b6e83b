import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from '../../words/cards/translate.ts';
import { openSqliteFile, type SqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { storeIn } from '../../storage/sqlite/open-sqlite-store.ts';
import { newReporter, type Reporter, stepOf, walkTo } from '../support/journeys/reporter.ts';
import { expectNowhereIn } from '../support/journeys/canary.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { opened, referenceOn } from '../support/journeys/saved-case.ts';
import { rmSync } from 'node:fs';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { doctorOf } from './asked-doctor.ts';
import { marksOf } from './from-outside.ts';

let folder: string;
let file: SqliteFile;
let other: SqliteFile;
let bot: RunningBot;
let reporter: Reporter;

beforeEach(async () => {
  folder = temporaryFolder();
  [file, other] = [openSqliteFile(join(folder, 'candour.db'), 50), openSqliteFile(join(folder, 'candour.db'), 50)];
  bot = await startBot({ door: 'dialog', around: ({ seal }) => ({ seal, store: storeIn(file) }) });
  reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await walkTo(reporter.teams, reporter.report, 'review');
});
afterEach(async () => {
  await bot.stop();
  file.close();
  other.close();
  rmSync(folder, { recursive: true });
});

async function ready(): Promise<number> {
  // What was found is everybody's answer for ten seconds.
  bot.clock.forward(10_000);
  return (await fetch(new URL('/readyz', bot.endpoint()))).status;
}

/** SQLite's own states, each as it is set and ended. */
const states = [
  ['full', () => file.row('PRAGMA max_page_count = 1'), () => file.row('PRAGMA max_page_count = 100000')],
  ['read-only', () => file.row('PRAGMA query_only = 1'), () => file.row('PRAGMA query_only = 0')],
  ['locked by another process', () => other.row('BEGIN IMMEDIATE'), () => other.row('ROLLBACK')],
] as const;

describe('a file that cannot be written', () => {
  it.each(states)(
    'because it is %s: nothing is called saved, everything is kept, and it is saved once later',
    async (...state) => {
      const [_name, begin, end] = state;
      const { teams, report } = reporter;
      begin();
      await teams.press('send');
      expect(await ready()).toBe(503);
      expect(teams.card().text).toContain(say('en', 'problem.nothingSaved'));
      expect(stepOf(teams.card())).toBe('review');
      expect(referenceOn(teams.card())).toBeUndefined();
      const said = await doctorOf(bot, () => ({ ...storeIn(file), close: async () => undefined }));
      expect(said).toContain('store-refused');
      end();
      expect(await ready()).toBe(200);
      await teams.press('send');
      expect(teams.card().text).toContain(say('en', 'receipt.heading'));
      const caseId = referenceOn(teams.card());
      const store = storeIn(file);
      const record = caseId && (await store.cases.read(caseId))?.value;
      const events = caseId ? await store.history.of(caseId) : [];
      expect(events).toHaveLength(1);
      expect(record && (await opened(bot, { record, events })).report.answers).toEqual(report);
      expectNowhereIn('doctor', said + (await doctorOf(bot)), marksOf(reporter));
    },
  );
});
