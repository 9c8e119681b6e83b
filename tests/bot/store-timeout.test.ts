import { beforeEach, describe, expect, it } from '@jest/globals';
import { caseIdFromBytes } from '../../core/model/case-id.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const never = () => new Promise<never>(() => {});
const caseId = caseIdFromBytes(Buffer.alloc(6, 7));
const dayMs = 86_400_000;
const canary = newCanary();
const bot = setUpSharedBot({
  entryPoint: 'dialog',
  timeouts: { answerMs: 200, postMs: 8_000 },
  wrapParts: ({ store, seal }) => ({
    store: { ...store, cases: { ...store.cases, readAccess: never }, dayKeys: { ...store.dayKeys, read: never } },
    seal,
  }),
});
let before = 0;
beforeEach(() => {
  before = bot.log.length;
});

const logged = () => bot.log.slice(before).join('');

describe('a store that does not answer in time', () => {
  it('leaves the tab without knowing whether it was done', async () => {
    const tab = bot.tab({ objectId: developmentPeople.handler });
    expect(await tab.refusal('case.view', { caseId })).toEqual({ code: 'unconfirmed' });
    expect(logged()).toContain('"event":"tabFailed","operation":"case.view","code":"late","thrown":"DeadlineError"');
  });

  describe('for the card of a step', () => {
    const kid = () => new Date(bot.clock.now().getTime() + dayMs).toISOString().slice(0, 10);
    const press = () => {
      const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: kid() })).toString('base64url');
      const state = [header, '', ...[12, 40, 16].map((size) => Buffer.alloc(size, 1).toString('base64url'))].join('.');
      return { candour: { verb: 'move', move: 'next', state, language: 'cy' }, what: canary, conflict: 'no' };
    };

    it('keeps what was typed in a dialog, in the language of the card', async () => {
      const teams = createTeamsClient(bot);
      await teams.invoke('task/submit', { data: press(), context: { theme: 'default' } });
      expect(teams.card().text).toContain(translate('cy', 'notice.held'));
      expect([teams.filled('what'), teams.filled('conflict')]).toEqual([canary, 'no']);
      expect(logged()).toContain('"code":"late"');
      assertAbsent('the log', bot.log.join(''), [canary]);
    });

    it('sends nothing of it into a chat, where production takes no step', async () => {
      const teams = createTeamsClient(bot);
      const action = { type: 'Action.Execute', data: press() };
      await teams.invoke('adaptiveCard/action', { action, trigger: 'manual' });
      assertAbsent('answers', teams.answers.join(''), [canary]);
    });
  });

  it('is said calmly beside an alert, which waits for the next try', async () => {
    const teams = createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler));
    const data = { candour: { verb: 'acknowledge', caseId, language: 'en' } };
    const value = { action: { type: 'Action.Execute', verb: 'candour', data }, trigger: 'manual' };
    await teams.invoke('adaptiveCard/action', value, { channelId: channels.acu, teamId: '19:team@thread.tacv2' });
    expect(teams.toast()).toBe(translate('en', 'notice.unavailable'));
    expect(logged()).toMatch(/"event":"turnFailed","reference":"\d{4}","code":"late","thrown":"DeadlineError"/u);
  });
});
