import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Language } from '../../../core/model/language.ts';
import { gallery, type Picture } from '../cards/gallery.ts';
import { longestCards } from '../cards/longest-cards.ts';
import { type CardSheet, openCardSheet } from './card-sheet.ts';
import { launchChromium } from './chromium.ts';
import type { Theme } from './teams-host-config.ts';

/** The narrowest phone in common use, in pixels. */
const narrowPhone = 360;
/** Two screens of such a phone: nobody scrolls further to the first question of a card. */
const twoScreens = 2 * 780;
/** Beneath the words of a report's first card, without scrolling. */
const firstFieldTop = 480;
const asksAtOnce = /^report-account-(?:en|cy)$/u;
/** One screen of the smallest phone that Teams runs on: what is read first stands there whole. */
const oneScreen = 640;
const readAtOnce = /^week(?:-wider|-reserve-quiet|-posted)?-(?:en|cy)$/u;
const themes = ['light', 'dark'] as const satisfies readonly Theme[];

/** Cards that look the same are drawn once: a step without pages is the same on each of its pages. */
function uniquePictures(pictures: readonly Picture[]): readonly Picture[] {
  const seen = new Map(pictures.toReversed().map((picture) => [JSON.stringify(picture.card), picture]));
  return [...seen.values()].toReversed();
}

/** The tests of one language. A file for each language lets two workers share them. */
export function describeGallery(language: Language): void {
  const cards = uniquePictures([...gallery(), ...longestCards()].filter((picture) => picture.language === language));
  const drawings = cards.flatMap((picture) => themes.map((theme) => ({ ...picture, theme })));

  describe(`every card drawn by Microsoft's renderer, in ${language}`, () => {
    let browser: Browser;
    let sheets: Readonly<Record<(typeof themes)[number], CardSheet>>;
    beforeAll(async () => {
      browser = await launchChromium();
      const open = (theme: Theme) => openCardSheet(browser, theme, { width: narrowPhone });
      sheets = { light: await open('light'), dark: await open('dark') };
    });
    afterAll(() => browser.close());

    it.each(drawings)('$name is accessible, labelled and whole on a phone, $theme', async ({ card, theme }) => {
      const sheet = sheets[theme];
      await sheet.render(card);
      const { axeViolations, labels, cutOff, errors } = await sheet.check();
      expect(axeViolations).toEqual([]);
      expect(labels.filter(({ labelled }) => !labelled)).toEqual([]);
      expect(cutOff).toEqual([]);
      expect(errors).toEqual([]);
    });

    it.each(cards.filter(({ name }) => readAtOnce.test(name)))('$name fits one screen of a phone', async ({ card }) => {
      await sheets.light.render(card);
      expect(await sheets.light.height()).toBeLessThanOrEqual(oneScreen);
    });

    it.each(cards.filter(({ name }) => asksAtOnce.test(name)))('$name asks at once', async ({ card }) => {
      await sheets.light.render(card);
      const at = await sheets.light.firstQuestionAt();
      expect([at > 0, at <= firstFieldTop, at]).toEqual([true, true, at]);
    });

    it.each(gallery().filter((picture) => picture.language === language))(
      '$name asks its first question within two screens of a phone',
      async ({ card }) => {
        await sheets.light.render(card);
        expect(await sheets.light.firstQuestionAt()).toBeLessThanOrEqual(twoScreens);
      },
    );
  });
}
