import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import { openReportPage, chooseFile, fillToCode } from '../../support/browser/tab/report-files-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { readCleanRecording } from '../../support/files/clean-recordings.ts';
import { getQuestionLabel } from '../../support/journeys/card-labels.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';

const unit = setUpUnit();
const themes = ['default', 'dark', 'contrast'] as const;

describe.each(languages)('hiding the page, in %s,', (language) => {
  const words = (key: Parameters<typeof translate>[1]) => translate(language, key);
  const onCard = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);
  const neutral = [
    '- main:',
    `  - heading "${words('shell.neutral')}" [level=1]`,
    `  - paragraph: ${words('shell.neutralText')}`,
    `  - button "${words('shell.neutralReturn')}"`,
  ].join('\n');
  const expectNeutral = async (tab: TabPage): Promise<void> => {
    await tab.see(words('shell.neutralText'));
    expect(await tab.tab.locator('body').ariaSnapshot()).toBe(neutral);
    expect(await tab.tab.title()).toBe(words('shell.neutral'));
    expect(await tab.tab.locator(':focus').innerText()).toBe(words('shell.neutralReturn'));
  };
  const escapeTwice = async (tab: TabPage): Promise<void> => {
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('Escape');
  };

  it('shows nothing of it, asks nothing of the server, and brings words, focus and files back', async () => {
    const tab = await openReportPage(unit, language);
    const canary = newCanary();
    await fillToCode(tab, language, 'notKept', canary);
    await chooseFile(tab, language, 'note.txt', Buffer.from('What was said'));
    const name = translate(language, 'files.note', { number: 1 });
    const file = tab.tab.getByText(translate(language, 'files.itemClean', { name, size: 1 }), { exact: true });
    await file.waitFor();
    const mode = tab.tab.getByRole('radiogroup', { name: getQuestionLabel(language, 'mode'), exact: true });
    const what = tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true });
    for (const shown of [mode, what]) {
      await tab.press(onCard('common.back'), tab.tab.getByRole('main'));
      await shown.waitFor();
    }
    await what.fill(`${canary} and more`);
    await tab.settle();
    const asked = tab.traffic.length;
    const title = await tab.tab.title();

    await tab.press(words('shell.hide'));
    await expectNeutral(tab);
    expect(await tab.tab.locator('body').innerText()).not.toContain('Candour');
    for (const theme of themes) {
      await tab.changeTheme(theme);
      expect({ theme, violations: await tab.violations() }).toEqual({ theme, violations: [] });
    }
    await tab.changeTheme('default');
    await tab.picture(`${language}-hidden`);
    await tab.tab.getByRole('button', { name: words('shell.neutralReturn'), exact: true }).focus();
    await tab.page.keyboard.press('Enter');
    expect(await tab.tab.locator(':focus').getAttribute('data-field')).toBe('what');
    expect(await what.inputValue()).toBe(`${canary} and more`);
    expect(await tab.tab.title()).toBe(title);

    await tab.tab.evaluate(() => window.scrollTo(0, 200));
    const place = await tab.tab.evaluate(() => window.scrollY);
    await escapeTwice(tab);
    await expectNeutral(tab);
    await tab.page.keyboard.press('Enter');
    expect(await tab.tab.locator(':focus').getAttribute('data-field')).toBe('what');
    expect(await tab.tab.evaluate(() => window.scrollY)).toBe(place);
    expect(tab.traffic.length).toBe(asked);
    await tab.press(onCard('common.continue'));
    await mode.waitFor();
    await tab.press(onCard('common.continue'));
    await tab.see(words('files.list'));
    await file.waitFor();
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('is silent at once: a recording that plays pauses, and nothing of it is printed', async () => {
    const tab = await openReportPage(unit, language);
    const canary = newCanary();
    await fillToCode(tab, language, 'notKept', canary);
    await chooseFile(tab, language, 'note.m4a', Buffer.from(readCleanRecording('note.m4a')));
    const sound = tab.tab.frameLocator('iframe').locator('audio');
    await sound.evaluate((element) => {
      if (!(element instanceof HTMLMediaElement)) return;
      element.loop = true;
      return element.play();
    });
    await tab.press(words('shell.hide'));
    await expectNeutral(tab);
    await waitFor(
      'the recording to pause',
      async () => (await sound.evaluate((one) => one instanceof HTMLMediaElement && one.paused)) || undefined,
    );
    await tab.page.emulateMedia({ media: 'print' });
    const shown = (await tab.tab.locator('body').innerText()).split(/\n+/u).filter((line) => line.trim() !== '');
    expect(shown).toEqual([words('shell.neutral'), words('shell.neutralText'), words('shell.neutralReturn')]);
    await tab.page.emulateMedia({ media: 'screen' });
    await tab.page.keyboard.press('Enter');
    await tab.see(words('files.list'));
    expect(await tab.tab.locator('iframe').count()).toBe(1);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('leaves the first Escape to a window that is open', async () => {
    const tab = await openReportPage(unit, language);
    await fillToCode(tab, language, 'notKept', newCanary());
    await tab.press(words('shell.comeBack'));
    await tab.see(words('leave.unsent'));
    await tab.page.keyboard.press('Escape');
    await tab.tab.getByText(words('leave.unsent')).waitFor({ state: 'hidden' });
    expect(await tab.tab.getByText(words('shell.neutralText')).count()).toBe(0);
    await escapeTwice(tab);
    await expectNeutral(tab);
    await tab.close();
  });

  it('is in sight at 320 px however far one reads, and covers no field that has the focus', async () => {
    const tab = await unit.open(
      { objectId: randomUUID(), name: 'Somebody' },
      { locale: localeByLanguage[language], made: 'report', width: 320, height: 640 },
    );
    await tab.press(words('report.startReport'), tab.tab.getByRole('main'));
    await tab.see(onCard('common.continue'));
    const button = tab.button(words('shell.hide'));
    for (const theme of themes) {
      await tab.changeTheme(theme);
      expect({ theme, violations: await tab.violations() }).toEqual({ theme, violations: [] });
    }
    await tab.changeTheme('default');
    await tab.tab.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const box = await button.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(80);
    await tab.picture(`${language}-hide-320`);
    const width = await tab.tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    await tab.close();
  });
});

describe('hiding the page', () => {
  it('is offered where people report, and Escape hides no other page', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: 'en-gb' });
    await tab.tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.page.keyboard.press('Escape');
    await tab.settle();
    expect(await tab.button(translate('en', 'shell.hide')).count()).toBe(0);
    expect(await tab.tab.getByText(translate('en', 'shell.neutralText')).count()).toBe(0);
    await tab.close();
  });
});
