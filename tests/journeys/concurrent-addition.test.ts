import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { Store } from '../../core/ports/store.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import { translate } from '../../words/cards/translate.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { parsePostedCard } from '../support/journeys/invoke-answer.ts';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { newReporter, type Reporter, sendShortReport } from '../support/journeys/reporter.ts';
import { parseCardCode, decryptReportFor, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const hourMs = 3_600_000;

const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { ALERT_TIMING: 'fullHour' },
  wrapParts: ({ store, seal }) => ({ store: around(store), seal }),
}));
/** Done as soon as the outcome of a post is about to be noted, once. */
let meanwhile: (() => Promise<unknown>) | undefined;
const around = (store: Store): Store => ({
  ...store,
  outbox: {
    ...store.outbox,
    async write(alert) {
      const isNote = alert.value.leasedUntil === undefined && alert.value.handledBy === 'acu';
      const work = isNote ? meanwhile : undefined;
      if (work) meanwhile = undefined;
      await work?.();
      return store.outbox.write(alert);
    },
  },
});

/** Somebody who has reported and has come back: the card of their case is in front. */
async function back(): Promise<Reporter & { readonly caseId: CaseId }> {
  const reporter = await newReporter(bot);
  const { teams, report } = reporter;
  await sendShortReport(reporter, report);
  const { record } = await readSavedCase(bot, teams.card());
  const code = parseCardCode(teams.card());
  await teams.press('done');
  await teams.press('comeBack');
  teams.fill('code', code);
  await teams.press('next');
  return { ...reporter, caseId: record.caseId };
}
const postsOf = (caseId: CaseId) =>
  bot.connector.posts.filter(
    ({ activity, conversationId }) =>
      conversationId.startsWith(channels.acu) && JSON.stringify(activity).includes(formatCaseId(caseId)),
  );
const alertOf = async (caseId: CaseId) => (await bot.store().outbox.read(caseId))?.value;
/** Goes on to the next full hour, and waits until the alert of a case was posted so often. */
async function nextHour(caseId: CaseId, posts: number): Promise<void> {
  bot.clock.forward(hourMs - (bot.clock.now().getTime() % hourMs));
  await bot.run('alerts');
  await waitFor('the alert is posted', () => (postsOf(caseId).length >= posts ? true : undefined));
}

describe('what is added while an alert of the case is on its way', () => {
  it('is told at once where somebody is at risk, though the alert that arrives is of before', async () => {
    const { teams, caseId, ...reporter } = await back();
    teams.fill('marks', 'risk');
    meanwhile = () => teams.press('add');
    await nextHour(caseId, 1);
    await bot.run('alerts');
    const urgent = await waitFor('the urgent alert', () => postsOf(caseId)[1]);
    expect(parsePostedCard(urgent.activity).text).toContain(translate('en', 'alert.atRisk'));
    expect(await alertOf(caseId)).toMatchObject({ state: 'posted', urgency: 'urgent', posts: [{}, {}] });
    assertNoLeak(bot, { teams, ...reporter });
  });

  it.each([undefined, 503])(
    'is told at its own hour while it is shown that somebody has the case, and the channel answers %j',
    async (answer) => {
      const { teams, caseId, canary } = await back();
      await nextHour(caseId, 1);
      const [alert] = postsOf(caseId);
      if (answer !== undefined) bot.connector.plan(answer);
      teams.fill('addition', `And again on Friday. ${canary}`);
      meanwhile = () => teams.press('add');
      const handler = createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler));
      await handler.invoke(
        'adaptiveCard/action',
        { action: parsePostedCard(alert?.activity).buttons[0], trigger: 'manual' },
        { channelId: channels.acu, teamId: '19:team@thread.tacv2' },
      );
      await waitFor('it was added', () => (meanwhile === undefined ? true : undefined));
      await bot.run('alerts');
      const { dueAt, ...waiting } = (await alertOf(caseId)) ?? {};
      expect(waiting).toMatchObject({ state: 'waiting', reason: 'addition' });
      expect(Date.parse(dueAt ?? '') % hourMs).toBe(0);
      expect(postsOf(caseId)).toHaveLength(1);
      await nextHour(caseId, 2);
    },
  );
});

describe('what is added about the unit', () => {
  it('is urgent for the reserve where the mark is set by a second press, as the card then says', async () => {
    const { teams, canary } = await back();
    const card = teams.keep();
    teams.fill('addition', `It is their own sergeant. ${canary}`);
    teams.fill('marks', 'unit');
    await teams.press('add');
    const first = await readSavedCase(bot, teams.card());
    expect(first.record).toMatchObject({ urgency: 'standard', handledBy: 'reserve' });
    expect(teams.card().text).not.toContain(translate('en', 'receipt.urgent'));
    teams.holdUp(card);
    teams.fill('addition', `It is their own sergeant. ${canary}`);
    teams.fill('marks', 'risk,unit');
    await teams.press('add');
    expect(teams.card().text).toContain(translate('en', 'receipt.urgent'));
    const second = await readSavedCase(bot, teams.card());
    expect(second.record).toMatchObject({ urgency: 'urgent', handledBy: 'reserve' });
    expect((await decryptReportFor(bot, 'reserve', second)).report.answers).toMatchObject({ risk: 'yes' });
  });

  it('is saved once, though it is sent again in the other language', async () => {
    const { teams, canary } = await back();
    teams.fill('addition', `It is their own sergeant. ${canary}`);
    teams.fill('marks', 'risk,unit');
    const card = teams.keep();
    await teams.press('add');
    const own = parseCardCode(teams.card());
    teams.holdUp(card);
    await teams.press('language');
    await teams.press('add');
    expect([teams.card().language, parseCardCode(teams.card())]).toEqual(['cy', own]);
  });
});
