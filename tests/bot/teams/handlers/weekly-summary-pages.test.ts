import { describe, expect, it } from '@jest/globals';
import { translate } from '../../../../words/cards/translate.ts';
import { developmentPeople } from '../../../../development/development-tenant.ts';
import { parseInvokeAnswer, parsePostedCard } from '../../../support/journeys/invoke-answer.ts';
import { channels } from '../../../support/journeys/bot-settings.ts';
import { invokeActivity, messageActivity, newPerson } from '../../../support/journeys/teams-activities.ts';
import { createTeamsClient, type TeamsClient } from '../../../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

const refused = translate('en', 'notice.refused');
const clientOf = (objectId?: string): TeamsClient => createTeamsClient(bot, newPerson('en-GB', objectId));
async function asking(objectId?: string): Promise<TeamsClient> {
  const teams = clientOf(objectId);
  await teams.say('weekly summary');
  return teams;
}
const button = { verb: 'summary', view: 'overview', audience: 'acu', period: '2026-W46', language: 'en' } as const;
const executed = (candour: object, inputs: object = {}) => ({
  action: { type: 'Action.Execute', verb: 'candour', data: { candour, ...inputs } },
  trigger: 'manual',
});
/** What a client of Teams shows for a button, whoever presses it and whatever it says. */
async function pressed(teams: TeamsClient, candour: object, inputs: object = {}): Promise<string> {
  bot.clock.forward(1_000);
  await teams.invoke('adaptiveCard/action', executed(candour, inputs));
  return teams.card().text;
}

describe('"weekly summary" typed into a chat', () => {
  it.each([
    ['nobody with a role', undefined],
    ['a custodian', developmentPeople.custodian],
  ])('is refused calmly to %s, and logged', async (_, objectId) => {
    const before = bot.log.length;
    expect((await asking(objectId)).card().text).toContain(refused);
    expect(bot.log.slice(before).join('')).toContain('"event":"refused","what":"summary"');
  });

  it.each([
    [developmentPeople.handler, 'week.restricted'],
    [developmentPeople.reserve, 'week.reserveOnly'],
    [developmentPeople.summaryReader, 'week.received'],
    [developmentPeople.admin, 'week.received'],
  ] as const)('is answered with the figures themselves', async (objectId, words) => {
    const { text, inputs } = (await asking(objectId)).card();
    expect(text).toContain(translate('en', words));
    expect(text).toContain(translate('en', 'week.received'));
    expect(inputs).toEqual([]);
  });

  it('leads to each table and period and back in the same chat, in both languages, and opens no dialog', async () => {
    const teams = await asking(developmentPeople.handler);
    const overview = teams.card().text;
    await teams.press('tables');
    teams.fill('table', 'received');
    await teams.press('table');
    expect(teams.card().text).toContain(translate('en', 'summary.received'));
    await teams.press('overview');
    expect(teams.card().text).toBe(overview);
    await teams.press('periods');
    for (const { value } of teams.card().inputs[0]?.choices ?? []) {
      teams.fill('week', value);
      await teams.press('week');
      expect(teams.card().text).toContain(translate('en', 'week.received'));
      await teams.press('periods');
      expect(teams.filled('week')).toBe(value);
    }
    await teams.press('week');
    expect(await pressed(teams, { ...button, language: 'cy' })).toContain(translate('cy', 'week.restricted'));
    expect(teams.dialogIsOpen()).toBe(false);
  });

  it('sends no message with more than the first figures: tables come in answers alone', async () => {
    const before = bot.connector.posts.length;
    const teams = await asking(developmentPeople.handler);
    await teams.press('tables');
    teams.fill('table', 'received');
    await teams.press('table');
    const posts = bot.connector.posts.slice(before).map(({ activity }) => JSON.stringify(activity));
    expect(posts).toHaveLength(1);
    expect(posts.join('')).not.toContain('"Table"');
  });

  it('offers wider readers what is near where a period is not safe for them', async () => {
    const teams = await asking(developmentPeople.summaryReader);
    expect(await pressed(teams, { ...button, audience: 'wider', period: '4-to-2026-W46' })).toContain(
      translate('en', 'week.notSafe'),
    );
    await teams.press('overview');
    expect(teams.card().text).toContain(translate('en', 'week.received'));
  });
});

