import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { translate } from '../../words/cards/translate.ts';
import type { InvokeName } from '../support/journeys/invoke-answer.ts';
import type { Journey } from './run-journeys.ts';
import { nestInData, invalidAnswers, invalidValues } from '../support/journeys/invalid-values.ts';
import { currentStep, goToStep } from '../support/journeys/reporter.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import type { ParsedButton } from '../support/journeys/parsed-card.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import type { TeamsClient } from '../support/journeys/teams-client.ts';

const stateSchema = z.looseObject({ candour: z.looseObject({ state: z.string() }) });
const stateIn = (buttons: readonly ParsedButton[]): string =>
  buttons.map(({ data }) => stateSchema.safeParse(data).data?.candour.state).find((state) => state !== undefined) ?? '';

/** Things that no client sends and no card of ours makes, by somebody who is in the middle of a report. */
export function badInputJourney({ bot, reporter }: Journey): void {
  const doorNames = (): readonly InvokeName[] =>
    bot().entryPoint === 'dialog'
      ? ['task/fetch', 'task/submit']
      : ['adaptiveCard/action', 'task/fetch', 'task/submit'];
  const moveName = (): InvokeName => (bot().entryPoint === 'dialog' ? 'task/submit' : 'adaptiveCard/action');
  const move = (teams: TeamsClient, verb: string, state = stateIn(teams.card().buttons)) =>
    teams.invoke(moveName(), nestInData({ candour: { verb: 'move', move: verb, state } }));

  async function expectWayOn(teams: TeamsClient): Promise<void> {
    await teams.press('report');
    expect(currentStep(teams.card())).toBe('account');
  }

  describe('an invoke that no card of ours makes', () => {
    it.each(invalidValues)('is answered by a calm card in their language with a way on: %s', async (name, value) => {
      const language = name.length % 2 === 0 ? 'en' : 'cy';
      const { teams } = await reporter(newPerson(language === 'en' ? 'en-GB' : 'cy-GB'));
      for (const invoked of doorNames()) {
        await teams.invoke(invoked, value);
        expect(teams.card().language).toBe(language);
        expect(teams.card().text).toContain(translate(language, 'notice.odd'));
        await expectWayOn(teams);
      }
    });

    it.each([
      'fly',
      'send',
      'add',
      'leave',
      'go',
      'later',
      'change:account',
      'resume',
      'discard',
      'delete',
      'constructor',
      '__proto__',
      'a'.repeat(40),
    ])('moves nothing where the card has no such move: %s', async (verb) => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'account');
      const state = stateIn(teams.card().buttons);
      const data = { candour: { verb: 'move', move: verb, state }, what: report.what, conflict: 'no' };
      await teams.invoke(moveName(), nestInData(data));
      expect(currentStep(teams.card())).toBe('account');
      expect(teams.card().text).toContain(translate('en', 'problem.oddMove'));
      expect(teams.filled('what')).toBe(report.what);
    });
  });

  describe('a card that is not theirs', () => {
    it('is refused to another person without a word of it, and its owner goes on', async () => {
      const [owner, other] = [await reporter(), await reporter(newPerson('cy-GB'))];
      await owner.teams.press('report');
      await goToStep(owner.teams, owner.report, 'review');
      const card = owner.teams.keep();
      const heard = other.teams.answers.length;
      other.teams.holdUp(card);
      await other.teams.press('send');
      expect(other.teams.card().text).toContain(translate('cy', 'notice.foreign'));
      expect(other.teams.answers.slice(heard).join('')).not.toContain(owner.canary);
      await expectWayOn(other.teams);
      await owner.teams.press('send');
      const { report } = await decryptSavedReport(bot(), await readSavedCase(bot(), owner.teams.card()));
      expect(report.answers).toEqual(owner.report);
    });

    it('is refused where its state was changed, cut or made up', async () => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'review');
      const state = stateIn(teams.card().buttons);
      const [header = '', , iv = '', sealed = '', tag = ''] = state.split('.');
      const other = (text: string, at: number) =>
        `${text.slice(0, at)}${text.charAt(at) === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      const made = Buffer.from(JSON.stringify({ alg: 'none', kid: '../../keys' })).toString('base64url');
      const changed = [
        other(state, 3),
        [header, '', other(iv, 2), sealed, tag].join('.'),
        [header, '', iv, other(sealed, 40), tag].join('.'),
        [header, '', iv, sealed, other(tag, 4)].join('.'),
        [header, '', iv, sealed, tag.slice(0, 4)].join('.'),
        [header, 'AAAA', iv, sealed, tag].join('.'),
        [made, '', iv, sealed, tag].join('.'),
        state.slice(0, -30),
        `${state}.${tag}`,
        '....',
        'x',
      ];
      for (const one of changed) {
        await move(teams, 'send', one);
        expect(teams.card().text).toContain(translate('en', 'notice.foreign'));
      }
      await expectWayOn(teams);
    });
  });

  describe('an answer that cannot be', () => {
    it.each(invalidAnswers.map((odd) => [JSON.stringify(odd).slice(0, 20), odd] as const))(
      'gets a sentence on the same card with everything else kept: %s',
      async (_name, odd) => {
        const { teams, report } = await reporter(newPerson('cy-GB'));
        await teams.press('report');
        await goToStep(teams, report, 'account');
        await teams.pressWith('next', { what: report.what, risk: 'no', conflict: odd, constructor: 'x', toString: 1 });
        expect(currentStep(teams.card())).toBe('account');
        expect(teams.card().text).toContain(translate('cy', 'problem.heading'));
        expect([teams.filled('what'), teams.filled('risk')]).toEqual([report.what, 'no']);
        teams.fill('conflict', 'no');
        await teams.press('next');
        expect(currentStep(teams.card())).toBe('limits');
      },
    );

    it('is kept in full where it is a little too long, and counted', async () => {
      const { teams, report, canary } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'about');
      const who = `${canary} ${'and so on '.repeat(60)}`.trim().slice(0, 420);
      await teams.pressWith('next', { kind: 'bribery', who, where: 'x' });
      expect(teams.card().text).toContain(
        translate('en', 'problem.long', { label: 'Who is it about?', by: who.length - 400 }).slice(-20),
      );
      expect([teams.filled('who'), teams.filled('kind'), teams.filled('where')]).toEqual([who, 'bribery', 'x']);
    });

    it.each([
      ['repeated', 'again and again '.repeat(20_000).slice(0, 300_000)],
      [
        'dense',
        Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)))
          .toString('base64')
          .repeat(4)
          .slice(0, 300_000),
      ],
      ['of quotation marks', '"\\'.repeat(75_000)],
      ['of marks that count twice', '\u{1f6a8}'.repeat(70_000)],
    ])('of 300 KB on the wire gets a card that Teams can show: %s', async (_name, text) => {
      const { teams, report } = await reporter();
      await teams.press('report');
      await goToStep(teams, report, 'account');
      await teams.pressWith('next', { what: text, conflict: 'no' });
      expect(currentStep(teams.card())).toBe('account');
      expect(teams.card().text).toContain(translate('en', 'problem.heading'));
      expect(teams.filled('conflict')).toBe('no');
      const left = teams.filled('what');
      expect([text.startsWith(left), left.length > 4_000]).toEqual([true, true]);
      const by = text.length - left.length;
      expect(teams.card().text).toContain(
        translate('en', 'problem.cut', { label: translate('en', 'question.what'), by }),
      );
      expect(teams.answers.at(-1)?.length).toBeLessThan(40_000);
      teams.fill('what', report.what);
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('limits');
    });

    it('is told calmly where a code is far too long or no text', async () => {
      const { teams } = await reporter();
      await teams.press('comeBack');
      for (const code of ['x'.repeat(300_000), ['2'], 12, { code: '' }]) {
        await teams.pressWith('next', { code });
        expect(teams.card().text).toContain(translate('en', 'problem.heading'));
      }
    });
  });
}
