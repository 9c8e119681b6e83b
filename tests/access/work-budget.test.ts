import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createDailyBucketFactory } from '../../bot/runtime/rate-limiter.ts';
import { languages } from '../../core/model/language.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { deriveCaseCredential } from '../../core/reporting/submit-report.ts';
import { createPageSealer } from '../../tab/report/page-sealer.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { saveDraftRequest, submitRequest } from '../support/access/report-bodies.ts';
import { newReturnCode } from '../support/core/open-core.ts';
import { newReporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import {
  createInvitation,
  sendPartnerRequest as sendAsPartner,
  startWithPartners,
  registerPasskey,
} from '../support/partners/partner-client.ts';

const hourMs = 3_600_000;
let bot: RunningBot;
afterEach(() => bot.stop());

/** As the script of a colleague sends it: urgent, and sealed by nobody who has the keys. */
async function urgentReport(): Promise<OperationRequest<'report.submit'>> {
  const { caseId, mailbox } = await deriveCaseCredential(createPageSealer(bot.settings.recipients), newReturnCode());
  return { ...submitRequest(bot.clock.now(), mailbox), caseId, urgency: 'urgent' };
}

interface Sent {
  readonly status: number;
  readonly code?: string;
  readonly kind?: string;
}
async function sent(tab: TabClient, operation: string, body: object): Promise<Sent> {
  // Slowly enough for the pace.
  bot.clock.forward(600);
  const { status, text } = await tab.send(operation, body);
  return { ...JSON.parse(text), status };
}

/** How many of so many reports were kept, and what was answered to the others. */
async function script(tab: TabClient, times: number) {
  let saved = 0;
  const others: Sent[] = [];
  for (let time = 0; time < times; time += 1) {
    const answer = await sent(tab, 'report.submit', await urgentReport());
    if (answer.status === 200 && answer.kind === 'saved') saved += 1;
    else others.push(answer);
  }
  return { saved, others };
}

describe('a colleague with a script', () => {
  it('has fifteen reports kept in an hour and thirty on a day, and keeps nobody else from reporting', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const tab = bot.tab(newPerson());
    const first = await script(tab, 60);
    expect(first.saved).toBe(15);
    expect(new Set(first.others.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ code: 'overBudget', status: 429 })]),
    );
    bot.clock.forward(hourMs);
    expect((await script(tab, 20)).saved).toBe(15);
    bot.clock.forward(hourMs);
    expect((await script(tab, 3)).saved).toBe(0);
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    await readSavedCase(bot, reporter.teams.card());
    bot.clock.forward(24 * hourMs);
    expect((await script(tab, 2)).saved).toBe(2);
    // Nothing went wrong: operators are told of no trouble, and no line says when somebody reported.
    expect(bot.log.filter((line) => /notSaved|overBudget|tabFailed/u.test(line))).toEqual([]);
  });

  it('is never refused what is saved already, and pays for it once', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const tab = bot.tab(newPerson());
    const first = await urgentReport();
    expect(await sent(tab, 'report.submit', first)).toMatchObject({ kind: 'saved', isNew: true });
    for (let time = 0; time < 40; time += 1)
      expect(await sent(tab, 'report.submit', first)).toMatchObject({ status: 200, kind: 'prove' });
    expect((await script(tab, 20)).saved).toBe(14);
    expect(await sent(tab, 'report.submit', first)).toMatchObject({ status: 200, kind: 'prove' });
  });

  it('keeps a draft again and again for a while, and the same one for ever', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const tab = bot.tab(newPerson());
    const draft = saveDraftRequest(bot.clock.now());
    let kept = 0;
    for (let time = 0; time < 40; time += 1) {
      const sealed = Buffer.alloc(4_096 + 28, time).toString('base64');
      const body = { ...draft, draft: { ...draft.draft, sealed } };
      const answer = await sent(tab, 'report.keep', body);
      if (answer.status === 200) kept += 1;
      else expect(answer).toEqual({ code: 'overBudget', status: 429 });
    }
    expect(kept).toBe(30);
    const last = { ...draft, draft: { ...draft.draft, sealed: Buffer.alloc(4_096 + 28, 29).toString('base64') } };
    expect(await sent(tab, 'report.keep', last)).toMatchObject({ status: 200 });
    // And may let go of it at any time.
    expect(await sent(tab, 'report.keep', { id: draft.id })).toMatchObject({ status: 200 });
  });
});

