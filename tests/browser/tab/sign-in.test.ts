import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/tab/translate.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { openTab, type TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

const minute = 60;
const now = () => Math.floor(unit.bot.clock.now().getTime() / 1_000);
const { handler } = unitPeople;

/** Tokens that are none of this tab's, each signed as Entra signs, but for the last. */
const badTokens: Readonly<Record<string, () => Promise<string>>> = {
  'that has expired': () => unit.bot.entra.token({ ...handler, claims: { exp: now() - 10 * minute } }),
  'of another tenant': () => {
    const tid = randomUUID();
    return unit.bot.entra.token({
      ...handler,
      claims: { tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` },
    });
  },
  'for another app': () => unit.bot.entra.token({ ...handler, claims: { aud: randomUUID() } }),
  'without the scope': () => unit.bot.entra.token({ ...handler, claims: { scp: 'User.Read' } }),
  'of an app that acts by itself': () => unit.bot.entra.token({ ...handler, claims: { scp: undefined, idtyp: 'app' } }),
  'by a key of somebody else': () => unit.bot.entra.forgedToken('otherKey', handler),
  'that there is none of': () => Promise.reject(new Error('no token')),
};

const shownText = (tab: TabPage): Promise<string> => tab.tab.locator('body').innerText();

describe('signing in at the tab', () => {
  it.each(languages)('opens the cases for a handler, and words in the language of the client: %s', async (language) => {
    const tab = await unit.open(handler, { locale: localeByLanguage[language] });
    await tab.see(translate(language, 'list.heading'));
    expect(await tab.tab.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('lets somebody in whose role stands in the token alone', async () => {
    const tab = await unit.open(unitPeople.second);
    await tab.see(translate('en', 'list.heading'));
    await tab.close();
  });

  it.each(Object.keys(badTokens))('shows nothing with a token %s, and says so calmly', async (name) => {
    const { teams, report } = await newReporter(unit.bot);
    await sendShortReport({ teams }, report);
    const { record } = await readSavedCase(unit.bot, teams.card());
    const token = badTokens[name] ?? (() => Promise.reject(new Error('no such token')));
    const tab = await openTab(unit.browser, unit.bot, { as: token });
    await tab.see(translate('en', 'shell.notOpenHeading'));
    const text = await shownText(tab);
    expect(text).toContain('999');
    expect(text).not.toContain(record.caseId.slice(0, 3));
    expect(tab.traffic.filter(({ url, status }) => url.includes('/api/') && status !== 401)).toEqual([]);
    expect(await tab.violations()).toEqual([]);
    await tab.close();
  });

  it('shows whoever has no role what everybody has, and nothing of cases', async () => {
    const tab = await unit.open(unitPeople.nobody);
    await tab.see(translate('en', 'report.intro'));
    const names = await tab.tab.getByRole('navigation').getByRole('button').allInnerTexts();
    expect(names).toEqual([
      translate('en', 'shell.report'),
      translate('en', 'shell.comeBack'),
      translate('en', 'shell.guidance'),
    ]);
    expect(tab.traffic.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api/'))).toEqual([
      '/api/tab/me',
    ]);
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-no-role');
    await tab.close();
  });

  it('explains itself where a client does not answer, or there is none', async () => {
    const silent = await openTab(unit.browser, unit.bot, { as: handler, isSilent: true });
    await silent.see(translate('en', 'shell.notInTeamsHeading'));
    expect(silent.traffic.filter(({ url }) => url.includes('/api/'))).toEqual([]);
    expect(await silent.violations()).toEqual([]);
    // It answers at last, as on a phone that has much to do.
    await silent.page.evaluate('window.candourSpeak()');
    await silent.see(translate('en', 'list.heading'));
    await silent.page.goto(silent.tab.url());
    await silent.page.getByRole('heading', { name: translate('en', 'shell.notInTeamsHeading') }).waitFor();
    await silent.close();
  });

  it('opens the case of a deep link for those who may see it, and says no more than its words to others', async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendShortReport({ teams }, report);
    const { record } = await readSavedCase(unit.bot, teams.card());
    const mine = await unit.open(handler, { subPage: `case:${record.caseId}` });
    await mine.see(translate('en', 'case.workHeading'));
    await mine.close();
    const theirs = await unit.open(unitPeople.reserve, { subPage: `case:${record.caseId}` });
    await theirs.see(translate('en', 'case.refusedHeading'));
    await theirs.close();
    const nobodys = await unit.open(unitPeople.nobody, { subPage: `case:${record.caseId}` });
    await nobodys.see(translate('en', 'report.intro'));
    await nobodys.close();
  });

  it('takes the theme of the client, also where it changes while the tab is open', async () => {
    const tab = await unit.open(handler, { theme: 'glass' });
    await tab.see(translate('en', 'list.heading'));
    const ground = () =>
      tab.tab.evaluate(
        () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
      );
    const grounds = [await ground()];
    for (const theme of ['default', 'contrast', 'dark'] as const) {
      await tab.changeTheme(theme);
      grounds.push(await ground());
    }
    // Glass is dark.
    expect(grounds[3]).toBe(grounds[0]);
    expect(new Set(grounds).size).toBe(3);
    await tab.close();
  });
});
