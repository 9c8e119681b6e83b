import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { developmentPeople, tabUsers } from '../../../development/development-tenant.ts';
import { translate } from '../../../words/cards/translate.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const newCase = async (): Promise<CaseId> =>
  (await saveCase(bot, {}, { alert: { dueAt: bot.clock.now().toISOString() } })).caseId;
function onDisk(sql: string, ...values: readonly string[]): void {
  const database = new DatabaseSync(`${bot.folder}/candour.db`);
  database.prepare(sql).run(...values);
  database.close();
}
const spoilAlert = (caseId: CaseId) =>
  onDisk('UPDATE alerts SET record = ? WHERE case_id = ?', '{"posts":[{}]}', caseId);
const posted = (caseId: CaseId) => countAlerts(bot, formatCaseId(caseId));
const arrives = async (caseId: CaseId): Promise<void> => {
  const look = (): true | undefined => {
    bot.postDueAlerts();
    return posted(caseId) > 0 || undefined;
  };
  await waitFor('the alert', look);
};
const handler = () => bot.tab({ objectId: developmentPeople.handler, ...tabUsers.handler });
const ready = async () => (await fetch(new URL('/readyz', bot.endpoint()))).json();
const logged = () => bot.log.map((line) => JSON.parse(line));
const toldAdmins = () =>
  bot.connector.posts.filter(
    ({ conversationId, activity }) =>
      conversationId.startsWith(channels.admins) &&
      JSON.stringify(activity).includes(translate('en', 'target.setAsideHeading')),
  );

describe('an alert that cannot be read', () => {
  it('is set aside: the others are posted, the log and the health check say so, and the admins are told once', async () => {
    const bad = await newCase();
    spoilAlert(bad);
    for (let others = 0; others < 3; others += 1) {
      const good = await newCase();
      await arrives(good);
      expect(posted(good)).toBe(1);
      bot.clock.forward(10 * 60_000);
    }
    expect(posted(bad)).toBe(0);
    expect(await ready()).toEqual({ status: 'ready', alerts: 'setAside' });
    await waitFor('the admins are told', () => toldAdmins()[0]);
    expect(toldAdmins()).toHaveLength(1);
    expect(JSON.stringify(toldAdmins())).not.toContain(formatCaseId(bad));
    expect(logged().filter(({ event }) => event === 'alertsSetAside')).toEqual([
      { event: 'alertsSetAside', alerts: 1, at: expect.anything() },
    ]);
    expect(bot.log.join('')).not.toContain(bad);
  });

  it('keeps nobody from the case, and is put right by whoever acknowledges it', async () => {
    const caseId = await newCase();
    spoilAlert(caseId);
    const shown = await handler().call('case.view', { caseId });
    expect(shown).toMatchObject({ alertWaits: true, record: { status: 'received' } });
    await handler().call('case.acknowledge', { caseId, request: randomBytes(16).toString('hex') });
    expect((await bot.store().outbox.read(caseId))?.value).toMatchObject({ state: 'acknowledged', posts: [] });
    await arrives(await newCase());
    expect(await ready()).toEqual({ status: 'ready' });
  });
});

describe('a case that cannot be read', () => {
  it('keeps no other out of the list', async () => {
    const [bad, good] = [await newCase(), await newCase()];
    onDisk('UPDATE cases SET record = ? WHERE case_id = ?', '{"half', bad);
    const { rows } = await handler().call('cases.list', { filter: {} });
    expect(rows.map(({ figures }) => figures.caseId)).toEqual([good]);
  });
});

describe('a target that cannot be read', () => {
  it('is as one that was not set: the others go on, and it can be set again', async () => {
    onDisk(`UPDATE targets SET record = '{"name":"acu"}' WHERE name = ?`, 'acu');
    expect((await bot.store().targets.all()).map(({ name }) => name)).toEqual(['admins', 'reserve']);
    expect(await bot.store().targets.read('acu')).toBeUndefined();
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page', '<!doctype html><p>Sign in</p>', 'text/html'],
    ['an empty object', '{}', 'application/json'],
    ['nothing', '', 'application/json'],
    ['an id alone', '{"id":"19:acu@thread.tacv2"}', 'application/json'],
    ['numbers', '{"id":17,"activityId":18}', 'application/json'],
    ['a list', '[]', 'application/json'],
  ])('(%s) leaves the alert to be posted again, and the case to be read', async (_name, text, contentType) => {
    const caseId = await newCase();
    bot.connector.plan({ status: 200, text, contentType });
    bot.postDueAlerts();
    const failed = () => logged().find(({ event }) => event === 'alertFailed');
    await waitFor('a failure', failed);
    expect(failed()).toMatchObject({ target: 'acu', code: 'noSuchAnswer', attempts: 1 });
    expect((await handler().call('case.view', { caseId })).alertWaits).toBe(true);
    bot.clock.forward(60_000);
    await arrives(caseId);
    let isNoted: true | undefined;
    await waitFor('the post is noted', () => {
      void bot
        .store()
        .outbox.read(caseId)
        .then((alert) => (isNoted = alert?.value.state === 'posted' || undefined));
      return isNoted;
    });
  });
});
