import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { openSqliteFile, type SqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { createSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { newReporter, type Reporter, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, parseCardReference } from '../support/journeys/saved-case.ts';
import { rmSync } from 'node:fs';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { runDoctorOnBot } from './run-doctor.ts';
import { reporterMarks } from './leak-observer.ts';

let folder: string;
let file: SqliteFile;
let other: SqliteFile;
let bot: RunningBot;
let reporter: Reporter;

beforeEach(async () => {
  folder = createTemporaryFolder();
  [file, other] = [openSqliteFile(join(folder, 'candour.db'), 50), openSqliteFile(join(folder, 'candour.db'), 50)];
  bot = await startBot({ entryPoint: 'dialog', wrapParts: ({ seal }) => ({ seal, store: createSqliteStore(file) }) });
  reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await goToStep(reporter.teams, reporter.report, 'review');
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
      expect(teams.card().text).toContain(translate('en', 'problem.nothingSaved'));
      expect(currentStep(teams.card())).toBe('review');
      expect(parseCardReference(teams.card())).toBeUndefined();
      const said = await runDoctorOnBot(bot, () => ({ ...createSqliteStore(file), close: async () => undefined }));
      expect(said).toContain('store-refused');
      end();
      expect(await ready()).toBe(200);
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
      const caseId = parseCardReference(teams.card());
      const store = createSqliteStore(file);
      const record = caseId && (await store.cases.read(caseId))?.value;
      const events = caseId ? await store.history.readAll(caseId) : [];
      expect(events).toHaveLength(1);
      expect(record && (await decryptSavedReport(bot, { record, events })).report.answers).toEqual(report);
      assertAbsent('doctor', said + (await runDoctorOnBot(bot)), reporterMarks(reporter));
    },
  );
});
