import { describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { languages, otherLanguage } from '../../core/model/language.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { topicTitle, topicIds } from '../support/guidance/built-in-topics.ts';
import { sendShortReport } from '../support/journeys/reporter.ts';
import { parseCardCode } from '../support/journeys/saved-case.ts';
import type { Journey } from './run-journeys.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';

/** The first card, the guidance, and words that are typed into the chat. */
export function firstMessageJourney({ bot, reporter }: Journey): void {
  describe('the chat', () => {
    it.each(languages)('opens on guidance, in %s, once however Teams tells of it', async (language) => {
      const { teams } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
      expect(teams.card().language).toBe(language);
      expect(teams.card().text).toContain(translate(language, 'welcome.everyone'));
      const inChat = bot().connector.posts.filter((post) => post.conversationId === teams.person.conversationId);
      expect(inChat).toHaveLength(1);
      await teams.press('contents');
      for (const topic of topicIds) {
        await teams.press(topic);
        expect(teams.card().text.split('\n')[0]).toBe(topicTitle(language, topic));
        await teams.press('contents');
      }
      await teams.press('show');
      expect(teams.card().text).toContain(translate(language, 'welcome.everyone'));
    });

    it.each([
      ['hi', 'en'],
      ['Hello!', 'en'],
      ['help', 'en'],
      ['Shwmae', 'cy'],
      ['cymorth', 'cy'],
    ] as const)('answers "%s" with the first card in the language it was said in', async (words, language) => {
      const { teams } = await reporter();
      await teams.say(words);
      expect(teams.card().text).toContain(translate(language, 'welcome.everyone'));
      expect(teams.card().text).toContain(translate(otherLanguage(language), 'welcome.alsoIn'));
      expect(teams.card().text).not.toContain(translate(language, 'welcome.recorded'));
    });

    it.each(languages)(
      'does not store, repeat or answer a concern typed into it, and says why, in %s',
      async (language) => {
        const { teams, canary } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
        await teams.say(`I want to report somebody ${canary}`);
        for (const each of languages) expect(teams.card().text).toContain(translate(each, 'welcome.recorded'));
        const [emergency, ...buttons] = teams.card().buttons;
        expect(emergency?.url).toBe('tel:999');
        expect(buttons.map(({ title }) => title)).toEqual([
          translate(language, 'common.report'),
          translate(language, 'common.comeBack'),
        ]);
        expect(teams.card().text.split('\n').slice(0, 2)).toEqual([
          'Candour',
          translate(language, 'common.dangerHeading', { emergency: '999' }),
        ]);
        expect(teams.card().text).not.toContain(translate(language, 'welcome.everyone'));
      },
    );

    it.each([
      ['urgent', 'en'],
      ['HELP ME!!', 'en'],
      ['danger', 'en'],
      ['brys', 'cy'],
      ['helpwch fi', 'cy'],
      ['Perygl.', 'cy'],
    ] as const)('says 999 before anything else to whoever types "%s"', async (words, language) => {
      const { teams } = await reporter();
      await teams.say(words);
      const danger = translate(language, 'common.dangerHeading', { emergency: '999' });
      expect(teams.card().text.split('\n').slice(0, 2)).toEqual(['Candour', danger]);
      expect(teams.card().text).not.toContain(translate(language, 'welcome.recorded'));
      expect(teams.card().buttons.map(({ title }) => title)).toContain(translate(language, 'common.report'));
      expect(teams.card().buttons.map(({ url }) => url)).toContain('tel:999');
    });

    it.each(languages)('says 999 where there are other words as well, in %s', async (language) => {
      const { teams, canary } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
      const danger = translate(language, 'common.dangerHeading', { emergency: '999' });
      const words = `${language === 'cy' ? 'mae hi mewn perygl' : 'she is in danger'} ${canary}`;
      await teams.say(words);
      expect(teams.card().text.split('\n').slice(0, 2)).toEqual(['Candour', danger]);
      expect(teams.card().text).toContain(translate(language, 'welcome.recorded'));
    });

    it.each(languages)(
      'never says a code again that is typed into it, and says what it opens, in %s',
      async (language) => {
        const { teams, report } = await reporter(newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
        await sendShortReport({ teams }, report);
        const code = parseCardCode(teams.card());
        await teams.press('done');
        const [posts, lines] = [bot().connector.posts.length, bot().log.length];
        const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
        for (const typed of [
          code,
          code.toLowerCase().replaceAll('-', ' '),
          `Code: ${code}`,
          wrong,
          `it is ${wrong}, why?`,
        ]) {
          await teams.say(typed);
          for (const each of languages) expect(teams.card().text).toContain(translate(each, 'welcome.code'));
          expect(teams.card().buttons.map(({ title }) => title)).toContain(translate(language, 'common.comeBack'));
        }
        const said = JSON.stringify(bot().connector.posts.slice(posts)) + bot().log.slice(lines).join('');
        assertAbsent('what was said to a code', said, [code, code.replaceAll('-', ''), wrong, code.slice(0, 14)]);
        assertAbsentOnDisk(bot().folder, [code, code.replaceAll('-', '')]);
      },
    );

    it('says 999 and what a code opens in a channel as well, to whoever writes there', async () => {
      const { teams, report } = await reporter();
      await sendShortReport({ teams }, report);
      const code = parseCardCode(teams.card());
      await teams.press('done');
      const posts = bot().connector.posts.length;
      // Whoever writes in a channel is named there by Teams: that is somebody else.
      await createTeamsClient(bot(), newPerson()).say(`urgent, ${code}`, {
        channelId: channels.acu,
        teamId: '19:team@thread.tacv2',
      });
      const said = JSON.stringify(bot().connector.posts.slice(posts));
      for (const words of [
        translate('en', 'common.dangerHeading', { emergency: '999' }),
        translate('en', 'welcome.code'),
        translate('en', 'notice.channelHelp'),
      ]) {
        expect(said).toContain(words);
      }
      assertAbsent('the channel', said, [code, code.replaceAll('-', '')]);
    });

    it.each([
      ['alerts here', 'en'],
      ['rhybuddion yma', 'cy'],
      ['Urgent alerts here', 'en'],
      ['rhybuddion wrth gefn yma', 'cy'],
    ] as const)('says that "%s" is for a channel', async (words, language) => {
      const { teams } = await reporter();
      await teams.say(words);
      expect(teams.card().text).toContain(translate(language, 'notice.channelOnly'));
      await teams.press('show');
      expect(teams.card().text).toContain(translate(language, 'welcome.everyone'));
    });

    it('does nothing new where a client asks by itself', async () => {
      const { teams } = await reporter();
      const data = { candour: { verb: 'open', flow: 'report', language: 'en' } };
      const action = { type: 'Action.Execute', verb: 'candour', data };
      const { text } = await teams.invoke('adaptiveCard/action', { action, trigger: 'automatic' });
      expect(text).toBe('{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""}');
      expect(teams.card().text).toContain(translate('en', 'welcome.everyone'));
    });
  });
}
