import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreError } from '../../core/ports/store-error.ts';
import type { Store } from '../../core/ports/store.ts';
import { languages } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import {
  answerCard,
  newReporter,
  type Reporter,
  sendShortReport,
  currentStep,
  goToStep,
} from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';

const dayMs = 86_400_000;

describe.each(['dialog', 'chat'] as const)(
  'while the store is away at the change of day, by the %s door',
  (entryPoint) => {
    let bot: RunningBot;
    let isAway = false;
    let canaries: string[] = [];
    const there = async <T>(work: () => Promise<T>): Promise<T> => {
      if (isAway) throw new StoreError('unavailable');
      return work();
    };
    const around = (store: Store): Store => ({
      ...store,
      dayKeys: {
        add: (key) => there(() => store.dayKeys.add(key)),
        read: (id) => there(() => store.dayKeys.read(id)),
        removeBefore: (id) => store.dayKeys.removeBefore(id),
      },
    });
    beforeAll(async () => {
      bot = await startBot({ entryPoint, wrapParts: ({ store, seal }) => ({ store: around(store), seal }) });
    });
    afterAll(() => bot.stop());
    afterEach(() => {
      isAway = false;
      assertAbsent('log', bot.log.join(''), canaries);
      assertAbsent('posts', JSON.stringify(bot.connector.posts), canaries);
      assertAbsentOnDisk(bot.folder, canaries);
      canaries = [];
    });

    async function somebody(language: 'en' | 'cy'): Promise<Reporter> {
      const reporter = await newReporter(bot, newPerson(language === 'en' ? 'en-GB' : 'cy-GB'));
      canaries.push(reporter.canary);
      return reporter;
    }
    /** Half an hour before midnight, by which the keys of a day are named. */
    const beforeMidnight = (): void => bot.clock.forward(dayMs - (bot.clock.now().getTime() % dayMs) - 1_800_000);
    /** Another day, on which a server that was just started finds no key. */
    async function nextDay(): Promise<void> {
      bot.clock.forward(3_600_000);
      await bot.restart();
      isAway = true;
    }

    describe.each(languages)('in %s', (language) => {
      const held = () => translate(language, 'notice.held');

      it('a card that cannot be opened comes back with all that was typed, and goes on from there', async () => {
        beforeMidnight();
        const { teams, report } = await somebody(language);
        await teams.press('report');
        await goToStep(teams, report, 'account');
        answerCard(teams, report);
        await nextDay();
        const typed = ['what', 'risk', 'conflict'].map((id) => [id, teams.filled(id)] as const);
        for (const tries of [1, 2]) {
          await teams.press('next');
          expect([tries, teams.card().language, teams.card().text.includes(held())]).toEqual([tries, language, true]);
          expect(typed.map(([id]) => [id, teams.filled(id)])).toEqual(typed);
        }
        isAway = false;
        await teams.press('next');
        expect(currentStep(teams.card())).toBe('limits');
        await goToStep(teams, report, 'review');
        await teams.press('send');
        expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(report);
      });

      it('a report that is sent as the day changes is not lost with its card, and is saved once', async () => {
        beforeMidnight();
        const { teams, report } = await somebody(language);
        await teams.press('report');
        await goToStep(teams, report, 'review');
        bot.clock.forward(3_600_000);
        // The card is opened by the key of yesterday, which is known; none can be had to seal the receipt.
        isAway = true;
        await teams.press('send');
        expect(teams.card().text).toContain(held());
        expect(teams.card().text).not.toContain(translate(language, 'receipt.heading'));
        isAway = false;
        await teams.press('send');
        expect(teams.card().text).toContain(translate(language, 'receipt.heading'));
        const saved = await readSavedCase(bot, teams.card());
        expect(saved.events.map(({ kind }) => kind)).toEqual(['received']);
        expect((await decryptSavedReport(bot, saved)).report.answers).toEqual(report);
      });

      it('what was to be done next is remembered beside what was typed: a choice, a code, a follow-up', async () => {
        beforeMidnight();
        const { teams, report, canary } = await somebody(language);
        await sendShortReport({ teams }, report);
        const [receipt, code] = [teams.card(), parseCardCode(teams.card())];
        await teams.press('done');
        await teams.press('report');
        await goToStep(teams, report, 'code');
        const other = parseCardCode(teams.card());
        await nextDay();
        await teams.press('later');
        expect(teams.card().text).toContain(held());
        isAway = false;
        await teams.press('later');
        expect(teams.card().text).toContain(translate(language, 'receipt.keptHeading'));
        expect(parseCardCode(teams.card())).toBe(other);
        await teams.press('done');

        beforeMidnight();
        await teams.press('comeBack');
        teams.fill('code', code);
        await teams.press('next');
        const addition = `And again on Friday. ${canary} away`;
        teams.fill('addition', addition);
        await nextDay();
        await teams.press('add');
        expect([teams.card().text.includes(held()), teams.filled('addition')]).toEqual([true, addition]);
        isAway = false;
        await teams.press('add');
        expect(teams.card().text).toContain(translate(language, 'comeBack.addedHeading'));
        const { followUps } = await decryptSavedReport(bot, await readSavedCase(bot, receipt));
        expect(followUps.map(({ text }) => text)).toEqual([addition]);
      });

      it('the page goes on by itself into the next day, and what it hands in then is saved', async () => {
        beforeMidnight();
        const { report, canary } = await somebody(language);
        canaries.push(canary);
        const page = createPageClient(bot.tab({ objectId: randomUUID() }), language);
        await page.press('report');
        await goToStep(page, report, 'account');
        answerCard(page, report);
        await nextDay();
        await page.press('next');
        expect(currentStep(page.card())).toBe('limits');
        await goToStep(page, report, 'code');
        await page.press('send');
        expect(page.card().text).toContain(translate(language, 'receipt.heading'));
        expect((await decryptSavedReport(bot, await readSavedCase(bot, page.card()))).report.answers['what']).toBe(
          report.what,
        );
      });
    });

    it('a card of somebody else shows nothing but what was sent with it, and is refused when the store is back', async () => {
      beforeMidnight();
      const { teams, report, canary } = await somebody('en');
      await teams.press('report');
      await goToStep(teams, report, 'review');
      const review = teams.keep();
      const other = createTeamsClient(bot, newPerson('cy-GB'));
      await other.install();
      await nextDay();
      other.holdUp(review);
      await other.press('send');
      expect(other.card().text).toContain(translate('en', 'notice.held'));
      assertAbsent('card', other.answers.join('\n'), [canary]);
      isAway = false;
      await other.press('send');
      expect(other.card().text).toContain(translate('cy', 'notice.foreign'));
      teams.holdUp(review);
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
    });

    it('a state that nobody made is held unopened, and refused when the store is back', async () => {
      beforeMidnight();
      const { teams } = await somebody('en');
      await teams.press('report');
      await nextDay();
      // Of yesterday, whose key this server does not have yet.
      const kid = new Date(bot.clock.now().getTime() - 3_600_000).toISOString().slice(0, 10);
      const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid })).toString('base64url');
      const state = [header, '', ...[12, 40, 16].map((size) => Buffer.alloc(size, 1).toString('base64url'))].join('.');
      const data = { candour: { verb: 'move', move: 'next', state }, what: 'words' };
      const value =
        entryPoint === 'dialog'
          ? { data, context: { theme: 'default' } }
          : { action: { type: 'Action.Execute', data }, trigger: 'manual' };
      await teams.invoke(entryPoint === 'dialog' ? 'task/submit' : 'adaptiveCard/action', value);
      expect([teams.card().text.includes(translate('en', 'notice.held')), teams.filled('what')]).toEqual([
        true,
        'words',
      ]);
      isAway = false;
      await teams.press('next');
      expect(teams.card().text).toContain(translate('en', 'notice.foreign'));
    });
  },
);
