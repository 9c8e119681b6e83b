import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages, otherLanguage, type Language } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { createTranslator } from '../../../tab/ui/translator.ts';
import { translate } from '../../../words/tab/translate.ts';
import { topicTitle } from '../../support/guidance/built-in-topics.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { getQuestionLabel } from '../../support/journeys/card-labels.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit({ EMERGENCY_NUMBER: '112' });

/** Somebody without any role, on a small phone. */
const atPage = (language: Language): Promise<TabPage> =>
  unit.open(
    { objectId: randomUUID(), name: 'Somebody' },
    { locale: localeByLanguage[language], made: 'report', width: 360 },
  );
const main = (tab: TabPage) => tab.tab.getByRole('main');
const heading = (tab: TabPage, name: string) => tab.tab.getByRole('heading', { name, exact: true });

async function looksRight(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['default', 'dark', 'contrast'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
  }
  await tab.changeTheme('default');
  await tab.picture(name, 'whole');
}

describe.each(languages)('the guidance on the page, in %s', (language) => {
  const words = createTranslator(language, '112');

  it('is read without any role, follows the page into the other language, is printed, and leads to a report', async () => {
    const tab = await atPage(language);
    await tab.see(words('shell.emergency'));
    await tab.button(words('report.call'), main(tab)).waitFor();
    await looksRight(tab, `${language}-start`);
    await tab.press(words('report.startGuidance'), main(tab));
    await heading(tab, sayOnCard(language, 'guidance.contents')).waitFor();
    await looksRight(tab, `${language}-guidance`);
    await tab.press(topicTitle(language, 'protects'));
    await heading(tab, topicTitle(language, 'protects')).waitFor();
    await looksRight(tab, `${language}-guidance-protects`);

    const other = otherLanguage(language);
    await tab.press(translate(other, 'shell.thisLanguage'), tab.tab.getByRole('banner'));
    await heading(tab, topicTitle(other, 'protects')).waitFor();
    await tab.press(translate(language, 'shell.thisLanguage'), main(tab));
    await heading(tab, topicTitle(language, 'protects')).waitFor();

    // On paper it is the topic alone: nothing that leads elsewhere.
    await tab.page.emulateMedia({ media: 'print' });
    expect(await tab.tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await tab.tab.getByRole('banner').isVisible()).toBe(false);
    await tab.see({ en: 'Since 6 April 2026', cy: 'Ers 6 Ebrill 2026' }[language]);
    await tab.page.emulateMedia({ media: 'screen' });

    // A report begins at once from there, on its own page.
    await tab.press(sayOnCard(language, 'common.report'), main(tab));
    await tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).waitFor();
    await tab.tab.getByRole('heading', { level: 1, name: words('report.startReport'), exact: true }).waitFor();
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('stops on a card, having asked about what was typed, and begins anew with nothing of it', async () => {
    const tab = await atPage(language);
    const canary = newCanary();
    await tab.press(words('report.startReport'), main(tab));
    await tab.fill(getQuestionLabel(language, 'what'), `Not for anybody yet. ${canary}`);
    await tab.press(words('report.stop'));
    await tab.see(words('leave.unsent'));
    await tab.press(words('leave.stay'));
    expect(await tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).inputValue()).toContain(
      canary,
    );
    await tab.press(words('report.stop'));
    await tab.press(words('leave.go'));
    await tab.see(words('report.intro'));
    expect(await tab.button(words('report.stop')).count()).toBe(0);
    await tab.press(words('report.startReport'), main(tab));
    await tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).waitFor();
    assertAbsent('the page', await tab.tab.content(), [canary]);
    assertAbsent('the browser', await readBrowserStorage(tab), [canary]);
    assertAbsent('the log', unit.bot.log.join(''), [canary]);
    await tab.close();
  });

  it('stops at once where nothing was written, and a look-up as well', async () => {
    const tab = await atPage(language);
    await tab.press(words('report.startComeBack'), main(tab));
    await tab.see(sayOnCard(language, 'comeBack.enterIntro'));
    await tab.press(words('shell.comeBack'), tab.tab.getByRole('navigation'));
    await tab.see(sayOnCard(language, 'comeBack.enterIntro'));
    await tab.press(sayOnCard(language, 'common.done'), main(tab));
    await tab.see(words('report.intro'));
    await tab.press(words('report.startReport'), main(tab));
    await tab.press(words('report.stop'));
    await tab.see(words('report.intro'));
    await tab.close();
  });
});