describe('a card of a summary', () => {
  it('asks for the role again at each press: whoever lost it is refused calmly', async () => {
    const teams = await asking(developmentPeople.handler);
    await teams.press('tables');
    const kept = teams.keep();
    await bot.restart({ ROLE_SUMMARY_ACU: developmentPeople.secondHandler });
    for (const name of ['table', 'overview']) {
      teams.holdUp(kept);
      bot.clock.forward(1_000);
      await teams.press(name);
      expect(teams.card().text).toContain(refused);
      expect(teams.card().text).not.toContain(translate('en', 'week.received'));
    }
    await bot.restart();
    teams.holdUp(kept);
    await teams.press('overview');
    expect(teams.card().text).toContain(translate('en', 'week.received'));
  });

  it('that was forwarded says nothing to somebody else, and the reserve’s nothing to the unit', async () => {
    for (const audience of ['acu', 'wider', 'reserve'] as const) {
      for (const view of ['overview', 'table', 'tables', 'periods'] as const) {
        expect(await pressed(clientOf(), { ...button, audience, view })).toContain(refused);
        if (audience !== 'reserve') continue;
        expect(await pressed(clientOf(developmentPeople.handler), { ...button, audience, view })).toContain(refused);
      }
    }
  });

  it.each([
    ['a table that there is not', { ...button, view: 'table', table: 'identities' }, {}, 'week.whichTable'],
    ['a table in a field of its own', { ...button, view: 'table' }, { table: { toString: 'kind' } }, 'week.whichTable'],
    ['no table', { ...button, view: 'table' }, {}, 'week.whichTable'],
    ['a period that is none', { ...button, period: '2026-W99' }, {}, 'week.which'],
    ['a period long ago', { ...button, period: '1969-W01' }, {}, 'week.which'],
    ['a period that is not over', { ...button, period: '2100-W01' }, {}, 'week.which'],
    [
      'a period in a field of 10,000 characters',
      { verb: 'week', language: 'en' },
      { week: '9'.repeat(10_000) },
      'week.which',
    ],
    ['no period', { verb: 'week', language: 'en' }, { audience: 'acu' }, 'week.which'],
  ] as const)('that names %s asks again', async (_, candour, inputs, words) => {
    const teams = clientOf(developmentPeople.handler);
    await pressed(teams, candour, inputs);
    expect(
      teams
        .card()
        .inputs.map(({ label }) => label)
        .join(),
    ).toContain(translate('en', words));
    expect(teams.card().json).not.toContain('9999');
  });

  it.each([
    ['a period of 10,000 characters', { ...button, period: '2026-W46'.repeat(1_250) }],
    ['other readers', { ...button, audience: 'everybody' }],
    ['a view that there is not', { ...button, view: 'raw' }],
  ])('that names %s is not understood', async (_, candour) => {
    expect(await pressed(clientOf(developmentPeople.handler), candour)).toContain(translate('en', 'notice.odd'));
  });

  it('sends other readers’ figures to nobody by a field, whatever stands in it', async () => {
    for (const audience of ['acu', 'reserve', ['acu'], { length: 1 }, null]) {
      const text = await pressed(
        clientOf(developmentPeople.summaryReader),
        { verb: 'week', language: 'en' },
        { week: '2026-W46', audience },
      );
      expect(text).not.toContain(translate('en', 'week.restricted'));
      expect(text).not.toContain(translate('en', 'week.reserveOnly'));
    }
  });
});

describe('where others read', () => {
  const elsewhere = translate('en', 'notice.summaryElsewhere');
  const conversation = { conversationType: 'groupChat', isGroup: true, id: '19:several@unq.gbl.spaces' };
  const presses = [
    button,
    { ...button, view: 'table', table: 'kind' },
    { verb: 'week', language: 'en' },
    { verb: 'open', flow: 'week', language: 'en' },
  ];

  it('a press brings words beside the card, and no figures, even to those with the role', async () => {
    const teams = clientOf(developmentPeople.handler);
    const place = { channelId: channels.acu, teamId: '19:team@thread.tacv2' };
    for (const candour of presses) {
      const { text } = await teams.invoke('adaptiveCard/action', executed(candour), place);
      expect(parseInvokeAnswer('adaptiveCard/action', text)).toEqual({ kind: 'words', words: elsewhere });
    }
  });

  it('a chat of several people is none of one’s own', async () => {
    const teams = clientOf(developmentPeople.handler);
    const from = teams.surroundings();
    const within = { ...conversation, tenantId: bot.settings.tenantId };
    for (const candour of presses) {
      bot.clock.forward(1_000);
      const sent = await teams.send({
        ...invokeActivity(from, 'adaptiveCard/action', executed(candour)),
        conversation: within,
      });
      expect(parseInvokeAnswer('adaptiveCard/action', sent.text)).toEqual({ kind: 'words', words: elsewhere });
      const data = { data: { candour } };
      const dialog = await teams.send({ ...invokeActivity(from, 'task/fetch', data), conversation: within });
      expect(dialog.text).toContain(JSON.stringify(elsewhere));
    }
    await teams.send({ ...messageActivity(from, 'weekly summary'), conversation: within });
    expect(parsePostedCard(bot.connector.posts.at(-1)?.activity).text).toContain(elsewhere);
  });
});
