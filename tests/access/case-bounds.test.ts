import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { toDay } from '../../core/model/calendar.ts';
import { caseLimits } from '../../core/ports/case-limits.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { appendEntries, longCaseFollowUp, longCaseNote } from '../support/access/long-case.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const dayMs = 86_400_000;
const sealed = createSealText('sealed in the page');
const words = { for: 'handlers', sealed } as const;

let bot: RunningBot;
let handler: TabClient;
let custodian: TabClient;
beforeAll(async () => {
  const objectId = randomUUID();
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { ROLE_HANDLERS: objectId, MESSAGES_TO_REPORTERS: 'yes' },
  });
  handler = bot.tab({ objectId });
  custodian = bot.tab({ objectId: randomUUID(), roles: ['custodian'] });
  await handler.call('me', {});
});
afterAll(() => bot.stop());

const many = <T>(count: number, one: (number: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => one(place + 1));
const now = () => bot.clock.now().toISOString();
const today = () => toDay(bot.clock.now(), 'Europe/London');
const entriesOf = async (caseId: CaseRecord['caseId']) => (await bot.store().history.entries(caseId, {})).length;

const saved = () => saveCase(bot, { mode: 'confidential', sealedIdentity: sealed, status: 'acknowledged' });

const note = (caseId: string) => handler.send('case.note', { caseId, request: newRequestId(), words });
const full = (why: string) => ({ status: 409, text: JSON.stringify({ code: 'notAllowed', why }) });

describe('the words of those who handle a case', () => {
  const { day, whole } = caseLimits.others;

  it('end for a day at their bound, by number and by size, and go on the day after', async () => {
    for (const written of [
      () => many(day.count, () => longCaseNote(now(), 10)),
      () => many(2, () => longCaseNote(now(), day.size / 2)),
    ]) {
      const { caseId } = await saved();
      const [, ...allButOne] = written();
      await appendEntries(bot.store(), caseId, allButOne);
      expect(await note(caseId)).toMatchObject({ status: 200 });
      await appendEntries(bot.store(), caseId, [longCaseNote(now(), day.size / 2)]);
      const before = await entriesOf(caseId);
      expect(await note(caseId)).toMatchObject(full('fullToday'));
      expect(await entriesOf(caseId)).toBe(before);
      bot.clock.forward(dayMs);
      expect(await note(caseId)).toMatchObject({ status: 200 });
    }
  });

  it('end for good at the bound of the case, however they are spread', async () => {
    const { caseId } = await saved();
    await appendEntries(
      bot.store(),
      caseId,
      many(whole.count, () => longCaseNote('2025-01-01T12:00:00.000Z', 10)),
    );
    expect(await note(caseId)).toMatchObject(full('full'));
  });

  it('do not keep anybody from deciding, from protecting the case, or from an identity', async () => {
    const record = await saved();
    const { caseId } = record;
    await appendEntries(
      bot.store(),
      caseId,
      many(day.count, () => longCaseNote(now(), 10)),
    );
    expect(await note(caseId)).toMatchObject(full('fullToday'));
    const change = { caseId, revision: record.revision, request: newRequestId() };
    expect(await handler.send('case.decideReferral', { ...change, decision: 'refer', words })).toMatchObject({
      status: 200,
    });
    await appendEntries(
      bot.store(),
      caseId,
      many(day.count, () => longCaseNote(now(), 10)),
    );
    const asked = { caseId, request: newRequestId(), words };
    expect(await custodian.send('identity.open', { ...asked, because: 'lifeAtRisk' })).toMatchObject({ status: 200 });
    expect(await handler.send('case.declareConflict', { ...asked, request: newRequestId() })).toMatchObject({
      status: 200,
    });
  });
});

describe('what a reporter adds', () => {
  const { day, whole } = caseLimits.reporter;

  it.each([
    { language: 'en' as const, full: 'reportFullToday' as const, at: 'today' as const, count: day.count },
    { language: 'cy' as const, full: 'reportFullToday' as const, at: 'today' as const, count: day.count },
    { language: 'en' as const, full: 'reportFull' as const, at: '2025-01-01' as const, count: whole.count },
    { language: 'cy' as const, full: 'reportFull' as const, at: '2025-01-01' as const, count: whole.count },
  ])('is answered calmly by every door where the report is full ($full, $language)', async (row) => {
    const person = await newReporter(bot);
    await sendShortReport(person, person.report);
    const { record } = await readSavedCase(bot, person.teams.card());
    const code = parseCardCode(person.teams.card());
    await person.teams.press('done');
    await appendEntries(
      bot.store(),
      record.caseId,
      many(row.count, (number) => longCaseFollowUp(row.at === 'today' ? today() : row.at, number, 10)),
    );
    const page = createPageClient(bot.tab({ objectId: randomUUID() }), row.language);
    for (const hand of [person.teams, page]) {
      await hand.press('comeBack');
      if (hand !== page && row.language === 'cy') await hand.press('language');
      hand.fill('code', code);
      await hand.press('next');
      hand.fill('addition', 'Words that took an hour to write.');
      await hand.press('add');
      expect(hand.card().text).toContain(translate(row.language, `problem.${row.full}`));
      expect(hand.filled('addition')).toBe('Words that took an hour to write.');
      expect(await bot.store().history.count(record.caseId, 'messageFromReporter')).toBe(row.count);
    }
  });

  it('can be added the day after, from the same card with the same words', async () => {
    const person = await newReporter(bot);
    await sendShortReport(person, person.report);
    const { record } = await readSavedCase(bot, person.teams.card());
    const code = parseCardCode(person.teams.card());
    await person.teams.press('done');
    await appendEntries(
      bot.store(),
      record.caseId,
      many(day.count, (number) => longCaseFollowUp(today(), number, 10)),
    );
    const { teams } = person;
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    teams.fill('addition', 'Words of today.');
    await teams.press('add');
    // The day after, while the card is still good.
    bot.clock.forward(dayMs - 4 * 3_600_000);
    await teams.press('add');
    expect(teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
    expect(await bot.store().history.count(record.caseId, 'messageFromReporter')).toBe(day.count + 1);
  });
});

describe('the day that words are counted by', () => {
  const { day } = caseLimits.others;

  it('is one of the force, and of each case alone', async () => {
    const [one, other] = [await saved(), await saved()];
    // Summer: the day of the force begins an hour before that of UTC.
    const offset = Date.parse('2027-07-01T23:30:00.000Z') - bot.clock.now().getTime();
    bot.clock.forward(offset);
    await appendEntries(
      bot.store(),
      one.caseId,
      many(day.count, () => longCaseNote('2027-07-01T22:59:59.999Z', 10)),
    );
    expect(await note(one.caseId)).toMatchObject({ status: 200 });
    await appendEntries(
      bot.store(),
      one.caseId,
      many(day.count, () => longCaseNote('2027-07-01T23:00:00.000Z', 10)),
    );
    expect(await note(one.caseId)).toMatchObject(full('fullToday'));
    expect(await note(other.caseId)).toMatchObject({ status: 200 });
  });
});
