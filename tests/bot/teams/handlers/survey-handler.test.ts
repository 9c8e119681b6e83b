import { beforeAll, describe, expect, it } from '@jest/globals';
import { campaignItemPage } from '../../../../cards/campaign-item-page.ts';
import { createChatRenderer } from '../../../../bot/teams/card-responses.ts';
import { subscriberId } from '../../../../core/model/subscriber.ts';
import { findPlannedItem } from '../../../../core/model/campaign.ts';
import { translate } from '../../../../words/cards/translate.ts';
import { fullContacts } from '../../../support/cards/example-views.ts';
import { createSurveyCampaign } from '../../../support/core/survey-campaign.ts';
import { topics } from '../../../support/guidance/built-in-topics.ts';
import { assertAbsent } from '../../../support/journeys/canary.ts';
import { parseCard } from '../../../support/journeys/parsed-card.ts';
import { newPerson } from '../../../support/journeys/teams-activities.ts';
import { type TeamsClient, createTeamsClient } from '../../../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });
let id: string;
beforeAll(async () => {
  const campaign = createSurveyCampaign(bot.clock.now().toISOString().slice(0, 10));
  ({ id } = campaign);
  await bot.store().campaigns.write(campaign, undefined, []);
});

const asked = (more: object = {}) => ({
  data: { candour: { verb: 'pulse', campaign: id, phase: 'before', language: 'en', ...more } },
});
const open = (teams: TeamsClient) => teams.invoke('task/fetch', asked());
const counted = async () => {
  bot.clock.forward(3_600_000);
  await bot.run('pulse');
  return bot.store().surveyCounters.listWeeks(id);
};

describe('the four questions', () => {
  it('are opened from their message, in a window of their own', () => {
    const planned = findPlannedItem(createSurveyCampaign('2026-11-25'), 'first');
    if (planned === undefined) throw new Error('no item');
    const view = { item: planned.item, language: 'en', contacts: fullContacts, topics } as const;
    const card = parseCard(createChatRenderer(false)(campaignItemPage({ ...view, campaign: id })));
    const button = card.buttons.find(({ title }) => title === translate('en', 'pulse.answer'));
    expect(button).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
    expect(parseCard(createChatRenderer(false)(campaignItemPage(view))).buttons).toHaveLength(1);
  });

  it.each(['en-GB', 'cy-GB'] as const)(
    'are answered and thanked for, %s, and leave a count and nothing else',
    async (locale) => {
      const teams = createTeamsClient(bot, newPerson(locale));
      await teams.install();
      const row = await bot.store().subscribers.read(subscriberId(teams.person.conversationId));
      const before = await counted();
      const lines = bot.log.length;
      await open(teams);
      expect(teams.card().inputs.map(({ id: input }) => input)).toEqual(['gladly', 'records', 'invited', 'trust']);
      teams.fill('gladly', 'leave');
      teams.fill('trust', 'none');
      await teams.press('pulse');
      expect(teams.card().text).toContain(translate('en', 'pulse.gladlyReveal'));
      for (const sent of ['sameId', 'newId'] as const) await teams.redeliver(sent);
      const after = await counted();
      const times = (weeks: typeof after) =>
        weeks.reduce((sum, { counts }) => sum + (counts['answered']?.['all'] ?? 0), 0);
      expect(times(after) - times(before)).toBe(1);
      expect(await bot.store().subscribers.read(subscriberId(teams.person.conversationId))).toEqual(row);
      expect(bot.log.slice(lines)).toEqual([]);
      const { objectId, name, userId, conversationId } = teams.person;
      assertAbsent('counters', JSON.stringify(after), [objectId, name, userId, conversationId]);
    },
  );

  it('ask for one answer at least, and keep what was chosen where the language is another', async () => {
    const teams = createTeamsClient(bot);
    await open(teams);
    await teams.press('pulse');
    expect(teams.card().text).toContain(translate('en', 'pulse.nothing'));
    teams.fill('gladly', 'leave');
    const other = teams.card().buttons.find(({ title }) => title === 'Cymraeg');
    await teams.invoke('task/submit', { data: { ...other?.data, gladly: 'leave' } });
    expect(teams.card().language).toBe('cy');
    expect(teams.filled('gladly')).toBe('leave');
  });

  it('are not taken on a card in the chat, where what is chosen is recorded', async () => {
    const teams = createTeamsClient(bot);
    const before = JSON.stringify(await counted());
    const data = { ...asked({ press: '0123456789abcdef' }).data, gladly: 'leave' };
    await teams.invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', title: 'x', verb: 'candour', data },
      trigger: 'manual',
    });
    expect(teams.card().text).toContain(translate('en', 'notice.dialogOnly'));
    expect(JSON.stringify(await counted())).toBe(before);
  });

  it('say that nothing is counted of another campaign, of another phase, and too late', async () => {
    const teams = createTeamsClient(bot);
    for (const more of [{ campaign: 'fedcba9876543210' }, { phase: 'after' }]) {
      await teams.invoke('task/fetch', asked(more));
      expect(teams.card().text).toContain(translate('en', 'pulse.closed'));
    }
    await open(teams);
    teams.fill('gladly', 'leave');
    const before = JSON.stringify(await counted());
    bot.clock.forward(28 * 86_400_000);
    await teams.press('pulse');
    expect(teams.card().text).toContain(translate('en', 'pulse.closed'));
    expect(JSON.stringify(await counted())).toBe(before);
  });

  it.each([{ campaign: 'x' }, { phase: 'during' }, { press: '../..' }])('are odd otherwise: %j', async (more) => {
    const teams = createTeamsClient(bot);
    await teams.invoke('task/fetch', asked(more));
    expect(teams.card().text).toContain(translate('en', 'notice.odd'));
  });
});
