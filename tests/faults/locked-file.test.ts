import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { newReporter, type Reporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import {
  parseCardCode,
  decryptSavedReport,
  parseCardReference,
  readSavedCase,
} from '../support/journeys/saved-case.ts';
import { type OtherProcess, startOtherProcess } from '../support/storage/other-process.ts';

const people = 12;
/** Of a process that stands still, nobody gets this many answers between a press and what comes of it. */
const answersMeanwhile = 10;

let bot: RunningBot;
let other: OtherProcess;
let earlier: Reporter;
let code: string;
let reporters: Reporter[] = [];

beforeEach(async () => {
  bot = await startBot({ entryPoint: 'dialog' });
  earlier = await newReporter(bot);
  await sendShortReport(earlier, earlier.report);
  code = parseCardCode(earlier.teams.card());
  await earlier.teams.press('done');
  reporters = [];
  for (let count = 0; count < people; count += 1) {
    const reporter = await newReporter(bot);
    await reporter.teams.press('report');
    await goToStep(reporter.teams, reporter.report, 'review');
    reporters.push(reporter);
  }
  other = await startOtherProcess(join(bot.folder, 'candour.db'));
});
afterEach(async () => {
  await other.end();
  await bot.stop();
});

/** Everybody named sends at once. */
function allSend(those: readonly Reporter[] = reporters) {
  let answered = 0;
  const sent = those.map(async ({ teams }) => {
    await teams.press('send');
    answered += 1;
  });
  return { all: Promise.all(sent), answered: () => answered };
}
async function isAlive(): Promise<void> {
  expect((await fetch(new URL('/healthz', bot.endpoint()))).status).toBe(200);
}

/** What each was told is what is so. How many were told that it is saved. */
async function receiptsThatHold(): Promise<number> {
  let receipts = 0;
  for (const { teams, report } of reporters) {
    if (parseCardReference(teams.card()) === undefined) {
      expect(teams.card().text).toContain(translate('en', 'problem.nothingSaved'));
      expect(currentStep(teams.card())).toBe('review');
    } else {
      receipts += 1;
      expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(report);
    }
  }
  const saved = await bot.store().ledger.page(undefined, 100);
  expect(saved).toHaveLength(receipts + 1);
  return receipts;
}

describe('a file that another process writes to', () => {
  it('for longer than anybody waits: everybody else is answered, and all who sent are told the truth', async () => {
    await other.hold();
    // One alone at first: on a busy machine, sealing for everybody takes as long as anybody waits.
    const { all: first, answered } = allSend(reporters.slice(0, 1));
    let answers = 0;
    for (; answered() === 0 && answers < answersMeanwhile; answers += 1) await isAlive();
    expect(answers).toBe(answersMeanwhile);
    const { all: others } = allSend(reporters.slice(1));
    // Whoever only asks waits for nobody.
    await earlier.teams.press('comeBack');
    earlier.teams.fill('code', code);
    await earlier.teams.press('next');
    expect(earlier.teams.card().text).toContain(translate('en', 'comeBack.statusReceived'));
    await Promise.all([first, others]);
    expect(await receiptsThatHold()).toBe(0);
    await other.letGo();
    await allSend().all;
    expect(await receiptsThatHold()).toBe(people);
  });

  it('and is done in time: whoever waited is saved, once', async () => {
    await other.hold();
    const { all, answered } = allSend();
    for (let answers = 0; answers < 3; answers += 1) await isAlive();
    expect(answered()).toBe(0);
    await other.letGo();
    await all;
    expect(await receiptsThatHold()).toBe(people);
  });
});
