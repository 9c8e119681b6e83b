import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { caseIdFromBytes } from '../../concerns/terms/case-id.ts';
import { developmentPeople } from '../../development/people.ts';
import { say } from '../../words/cards/say.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { channels } from '../support/journeys/settings-of-a-bot.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { teamsClient } from '../support/journeys/teams-client.ts';

const never = () => new Promise<never>(() => {});
const caseId = caseIdFromBytes(Buffer.alloc(6, 7));
let bot: RunningBot;
let before = 0;
beforeAll(async () => {
  bot = await startBot({
    door: 'dialog',
    patience: { answerMs: 200, postMs: 8_000 },
    around: ({ store, seal }) => ({ store: { ...store, cases: { ...store.cases, readers: never } }, seal }),
  });
});
afterAll(() => bot.stop());
beforeEach(() => {
  before = bot.log.length;
});

const logged = () => bot.log.slice(before).join('');

describe('a store that does not answer in time', () => {
  it('leaves the tab without knowing whether it was done', async () => {
    const tab = bot.tab({ objectId: developmentPeople.handler });
    expect(await tab.refusal('case.view', { caseId })).toEqual({ code: 'unconfirmed' });
    expect(logged()).toContain('"event":"tabFailed","operation":"case.view","code":"late","thrown":"LateError"');
  });

  it('is said calmly beside an alert, which waits for the next try', async () => {
    const teams = teamsClient(bot, newPerson('en-GB', developmentPeople.handler));
    const data = { candour: { verb: 'acknowledge', caseId, language: 'en' } };
    const value = { action: { type: 'Action.Execute', verb: 'candour', data }, trigger: 'manual' };
    await teams.invoke('adaptiveCard/action', value, { channelId: channels.acu, teamId: '19:team@thread.tacv2' });
    expect(teams.toast()).toBe(say('en', 'notice.unavailable'));
    expect(logged()).toMatch(/"event":"turnFailed","reference":"\d{4}","code":"late","thrown":"LateError"/u);
  });
});
