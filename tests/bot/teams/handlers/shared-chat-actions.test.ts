import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../../development/development-tenant.ts';
import { languages } from '../../../../core/model/language.ts';
import { translate } from '../../../../words/cards/translate.ts';
import { loadBuiltInPlan } from '../../../../guidance/node/built-in-texts.ts';
import { campaignItemPage } from '../../../../cards/campaign-item-page.ts';
import { topicTitle, topics } from '../../../support/guidance/built-in-topics.ts';
import { newPerson } from '../../../support/journeys/teams-activities.ts';
import { type TeamsClient, createTeamsClient } from '../../../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot(() => ({ entryPoint: 'dialog', environment: { TEAMS_APP_ID: appId } }));
const appId = '00000000-0000-4000-8000-000000000001';

const channel = { channelId: '19:briefing@thread.tacv2', teamId: '19:team@thread.tacv2' };
const [item] = loadBuiltInPlan();
if (!item) throw new Error('no plan');

/** What somebody gets in the channel for a button: a card in the place of the one that stands there, or words beside it. */
async function pressed(teams: TeamsClient, candour: unknown): Promise<string> {
  bot.clock.forward(1_000);
  const action = { type: 'Action.Execute', title: 'x', verb: 'candour', data: { candour } };
  const value = { action, trigger: 'manual' };
  const { text } = await teams.invoke('adaptiveCard/action', value, channel);
  return text;
}

describe('the button of an item that was pressed in a channel', () => {
  it.each(languages)(
    'opens the guidance for everybody alike in %s, begins nothing of one’s own, and says where that is',
    async (language) => {
      const { actions } = campaignItemPage({ item, language, contacts: bot.settings.contacts, topics });
      const [sends] = actions.flatMap((action) => ('sends' in action ? action.sends : []));
      const got: string[] = [];
      for (const objectId of [developmentPeople.admin, developmentPeople.handler, developmentPeople.staff]) {
        const teams = createTeamsClient(bot, newPerson('en-GB', objectId));
        const before = bot.connector.posts.length;
        got.push(await pressed(teams, sends));
        expect(bot.connector.posts.length).toBe(before);
        const card = teams.card();
        expect(card.text).toContain(topicTitle(language, item.topic));
        expect(card.text).toContain(translate(language, 'notice.ownChat'));
        expect(card.json).toContain(`https://teams.microsoft.com/l/entity/${appId}/report`);
        const led = card.buttons.flatMap(({ data }) => data?.candour ?? []);
        expect(led.length).toBeGreaterThan(1);
        // What it leads to is the same again, also in the other language.
        for (const candour of led) {
          await pressed(teams, candour);
          expect(teams.card().text).toContain(translate(teams.card().language, 'notice.ownChat'));
          expect(teams.card().json).not.toMatch(/"verb":"(?:open|move|messages|pulse)"|"card":"welcome"/u);
        }
      }
      expect(new Set(got).size).toBe(1);
    },
  );

  it('that is none of the guidance leaves the card as it is, with words for whoever pressed', async () => {
    const teams = createTeamsClient(bot, newPerson('cy-GB', developmentPeople.admin));
    for (const candour of [
      { verb: 'show', card: 'welcome', language: 'cy' },
      { verb: 'show', card: 'guidance', language: 'cy' },
      { verb: 'open', flow: 'report', language: 'cy' },
      { verb: 'open', flow: 'comeBack', language: 'cy' },
      { verb: 'move', move: 'next', state: 'x', language: 'cy' },
      { verb: 'pulse', campaign: '0123456789abcdef', phase: 'before', language: 'cy' },
    ]) {
      await pressed(teams, candour);
      expect(teams.toast()).toBe(translate('cy', 'notice.ownChat'));
    }
    expect(() => teams.card()).toThrow('no card is shown');
  });

  it('and pressed again and again gets words in the end, and the card stays', async () => {
    const teams = createTeamsClient(bot);
    const data = { candour: { verb: 'show', card: 'guidance', topic: 'what', language: 'en' } };
    const value = { action: { type: 'Action.Execute', title: 'x', verb: 'candour', data }, trigger: 'manual' };
    for (let count = 0; count < 200 && teams.toast() === ''; count += 1) {
      await teams.invoke('adaptiveCard/action', value, channel);
    }
    expect(teams.toast()).toBe(translate('en', 'notice.tooOften'));
  });
});

describe('the same guidance in a dialog that was opened from a channel', () => {
  it('is for whoever pressed alone, and leads to a report', async () => {
    const teams = createTeamsClient(bot);
    const data = { candour: { verb: 'show', card: 'guidance', topic: 'what', language: 'en' } };
    await teams.invoke('task/fetch', { data }, channel);
    expect(teams.card().json).toContain('"flow":"report"');
  });
});
