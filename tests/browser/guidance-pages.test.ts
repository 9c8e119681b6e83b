import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { infoPagePath, infoPages } from '../../bot/http/info-pages.ts';
import { languages, otherLanguage } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { newPage } from '../support/browser/loopback-page.ts';
import { findPageProblems } from '../support/browser/page-problems.ts';
import { topicTitle, topicIds } from '../support/guidance/built-in-topics.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/guidance');
mkdirSync(pictures, { recursive: true });

let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  bot = await startBot({
    entryPoint: 'dialog',
    environment: { IOPC_CONTACT: '0300 020 0096', VICTIMS_PHONE: '0300 123 2133' },
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

/** What has the focus: its words, and whether it is seen to have it and stands in the window. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (it === null || it === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    const { top, bottom } = it.getBoundingClientRect();
    return {
      name: (it.textContent ?? '').trim(),
      isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' && bottom > 0 && top < window.innerHeight,
    };
  });

/** Goes to a link by Tab and follows it by Enter. Throws where the keyboard does not come there. */
async function followByKeys(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now?.name !== name) continue;
    expect(now).toEqual({ name, isSeen: true });
    return page.keyboard.press('Enter');
  }
  throw new Error(`the keyboard does not come to "${name}"`);
}

/** How many places Tab comes to until it leaves the page. Throws where it never does. */
async function stops(page: Page): Promise<number> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === undefined) return presses;
    expect(now).toEqual({ name: now.name, isSeen: true });
  }
  throw new Error('Tab never leaves the page');
}

const shown = ['', 'what', 'support', 'ways', 'gone'] as const;
const addressOf = (language: string, topic: string): string =>
  new URL(`/guidance/${language}${topic === '' ? '' : `/${topic}`}`, bot.endpoint()).href;

describe('the pages that Microsoft asks for', () => {
  it.each([320, 1280])('read well at %i pixels, light, dark, and in a reader’s own colours', async (width) => {
    const { page, errors, refusedHosts } = await newPage(browser, { width, height: 900 });
    for (const info of infoPages)
      for (const look of [
        { colorScheme: 'light', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'active' },
      ] as const) {
        await page.emulateMedia(look);
        await page.goto(new URL(infoPagePath(info), bot.endpoint()).href);
        expect({ info, look, troubles: await findPageProblems(page) }).toEqual({ info, look, troubles: [] });
        const kind = look.forcedColors === 'active' ? 'forced' : look.colorScheme;
        await page.screenshot({ path: join(pictures, `info-${info}-${width}-${kind}.png`), fullPage: true });
      }
    expect(errors).toEqual([]);
    expect([...refusedHosts]).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('lead by keyboard to the other language and past what is around the text', async () => {
    const { page } = await newPage(browser, { width: 320, height: 640 });
    await page.goto(new URL('/support', bot.endpoint()).href);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(({ hash }) => hash === '#main');
    await page.goto(new URL('/support', bot.endpoint()).href);
    await followByKeys(page, translate('cy', 'common.thisLanguage'));
    await page.waitForURL(({ hash }) => hash === '#cy');
    await page.goto(new URL('/privacy', bot.endpoint()).href);
    expect(await stops(page)).toBeGreaterThan(8);
    await page.context().close();
  });
});

describe.each(languages)('the public pages in %s', (language) => {
  it.each([320, 1280])('read well at %i pixels, light, dark, and in a reader’s own colours', async (width) => {
    const { page, errors, refusedHosts } = await newPage(browser, { width, height: 900 });
    for (const topic of shown) {
      const name = `${language}-${topic || 'front'}-${width}`;
      for (const look of [
        { colorScheme: 'light', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'none' },
        { colorScheme: 'dark', forcedColors: 'active' },
      ] as const) {
        await page.emulateMedia(look);
        await page.goto(addressOf(language, topic));
        expect({ name, look, troubles: await findPageProblems(page) }).toEqual({ name, look, troubles: [] });
        const kind = look.forcedColors === 'active' ? 'forced' : look.colorScheme;
        await page.screenshot({ path: join(pictures, `${name}-${kind}.png`), fullPage: true });
      }
    }
    // The browser itself says that a page was not found.
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    expect([...refusedHosts]).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('reads at 320 pixels with text twice as large, without moving sideways', async () => {
    const { page } = await newPage(browser, { width: 320, height: 640 });
    for (const topic of shown) {
      await page.goto(addressOf(language, topic));
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      // What stays in sight leaves room for the text.
      const bar = await page
        .getByRole('navigation', { name: translate(language, 'public.leaving'), exact: true })
        .boundingBox();
      expect(bar?.height).toBeLessThan(640 / 4);
    }
    await page.screenshot({ path: join(pictures, `${language}-large.png`) });
    await page.context().close();
  });

  it('leads by keyboard past what is around the text, from topic to topic, and to the other language', async () => {
    const { page } = await newPage(browser, { width: 800, height: 900 });
    await page.goto(addressOf(language, topicIds[0] ?? ''));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(translate(language, 'public.skip'));
    await page.keyboard.press('Enter');
    await page.waitForURL(({ hash }) => hash === '#main');
    for (const id of topicIds.slice(1)) {
      await followByKeys(page, translate(language, 'public.next', { title: topicTitle(language, id) }));
      await page.getByRole('heading', { level: 1, name: topicTitle(language, id), exact: true }).waitFor();
    }
    await followByKeys(page, translate(language, 'public.everyone'));
    await page.getByRole('heading', { level: 1, name: translate(language, 'public.title'), exact: true }).waitFor();
    const other = otherLanguage(language);
    await followByKeys(page, translate(other, 'common.thisLanguage'));
    await page.getByRole('heading', { level: 1, name: translate(other, 'public.title'), exact: true }).waitFor();
    // From the top to the bottom, each place in sight, and out of the page: nothing holds the keyboard.
    expect(await stops(page)).toBeGreaterThan(topicIds.length);
    await page.context().close();
  });

  it('keep the way out in sight wherever a reader is, and what is focused beside it', async () => {
    const { page, refusedHosts } = await newPage(browser, { width: 320, height: 640 });
    await page.goto(addressOf(language, ''));
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const leave = page.getByRole('link', { name: translate(language, 'public.leave'), exact: true });
    expect(await leave.boundingBox()).toMatchObject({ y: expect.any(Number) });
    const box = await leave.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 640).toBe(true);
    expect(box && box.height).toBeGreaterThanOrEqual(44);
    await Promise.all([page.waitForEvent('requestfailed'), leave.click()]);
    expect([...refusedHosts]).toEqual(['www.bbc.co.uk']);
    await page.context().close();
  });

  it('print as the text alone', async () => {
    const { page } = await newPage(browser, { width: 800, height: 900 });
    await page.goto(addressOf(language, 'support'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    await page.screenshot({ path: join(pictures, `${language}-print.png`), fullPage: true });
    await page.context().close();
  });
});
