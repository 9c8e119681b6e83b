import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import { translate } from '../../words/cards/translate.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, readSavedCase } from '../support/journeys/saved-case.ts';

const minute = 60_000;
let bot: RunningBot;
afterEach(() => bot.stop());

const handler = () => bot.tab({ objectId: developmentPeople.handler, roles: ['handler'] });

async function urgentReports(count: number): Promise<readonly CaseId[]> {
  const cases: CaseId[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    cases.push((await readSavedCase(bot, reporter.teams.card())).record.caseId);
  }
  await bot.run('alerts');
  return cases;
}
const postsOf = (caseId: CaseId) =>
  bot.connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(formatCaseId(caseId)));
const alertOf = async (caseId: CaseId) => (await bot.store().outbox.read(caseId))?.value;
async function acknowledged(caseId: CaseId): Promise<void> {
  await bot.run('alerts');
  await waitFor('the update', async () => ((await alertOf(caseId))?.state === 'acknowledged' ? true : undefined));
  await bot.run('alerts');
}

describe.each(['sqlite', 'cosmos'] as const)('urgent reports that one press acknowledged, on %s', (store) => {
  it('stay first of all until somebody opens them', async () => {
    bot = await startBot({ entryPoint: 'dialog', store });
    const cases = await urgentReports(3);
    await handler().call('bulk.acknowledge', { cases: [...cases] });
    const counts = async () => {
      const { atRisk, unacknowledged } = await handler().call('cases.counts', {});
      return [atRisk, unacknowledged];
    };
    expect(await counts()).toEqual([3, 3]);
    const { rows } = await handler().call('cases.list', { filter: { attention: 'atRisk' }, order: 'newest' });
    expect(rows.map(({ isUnopened, isUnacknowledged }) => [isUnopened, isUnacknowledged])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ]);
    for (const caseId of cases) await handler().call('case.consult', { caseId });
    expect(await counts()).toEqual([0, 0]);
  });

  it('are alerted again after as long as the force has set, and no more once somebody has opened them', async () => {
    bot = await startBot({ entryPoint: 'dialog', store, environment: { URGENT_OPEN_MINUTES: '30' } });
    const [left, opened] = await urgentReports(2);
    if (!left || !opened) throw new Error('there are two');
    await handler().call('bulk.acknowledge', { cases: [left, opened] });
    await acknowledged(left);
    await handler().call('case.consult', { caseId: opened });
    bot.clock.forward(29 * minute);
    await bot.run('alerts');
    expect([postsOf(left).length, postsOf(opened).length]).toEqual([1, 1]);
    bot.clock.forward(2 * minute);
    await bot.run('alerts');
    expect([postsOf(left).length, postsOf(opened).length]).toEqual([2, 1]);
    expect(JSON.stringify(postsOf(left).at(-1)?.activity)).toContain(translate('en', 'alert.unopened'));
    await handler().call('case.consult', { caseId: left });
    for (let looks = 0; looks < 8; looks += 1) {
      bot.clock.forward(15 * minute);
      await bot.run('alerts');
    }
    expect(postsOf(left)).toHaveLength(2);
  });
});

describe.each(['sqlite', 'cosmos'] as const)('a case that was opened before its reporter added, on %s,', (store) => {
  it('is first of all, and is alerted again, until somebody has opened it since', async () => {
    bot = await startBot({ entryPoint: 'dialog', store, environment: { URGENT_OPEN_MINUTES: '30' } });
    const { teams, report } = await newReporter(bot);
    await sendShortReport({ teams }, report);
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    const code = parseCardCode(teams.card());
    await handler().call('case.consult', { caseId });
    await handler().call('case.acknowledge', { caseId, request: 'a'.repeat(32) });
    const first = async () => (await handler().call('cases.counts', {})).atRisk;
    expect(await first()).toBe(0);
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    teams.fill('addition', 'It happened again, and she is hurt.');
    teams.fill('marks', 'risk');
    await teams.press('add');
    await bot.run('alerts');
    await waitFor('the alert', async () => ((await alertOf(caseId))?.state === 'posted' ? true : undefined));
    await handler().call('bulk.acknowledge', { cases: [caseId] });
    await acknowledged(caseId);
    expect(await first()).toBe(1);
    const posts = postsOf(caseId).length;
    bot.clock.forward(31 * minute);
    await bot.run('alerts');
    expect(postsOf(caseId)).toHaveLength(posts + 1);
    await handler().call('case.acknowledge', { caseId, request: 'b'.repeat(32) });
    expect(await first()).toBe(1);
    await handler().call('case.consult', { caseId });
    expect(await first()).toBe(0);
    for (let looks = 0; looks < 4; looks += 1) {
      bot.clock.forward(31 * minute);
      await bot.run('alerts');
    }
    expect(postsOf(caseId)).toHaveLength(posts + 1);
  });
});

describe('an urgent report that was acknowledged and not opened', () => {
  it('is alerted again like one that was not acknowledged where the force has set nothing', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const [caseId] = await urgentReports(1);
    if (!caseId) throw new Error('no case');
    for (let presses = 0; presses < 3; presses += 1) {
      await handler().call('case.acknowledge', { caseId, request: `${presses}`.repeat(32) });
      await acknowledged(caseId);
      bot.clock.forward(16 * minute);
      await bot.run('alerts');
      expect(postsOf(caseId)).toHaveLength(2 + presses);
    }
  });

  it('keeps no other alert back if its case cannot be read, and comes again itself', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const cases = await urgentReports(2);
    const [broken, opened] = cases;
    if (!broken || !opened) throw new Error('there are two');
    await handler().call('bulk.acknowledge', { cases: [...cases] });
    for (const caseId of cases) await acknowledged(caseId);
    await handler().call('case.consult', { caseId: opened });
    const database = new DatabaseSync(`${bot.folder}/candour.db`);
    database.prepare('UPDATE cases SET record = ? WHERE case_id = ?').run('{"half', broken);
    database.close();
    bot.clock.forward(16 * minute);
    const [fresh] = await urgentReports(1);
    if (!fresh) throw new Error('no case');
    expect([broken, opened, fresh].map((caseId) => postsOf(caseId).length)).toEqual([2, 1, 1]);
    expect(bot.log.join('')).toContain('"event":"scheduleFailed","task":"alerts"');
  });
});
