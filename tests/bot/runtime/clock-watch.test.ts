import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { translate } from '../../../words/cards/translate.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { addWeeks, toDay, type Week, toWeek } from '../../../core/model/calendar.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { saveCase } from '../../support/journeys/save-case.ts';
import { type AlertRecord } from '../../../core/model/alert-record.ts';

let bot: RunningBot;
const start = async (store: BotOptions['store'] = 'sqlite'): Promise<void> => {
  bot = await startBot({ entryPoint: 'dialog', store });
};
afterEach(() => bot.stop());

const minuteMs = 60_000;
const monthMs = 30 * 24 * 60 * minuteMs;

const notes = async (): Promise<unknown> => (await fetch(new URL('/readyz', bot.endpoint()))).json();
const doubted = { status: 'ready', clock: 'doubted' };
const trusted = { status: 'ready' };
const logged = () => bot.log.map((line) => JSON.parse(line).event).filter((event) => String(event).startsWith('clock'));
async function done(task: string): Promise<void> {
  await bot.run(task);
}

/** Something that each of the acts which cannot be undone would take away. */
async function keepSomething(): Promise<{ draft: string; dayKey: string; week: Week }> {
  const now = bot.clock.now();
  const draft = 'a'.repeat(32);
  await bot.store().drafts.save({ id: draft, sealed: 'ZHJhZnQ=', expiresAt: new Date(now.getTime() + 7 * 86_400_000) });
  const week = toWeek(toDay(now, 'Europe/London'));
  return { draft, dayKey: now.toISOString().slice(0, 10), week };
}
/** Those of two months around a week. */
const weeksFrom = (week: Week) => Array.from({ length: 16 }, (_, at) => addWeeks(week, at - 8));
const standing = async ({ draft, dayKey, week }: Awaited<ReturnType<typeof keepSomething>>) => ({
  draft: (await bot.store().drafts.read(draft, new Date(0))) !== undefined,
  dayKey: (await bot.store().dayKeys.read(dayKey)) !== undefined,
  frozen: (await Promise.all(weeksFrom(week).map((one) => bot.store().weeks.read(one, 'acu')))).some(Boolean),
});
const untouched = { draft: true, dayKey: true, frozen: false };

/** Pulls the newest week that the card offers, and says what the card says. */
async function askForWeek(): Promise<string> {
  const handler = createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler));
  const newest = addWeeks(toWeek(toDay(bot.clock.now(), 'Europe/London')), -1);
  const data = { candour: { verb: 'week', language: 'en' }, week: newest, audience: 'acu' };
  return (await handler.invoke('task/submit', { data })).text;
}
/** Asks for that week at the page, to read and as a file, for each of its readers; the kinds of what is answered. */
async function askThePage(): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (const [audience, role] of [
    ['acu', 'summaryAcu'],
    ['reserve', 'reserve'],
    ['wider', 'summaryWider'],
  ] as const) {
    const tab = bot.tab({ objectId: randomUUID(), roles: [role] });
    const asked = { audience, language: 'en' } as const;
    const read = await tab.call('summaries.read', asked);
    const file = await tab.call('summaries.file', { ...asked, format: 'csv' });
    kinds.push(read.told.kind, file.kind);
  }
  return kinds;
}
async function tryEverything(): Promise<string> {
  await done('drafts');
  await done('dayKeys');
  return askForWeek();
}

const newCase = async (alert: Partial<AlertRecord>): Promise<CaseId> => (await saveCase(bot, {}, { alert })).caseId;

describe.each([['sqlite'], ['cosmos']] as const)('a clock that is set a month ahead, on %s', (store) => {
  it('freezes no week and removes nothing, is said in the log and the health check, and is believed again later', async () => {
    await start(store);
    expect(await notes()).toEqual(trusted);
    const kept = await keepSomething();
    bot.clock.set(monthMs);
    bot.cosmos?.setApart(-monthMs);
    expect(await notes()).toEqual(doubted);
    expect(await tryEverything()).toContain(translate('en', 'week.notNow'));
    expect(await askThePage()).toEqual(Array.from({ length: 6 }, () => 'notNow'));
    expect(await standing(kept)).toEqual(untouched);
    expect(await bot.store().publications.all()).toEqual([]);
    bot.clock.set(-monthMs);
    bot.cosmos?.setApart(0);
    expect(await notes()).toEqual(doubted);
    bot.clock.forward(11 * minuteMs);
    expect(await notes()).toEqual(trusted);
    expect(logged()).toEqual(['clockDoubted', 'clockTrusted']);
    expect(await standing(kept)).toEqual(untouched);
    expect(await askThePage()).toEqual(Array.from({ length: 3 }, () => ['summary', 'file']).flat());
  });
});

describe('a clock that was set before a start', () => {
  it.each([
    ['ahead', monthMs],
    ['back', -monthMs],
  ])('(%s) is told by what was seen last, and does not spoil that for ever', async (_way, ms) => {
    await start();
    await done('clock');
    const kept = await keepSomething();
    bot.clock.set(ms);
    await bot.restart();
    expect(await notes()).toEqual(doubted);
    await tryEverything();
    expect(await standing(kept)).toEqual(untouched);
    // It is right after all: what was seen last is put right, and a start on the next day is believed at once.
    for (let minutes = 0; minutes < 40; minutes += 1) {
      bot.clock.forward(minuteMs);
      await done('clock');
    }
    expect(await notes()).toEqual(trusted);
    await bot.restart();
    expect(await notes()).toEqual(trusted);
  });
});

describe("a server whose clock is not the store's", () => {
  it('is doubted as long as it is not, however long it runs', async () => {
    await start('cosmos');
    const kept = await keepSomething();
    const { cosmos } = bot;
    cosmos?.setApart(-monthMs);
    await bot.store().check();
    for (let hours = 0; hours < 3; hours += 1) {
      bot.clock.forward(60 * minuteMs);
      await bot.store().check();
      await done('clock');
      expect(await notes()).toEqual(doubted);
    }
    await tryEverything();
    expect(await standing(kept)).toEqual(untouched);
    cosmos?.setApart(0);
    await bot.store().check();
    expect(await notes()).toEqual(trusted);
  });
});

describe('an alert that a wrong clock has touched', () => {
  const at = (ms: number) => new Date(bot.clock.now().getTime() + ms).toISOString();

  it.each([
    ['set for a month from now', () => ({ dueAt: at(monthMs) })],
    ['held for a day', () => ({ dueAt: at(-minuteMs), leasedUntil: at(24 * 60 * minuteMs) })],
  ])('%s leaves as soon as anybody can see that nobody is at it, once', async (_name, alert) => {
    await start();
    const caseId = await newCase(alert());
    await done('alerts');
    bot.clock.forward(minuteMs);
    const look = (): true | undefined => {
      bot.postDueAlerts();
      return countAlerts(bot, formatCaseId(caseId)) > 0 || undefined;
    };
    await waitFor('the alert', look);
    bot.clock.forward(60 * minuteMs);
    await done('alerts');
    expect(countAlerts(bot, formatCaseId(caseId))).toBe(1);
  });
});
