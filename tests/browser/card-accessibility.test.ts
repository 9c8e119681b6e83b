import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { campaignItemPage, withdrawnCampaignItemPage } from '../../cards/campaign-item-page.ts';
import { renderPage } from '../../cards/render-page.ts';
import { languages } from '../../core/model/language.ts';
import { loadBuiltInPlan } from '../../guidance/node/built-in-texts.ts';
import { translate } from '../../words/cards/translate.ts';
import { openCardSheet } from '../support/browser/card-sheet.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { fewContacts } from '../support/cards/example-views.ts';
import { gallery } from '../support/cards/gallery.ts';
import { topics } from '../support/guidance/built-in-topics.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const themes = ['light', 'dark', 'contrast'] as const;
const smallest = 320;
const [item] = loadBuiltInPlan().filter(({ scene }) => scene !== undefined);
if (!item?.scene) throw new Error('no plan');
const { scene } = item;

const everybody =
  /^(?:pulse|messages|report-(?:account|limits|code|review-page|to-page|kept|receipt)|come-back-(?:enter|case|draft))/u;

/** Every card that a campaign brings somebody or leads them to, and those from the first of a report to its way back. */
const cardsIn = (language: (typeof languages)[number]) => [
  ['item', renderPage(campaignItemPage({ item, language, contacts: fewContacts, topics }))] as const,
  ['withdrawn', renderPage(withdrawnCampaignItemPage(language))] as const,
  ...gallery()
    .filter((picture) => picture.language === language && everybody.test(picture.name))
    .map(({ name, card }) => [name, card] as const),
];

/** What has the focus: how it is called, or of what it is one, and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (it === null || it === document.body) return undefined;
    const isChoice = it instanceof HTMLInputElement && it.type === 'radio';
    const isField = it.matches('input, textarea, select');
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    return {
      name: isChoice ? `choice ${it.name}` : isField ? 'field' : (it.textContent ?? '').trim(),
      isSeen: outlineStyle !== 'none' && outlineWidth !== '0px',
    };
  });

/** How many questions with choices the card asks. */
const questionsOf = (page: Page): Promise<number> =>
  page.locator('input[type=radio]').evaluateAll((all) => new Set(all.map((one) => one.getAttribute('name'))).size);

/** Where Tab comes to, from the top of the page until it leaves it. Throws where it never does. */
async function stops(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === undefined) return found;
    expect(now).toEqual({ name: now.name, isSeen: true });
    found.push(now.name);
  }
  throw new Error('Tab never leaves the card');
}

describe.each(languages)('a card for everybody, in %s', (language) => {
  it.each(themes)('is accessible and whole on the narrowest screen, %s', async (theme) => {
    const sheet = await openCardSheet(browser, theme, { width: smallest });
    for (const [name, card] of cardsIn(language)) {
      await sheet.render(card);
      const { axeViolations, labels, cutOff, errors } = await sheet.check();
      const unnamed = labels.filter(({ labelled }) => !labelled);
      expect({ name, axeViolations, unnamed, cutOff, errors }).toEqual({
        name,
        axeViolations: [],
        unnamed: [],
        cutOff: [],
        errors: [],
      });
    }
    await sheet.close();
  });

  it('is gone through by Tab from its first control to its last, and left', async () => {
    const sheet = await openCardSheet(browser, 'light', { width: smallest });
    for (const [name, card] of cardsIn(language)) {
      await sheet.render(card);
      const buttons = await sheet.page.getByRole('button').or(sheet.page.getByRole('link')).allTextContents();
      const sets = await questionsOf(sheet.page);
      const found = await stops(sheet.page);
      const pressed = found.filter((one) => one !== 'field' && !one.startsWith('choice '));
      expect({ name, pressed }).toEqual({ name, pressed: buttons.map((title) => title.trim()) });
      // One stop for each question, whose choices are gone through by arrows.
      const fields = await sheet.page.locator('input:not([type=radio]), textarea, select').count();
      expect({ name, fields: found.filter((one) => one === 'field').length }).toEqual({ name, fields });
      expect({ name, sets: new Set(found.filter((one) => one.startsWith('choice '))).size }).toEqual({ name, sets });
    }
    await sheet.close();
  });

  it('has its scene answered, and its questions, by keys alone', async () => {
    const sheet = await openCardSheet(browser, 'light', { width: smallest });
    const { page } = sheet;
    const tabTo = async (isIt: (name: string) => boolean): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        if (now && isIt(now.name)) return;
      }
      throw new Error('the keyboard does not come there');
    };
    for (const [name, card] of cardsIn(language)) {
      await sheet.render(card);
      if (name === 'item') {
        for (const [place, key] of (['Enter', 'Space'] as const).entries()) {
          const option = scene.options[place];
          if (!option) throw new Error('one option');
          await tabTo((one) => one === option.text[language]);
          await page.keyboard.press(key);
          await page.getByText(option.reveal[language]).waitFor();
          // The button is there still, with the focus on it.
          expect((await focused(page))?.name).toBe(option.text[language]);
        }
      }
      if (name.startsWith('pulse-empty')) {
        const sets = await questionsOf(page);
        expect(sets).toBe(4);
        const seen = new Set<string>();
        for (let set = 0; set < sets; set += 1) {
          await tabTo((one) => one.startsWith('choice ') && !seen.has(one));
          seen.add((await focused(page))?.name ?? '');
          await page.keyboard.press('Space');
          await page.keyboard.press('ArrowDown');
        }
        expect(await page.locator('input[type=radio]:checked').count()).toBe(sets);
        await tabTo((one) => one === translate(language, 'pulse.send'));
      }
    }
    await sheet.close();
  });
});
