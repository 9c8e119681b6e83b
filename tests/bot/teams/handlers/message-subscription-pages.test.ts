import { describe, expect, it } from '@jest/globals';
import { subscriberId } from '../../../../core/model/subscriber.ts';
import { translate } from '../../../../words/cards/translate.ts';
import { newPerson } from '../../../support/journeys/teams-activities.ts';
import { type TeamsClient, createTeamsClient } from '../../../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

const standing = (teams: TeamsClient) => bot.store().subscribers.read(subscriberId(teams.person.conversationId));
const rowOf = async (teams: TeamsClient) => (await standing(teams))?.value;
const action = (data: Readonly<Record<string, unknown>>) => ({
  action: { type: 'Action.Execute', title: 'x', verb: 'candour', data: { candour: data } },
  trigger: 'manual',
});

async function newcomer(locale: 'en-GB' | 'cy-GB' = 'en-GB'): Promise<TeamsClient> {
  const teams = createTeamsClient(bot, newPerson(locale));
  await teams.install();
  return teams;
}

describe('what somebody chooses about messages to everybody', () => {
  it.each([
    ['en-GB', 'messages', 'stop messages', 'receive messages', 'pause messages'],
    ['cy-GB', 'negeseuon', 'stopio negeseuon', 'derbyn negeseuon', 'oedi negeseuon'],
  ] as const)('is typed in their own chat, by a client of %s', async (locale, show, stop, receive, pause) => {
    const teams = await newcomer(locale);
    const language = locale === 'cy-GB' ? 'cy' : 'en';
    const before = await standing(teams);
    await teams.say(show);
    expect(teams.card().text).toContain(translate(language, 'messages.receive'));
    expect(await standing(teams)).toEqual(before);
    await teams.say(stop);
    expect(teams.card().text).toContain(translate(language, 'messages.none'));
    expect(teams.card().text).toContain(translate(language, 'messages.kept'));
    expect(await rowOf(teams)).toEqual({ ...before?.value, optedOut: true });
    await teams.say(stop);
    await teams.say(pause);
    const { optedOut, pausedUntil } = (await rowOf(teams)) ?? {};
    expect([optedOut, pausedUntil === undefined]).toEqual([undefined, false]);
    await teams.say(receive);
    expect(await rowOf(teams)).toEqual(before?.value);
  });

  it('is pressed on a card in the chat, one press from the first card and from every page of the guidance', async () => {
    const teams = await newcomer();
    await teams.press('messages');
    expect(teams.card().text).toContain(translate('en', 'messages.heading'));
    await teams.say('guidance');
    await teams.press('messages');
    expect(teams.card().text).toContain(translate('en', 'messages.heading'));
    await teams.say('guidance');
    await teams.press('what');
    await teams.press('messages');
    const choose = teams.card().buttons.find(({ title }) => title === translate('en', 'messages.toNone'));
    await teams.invoke('adaptiveCard/action', { action: { ...choose, type: 'Action.Execute' }, trigger: 'manual' });
    expect(teams.card().text).toContain(translate('en', 'messages.none'));
    expect(await rowOf(teams)).toMatchObject({ optedOut: true });
  });

  it('is the language as well, and leaves the choice', async () => {
    const teams = await newcomer();
    await teams.say('stop messages');
    await teams.invoke('adaptiveCard/action', action({ verb: 'messages', messages: 'cy', language: 'en' }));
    expect(await rowOf(teams)).toMatchObject({ optedOut: true, language: 'cy' });
    await teams.invoke('adaptiveCard/action', action({ verb: 'messages', choice: 'receive', language: 'en' }));
    expect(teams.card().text).toContain(translate('en', 'messages.language', { language: 'cy' }));
    expect(await rowOf(teams)).toMatchObject({ language: 'cy' });
  });

  it('is delivered twice and is the same as once', async () => {
    const teams = await newcomer();
    const chosen = { verb: 'messages', choice: 'pause', language: 'en' };
    await teams.invoke('adaptiveCard/action', action(chosen));
    const once = await rowOf(teams);
    bot.clock.forward(1_000);
    await teams.invoke('adaptiveCard/action', action(chosen));
    expect(await rowOf(teams)).toEqual(once);
  });

  it('makes a row for somebody who has the app since before there were rows, and shows that there was none', async () => {
    const teams = createTeamsClient(bot);
    await teams.say('messages');
    expect(teams.card().text).toContain(translate('en', 'messages.unknown'));
    expect(await standing(teams)).toBeUndefined();
    await teams.say('stop messages');
    expect(await rowOf(teams)).toMatchObject({ optedOut: true });
    await teams.install();
    expect(await rowOf(teams)).toMatchObject({ optedOut: true });
  });

  it('is asked for where others read, and nothing is shown or changed', async () => {
    const teams = await newcomer();
    const before = await standing(teams);
    const place = { channelId: '19:any@thread.tacv2', teamId: '19:any@thread.tacv2' };
    const asked = { verb: 'messages', choice: 'none', language: 'en' };
    await teams.invoke('adaptiveCard/action', action(asked), place);
    expect(teams.toast()).toBe(translate('en', 'notice.messagesElsewhere'));
    await teams.invoke('task/submit', { data: { candour: asked } }, place);
    expect(teams.card().text).toContain(translate('en', 'notice.messagesElsewhere'));
    expect(await standing(teams)).toEqual(before);
  });

  it.each([{ choice: 'some' }, { choice: 'none', messages: 'fr' }, { choice: { $ne: 'none' } }])(
    'changes nothing where it is odd: %j',
    async (odd) => {
      const teams = await newcomer();
      const before = await standing(teams);
      await teams.invoke('adaptiveCard/action', action({ verb: 'messages', language: 'en', ...odd }));
      expect(teams.card().text).toContain(translate('en', 'notice.odd'));
      expect(await standing(teams)).toEqual(before);
    },
  );
});
