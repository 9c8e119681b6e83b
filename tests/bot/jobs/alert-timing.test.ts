import { afterEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { newReporter, type Reporter, sendShortReport, sendFullReport } from '../../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';

let bot: RunningBot;
const start = async (environment: BotOptions['environment'] = {}): Promise<void> => {
  bot = await startBot({ entryPoint: 'dialog', environment });
};
afterEach(() => bot.stop());

const hourMs = 3_600_000;
type Send = (reporter: Reporter, answers: Reporter['report']) => Promise<void>;

async function report(
  send: Send,
  answers: Partial<Reporter['report']> = {},
): Promise<{ reporter: Reporter; caseId: CaseId }> {
  const reporter = await newReporter(bot);
  await send(reporter, { ...reporter.report, ...answers });
  const { record } = await readSavedCase(bot, reporter.teams.card());
  return { reporter, caseId: record.caseId };
}
const posted = (caseId: CaseId, channelId?: string) => countAlerts(bot, formatCaseId(caseId), channelId);
const alertOf = async (caseId: CaseId) => (await bot.store().outbox.read(caseId))?.value;
const failures = () => bot.log.filter((line) => line.includes('"alertFailed"')).length;
/** Waits until the alert is noted as posted, and asks for a look at what is due in the meantime. */
async function untilPosted(caseId: CaseId): Promise<void> {
  let isPosted: true | undefined;
  const look = (): true | undefined => {
    bot.postDueAlerts();
    void alertOf(caseId).then((alert) => {
      if (alert?.state === 'posted' && alert.leasedUntil === undefined) isPosted = true;
      return undefined;
    });
    return isPosted;
  };
  await waitFor('the alert is noted as posted', look);
}
const acknowledge = (caseId: CaseId, objectId: string | undefined, channelId: string) => {
  const teams = createTeamsClient(bot, newPerson('en-GB', objectId));
  const candour = { verb: 'acknowledge', caseId, language: 'en' };
  const action = { type: 'Action.Execute', verb: 'candour', data: { candour } };
  const place = { channelId, teamId: '19:unit@thread.tacv2' };
  return teams.invoke('adaptiveCard/action', { action, trigger: 'manual' }, place).then(({ text }) => text);
};

describe('the alert of a report', () => {
  it('that waits for its full hour has nobody look for it before', async () => {
    bot = await startBot({ entryPoint: 'dialog', store: 'cosmos', environment: { ALERT_POLL_SECONDS: '86400' } });
    const looks = () => (bot.cosmos?.requests ?? []).filter(({ body }) => body.includes('c.dueMs <=')).length;
    await bot.run('alerts');
    const atFirst = looks();
    await bot.run('alerts');
    const each = looks() - atFirst;
    const { caseId } = await report(sendShortReport);
    // Waits for one that a report began.
    await bot.run('alerts');
    expect(looks()).toBe(atFirst + 2 * each);
    bot.clock.forward(hourMs);
    await untilPosted(caseId);
  });

  it('that is urgent stands in the channel within a second of the receipt', async () => {
    await start();
    const { caseId } = await report(sendShortReport, { risk: 'yes' });
    const receiptAt = bot.clock.now().getTime();
    await waitFor('the alert', () => posted(caseId, channels.acu) || undefined);
    await untilPosted(caseId);
    const [post] = (await alertOf(caseId))?.posts ?? [];
    expect(Date.parse(post?.postedAt ?? '') - receiptAt).toBeLessThanOrEqual(1_000);
    expect(posted(caseId)).toBe(1);
  });

  it('that is not urgent stands there at the next full hour, and not before', async () => {
    await start();
    const { caseId } = await report(sendShortReport);
    expect((await alertOf(caseId))?.dueAt).toBe('2026-11-24T10:00:00.000Z');
    const { caseId: urgent } = await report(sendShortReport, { risk: 'yes' });
    // The urgent one went out by the same look at the outbox.
    await waitFor('the urgent alert', () => posted(urgent) || undefined);
    expect(posted(caseId)).toBe(0);
    bot.clock.forward(hourMs);
    bot.postDueAlerts();
    await waitFor('the alert', () => posted(caseId, channels.acu) || undefined);
    expect(posted(caseId)).toBe(1);
  });

  it('that failed is posted once the process is up again', async () => {
    await start();
    const reporter = await newReporter(bot);
    bot.connector.plan({ status: 503, retryAfter: 60 });
    await sendShortReport(reporter, { ...reporter.report, risk: 'yes' });
    const { record } = await readSavedCase(bot, reporter.teams.card());
    await waitFor('a failure', () => failures() || undefined);
    await bot.restart();
    bot.clock.forward(2 * hourMs);
    await untilPosted(record.caseId);
    expect(posted(record.caseId)).toBe(1);
  });

  it("that is the reserve's stands in the reserve's channel and in no other", async () => {
    await start();
    const { caseId } = await report(sendShortReport, { risk: 'yes', conflict: 'unsure' });
    await waitFor('the alert', () => posted(caseId, channels.reserve) || undefined);
    expect(posted(caseId)).toBe(posted(caseId, channels.reserve));
  });

  it('names the kind only where the force has set so, and never what was written', async () => {
    for (const [detail, names] of [
      ['reference', false],
      ['kind', true],
    ] as const) {
      await start({ ALERT_DETAIL: detail, ALERT_TIMING: 'atOnce' });
      const { caseId, reporter } = await report(sendFullReport, { kind: 'boundaries' });
      await waitFor('the alert', () => posted(caseId) || undefined);
      const post = bot.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(formatCaseId(caseId)));
      const text = JSON.stringify(post?.activity);
      expect(text.includes('Kind of concern:')).toBe(names);
      for (const secret of [reporter.canary, reporter.teams.person.name, reporter.teams.person.objectId]) {
        expect(text).not.toContain(secret);
      }
      if (!names) await bot.stop();
    }
  });

  it('shows on its post that a handler has the case', async () => {
    await start({ ALERT_TIMING: 'atOnce' });
    const { caseId } = await report(sendShortReport);
    await waitFor('the alert', () => posted(caseId) || undefined);
    await untilPosted(caseId);
    const answer = await acknowledge(caseId, developmentPeople.handler, channels.acu);
    expect(answer).toContain('Acknowledged on 24 November 2026.');
    await waitFor('the update', () => bot.connector.updates[0]);
    expect(JSON.stringify(bot.connector.updates[0]?.activity)).toContain('Acknowledged on 24 November 2026.');
    expect(await acknowledge(caseId, developmentPeople.handler, channels.acu)).toContain('Acknowledged on');
    const events = await bot.store().history.readAll(caseId);
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'acknowledged']);
  });

  it.each([
    ['somebody without a role', undefined],
    ['an admin', developmentPeople.admin],
    ['the reserve', developmentPeople.reserve],
  ])('is not acknowledged by %s, which is said calmly and logged', async (_, objectId) => {
    await start({ ALERT_TIMING: 'atOnce' });
    const { caseId } = await report(sendShortReport);
    await waitFor('the alert', () => posted(caseId) || undefined);
    const answer = await acknowledge(caseId, objectId, channels.acu);
    expect(answer).toContain(translate('en', 'notice.acknowledgeRefused'));
    expect(bot.log.join('')).toContain('{"event":"refused","what":"acknowledge"}'.slice(1));
    expect((await bot.store().cases.read(caseId))?.value.status).toBe('received');
  });
});
