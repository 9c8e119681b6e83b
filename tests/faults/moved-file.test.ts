import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { backUpSqlite } from '../../storage/sqlite/backup.ts';
import { newReporter, type Reporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import {
  decryptSavedReport,
  parseCardReference,
  type SavedCase,
  readSavedCase,
} from '../support/journeys/saved-case.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';

const ends = ['', '-wal', '-shm'];

const bot = setUpBot({ entryPoint: 'dialog' });
let path: string;
let reporter: Reporter;
let before: SavedCase;

beforeEach(async () => {
  path = join(bot.folder, 'candour.db');
  const earlier = await newReporter(bot);
  await sendShortReport(earlier, earlier.report);
  before = await readSavedCase(bot, earlier.teams.card());
  await backUpSqlite(path, `${path}.copy`);
  moveLog();
  // As `cp` makes a copy: with the id that is inside.
  copy(path, `${path}.earlier`);
  reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await goToStep(reporter.teams, reporter.report, 'review');
});

async function ready(): Promise<number> {
  // What was found is told again for a while.
  bot.clock.forward(10_000);
  return (await fetch(new URL('/readyz', bot.endpoint()))).status;
}
/** As an operator does: a process that closed the file of a database would drop its own locks. */
const copy = (from: string, to: string): void => void execFileSync('cp', [from, to]);

/** Puts all that is in the log into the file, as a server does by itself from time to time. */
function moveLog(): void {
  const other = new DatabaseSync(path);
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
}
const aside = (end: string): void => renameSync(`${path}${end}`, `${path}.aside${end}`);
const back = (end: string): void => renameSync(`${path}.aside${end}`, `${path}${end}`);

/** What may happen to a file under a server that has it open, and what an operator does about it. */
const happenings = [
  ['moved', () => aside(''), async () => back('')],
  ['moved with all beside it', () => ends.forEach(aside), async () => ends.forEach(back)],
  ['left without its log', () => rmSync(`${path}-wal`), () => bot.restart()],
  ['left without the index of its log', () => rmSync(`${path}-shm`), () => bot.restart()],
  [
    'replaced by a copy of it',
    () => {
      ends.forEach(aside);
      copyFileSync(`${path}.copy`, path);
    },
    () => bot.restart(),
  ],
  ['written over in place by a copy of it', () => copy(`${path}.copy`, path), () => bot.restart()],
  [
    'written over in place by what it was',
    async () => {
      await bot.store().check();
      moveLog();
      await bot.store().check();
      copy(`${path}.earlier`, path);
    },
    () => bot.restart(),
  ],
  [
    'replaced, and its log with it',
    () => {
      const files = ends.map((end) => readFileSync(`${path}${end}`));
      ends.forEach(aside);
      ends.forEach((end, at) => writeFileSync(`${path}${end}`, files[at] ?? ''));
    },
    async () => {
      ends.forEach((end) => rmSync(`${path}${end}`));
      ends.forEach(back);
    },
  ],
] as const;

describe('a file that is not where it was, under a server that has it open', () => {
  it.each(happenings)(
    'because it was %s: nothing is called saved, what was typed is kept, and it is saved once it stands again',
    async (...happening) => {
      const [_name, happens, isMended] = happening;
      const { teams, report } = reporter;
      await happens();
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'problem.nothingSaved'));
      expect(currentStep(teams.card())).toBe('review');
      expect(parseCardReference(teams.card())).toBeUndefined();
      expect(await ready()).toBe(503);
      expect(bot.log.filter((line) => line.includes('"code":"store:moved"'))).not.toEqual([]);
      expect(bot.log.join('')).not.toContain(bot.folder);
      const handler = bot.tab({ objectId: developmentPeople.handler });
      const asked = { caseId: before.record.caseId, request: newRequestId() };
      expect(await handler.refusal('case.acknowledge', asked)).toEqual({ code: 'unavailable' });

      await isMended();
      expect(await ready()).toBe(200);
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
      expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(report);
      const kept = await bot.store().cases.read(before.record.caseId);
      expect(kept?.value.sealedReport).toBe(before.record.sealedReport);
    },
  );

  it('because it was removed: nothing is called saved until a start makes a new one', async () => {
    for (const end of ends) rmSync(`${path}${end}`);
    for (let presses = 0; presses < 3; presses += 1) {
      await reporter.teams.press('send');
      expect(reporter.teams.card().text).toContain(translate('en', 'problem.nothingSaved'));
      expect(parseCardReference(reporter.teams.card())).toBeUndefined();
      expect(await ready()).toBe(503);
    }
    await bot.restart();
    expect(await ready()).toBe(200);
    const next = await newReporter(bot);
    await sendShortReport(next, next.report);
    expect((await readSavedCase(bot, next.teams.card())).events).toHaveLength(1);
  });
});