describe('the list of the urgent that wait', () => {
  it('has the report of somebody in danger before the many of one colleague', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    await script(bot.tab(newPerson()), 12);
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    const { record } = await readSavedCase(bot, reporter.teams.card());
    await script(bot.tab(newPerson()), 12);
    bot.clock.forward(10_000);
    const handler = bot.tab({ objectId: developmentPeople.handler });
    for (const order of ['newest', 'urgentFirst'] as const) {
      const { rows } = await handler.call('cases.list', { filter: { attention: 'atRisk' }, order });
      expect(rows).toHaveLength(25);
      expect(rows.slice(0, 5).map(({ figures }) => figures.caseId)).toContain(record.caseId);
    }
  });
});

describe('a copy of the database, with every secret of the server', () => {
  it('does not tell who sent one report, and who five', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const [one, five] = [newPerson(), newPerson()];
    for (const [person, times] of [
      [one, 1],
      [five, 5],
    ] as const) {
      expect((await script(bot.tab(person), times)).saved).toBe(times);
      expect(await sent(bot.tab(person), 'report.keep', saveDraftRequest(bot.clock.now()))).toMatchObject({
        status: 200,
      });
    }
    await bot.run('workCounts');
    const read = new DatabaseSync(join(bot.folder, 'candour.db'), { readOnly: true });
    const tables = read.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    const rows = new Map(tables.map(({ name }) => [name, read.prepare(`SELECT * FROM ${String(name)}`).all()]));
    read.close();
    // The rows in `paces` are those of the channels that were alerted.
    for (const table of ['work_counts', 'work_salts']) expect([table, rows.get(table)]).toEqual([table, []]);
    const all = JSON.stringify([...rows.values()]);
    expect(rows.get('cases')).toHaveLength(6);
    for (const { objectId, name } of [one, five]) {
      for (const said of [objectId, name, objectId.replaceAll('-', '')]) expect(all).not.toContain(said);
      for (const key of [objectId, `${bot.settings.tenantId}/${objectId}`])
        for (const kind of ['turns', 'parts'])
          expect(all).not.toContain(
            createDailyBucketFactory(bot.settings.secret, kind)(key, bot.clock.now().getTime()).name,
          );
    }
  });
});

describe.each(languages)('somebody who handed in too much, in %s,', (language) => {
  it.each(['dialog', 'chat'] as const)(
    'is given the number to call first by the %s door, keeps their words, and sends them an hour later',
    async (entryPoint) => {
      bot = await startBot({ entryPoint });
      const person = newPerson(language === 'cy' ? 'cy-GB' : 'en-GB');
      expect((await script(bot.tab(person), 16)).saved).toBe(15);
      const { teams, report } = await newReporter(bot, person);
      await teams.press('report');
      await goToStep(teams, report, 'review');
      bot.clock.forward(600);
      await teams.press('send');
      expect(currentStep(teams.card())).toBe('review');
      const { text } = teams.card();
      const { emergency, crimestoppers } = bot.settings.contacts;
      const [first, then] = [
        translate(language, 'problem.callFirst', { emergency, crimestoppers }),
        translate(language, 'problem.overBudget'),
      ];
      expect(text).toContain(first);
      expect(text.indexOf(first)).toBeLessThan(text.indexOf(then));
      expect(text).toContain(report.what.split('\n')[0]);
      bot.clock.forward(hourMs);
      await teams.press('send');
      const { record } = await readSavedCase(bot, teams.card());
      expect(record.urgency).toBe('standard');
    },
  );
});

describe('a partner', () => {
  it('has a budget for each access', async () => {
    bot = await startWithPartners();
    const access = async () => (await registerPasskey(bot, (await createInvitation(bot)).token)).session.token;
    const [one, other] = [await access(), await access()];
    const handIn = async (token: string, times: number) => {
      let saved = 0;
      for (let time = 0; time < times; time += 1) {
        bot.clock.forward(600);
        const report = { ...(await urgentReport()), route: 'hub' };
        const { status, text } = await sendAsPartner(bot, 'report.submit', report, token);
        if (status === 200) saved += 1;
        else expect(JSON.parse(text)).toEqual({ code: 'overBudget' });
      }
      return saved;
    };
    expect(await handIn(one, 20)).toBe(15);
    expect(await handIn(other, 2)).toBe(2);
  });
});
