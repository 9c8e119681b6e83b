import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { toDay } from '../../../core/model/calendar.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { formatDay } from '../../../words/date-format.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { getQuestionLabel, openSignedInPage } from '../../support/browser/partners/signed-in-page.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { startWithPartners } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results');
const contacts = contactsSchema.parse({});
const longestTop = 480;
let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  // As long as offices are named.
  [bot, browser] = await Promise.all([
    startWithPartners({
      environment: {
        RESERVE_NAME_EN: 'the Head of Legal Services',
        RESERVE_NAME_CY: 'Pennaeth y Gwasanaethau Cyfreithiol',
      },
    }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

const today = (language: Language): string => formatDay(language, toDay(bot.clock.now(), bot.settings.timeZone));

describe.each(languages)('the first card at the page of partners (%s)', (language) => {
  it.each(['light', 'dark', 'contrast'] as const)(
    'asks in sight of a phone, below what must be read first, in the look “%s”',
    async (look) => {
      const at = await openSignedInPage(browser, bot, language, look === 'dark' ? 'dark' : 'light');
      if (look === 'contrast') await at.page.emulateMedia({ forcedColors: 'active' });
      expect(await at.text()).toContain(translate(language, 'frame.access', { number: 1, day: today(language) }));
      await at.press(translate(language, 'inside.begin'));
      const field = at.page.getByRole('radiogroup', { name: getQuestionLabel(language, 'consent'), exact: true });
      // The card leads to its top as it comes.
      await field.waitFor();
      await at.settle();
      await at.page.evaluate(() => window.scrollTo(0, 0));
      const top = async (text: string): Promise<number> =>
        (await at.page.getByText(text, { exact: true }).first().boundingBox())?.y ?? Number.NaN;
      const asked = await top(getQuestionLabel(language, 'consent'));
      expect((await field.boundingBox())?.y).toBeLessThan(longestTop);
      for (const words of [
        sayOnCard(language, 'common.dangerHeading', { emergency: contacts.emergency }),
        sayOnCard(language, 'hub.life'),
        sayOnCard(language, 'hub.otherWays', { number: contacts.crimestoppers }),
      ])
        expect(await top(words)).toBeLessThan(asked);
      const call = at.page.getByRole('link', {
        name: translate(language, 'frame.call', { number: contacts.emergency }),
      });
      expect(await call.getAttribute('href')).toBe('tel:999');
      expect(await at.violations()).toEqual([]);
      await at.page.screenshot({ path: join(pictures, `partners-first-card-${look}-${language}.png`) });
      await at.page.setViewportSize({ width: 320, height: 640 });
      expect(await at.violations()).toEqual([]);
      await at.close();
    },
  );
});
