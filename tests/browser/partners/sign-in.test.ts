import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { say } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { troublesOf } from '../../support/browser/page-troubles.ts';
import { passkeyDevice } from '../../support/browser/partners/passkey-device.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { adminDoes, invited } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results/partners');
mkdirSync(pictures, { recursive: true });

let bot: RunningBot;
let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  bot = await startBot({ door: 'chat' });
  browser = await launchChromium();
});
afterEach(async () => {
  await context?.close();
  context = undefined;
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

const address = (token?: string): string => {
  const { port } = new URL(bot.endpoint());
  return `http://localhost:${port}/partners/${token === undefined ? '' : `#${token}`}`;
};

/** A phone at the page, with a device that makes passkeys, and all that its browser asked of any server. */
async function atPage(
  token?: string,
  { colorScheme = 'light', locale = 'en-GB' }: { colorScheme?: 'light' | 'dark'; locale?: string } = {},
) {
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme, locale });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.name));
  page.on('console', (message) => errors.push(message.text()));
  const { lose } = await passkeyDevice(page);
  await page.goto(address(token));
  return { page, asked, errors, lose };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Everything that a page can leave in its browser. */
const leftBy = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    state: JSON.stringify(history.state ?? null),
    address: location.href.replace(location.origin, ''),
  }));
const nothing = {
  local: 0,
  session: 0,
  cookies: '',
  databases: 0,
  caches: 0,
  workers: 0,
  state: 'null',
  address: '/partners/',
};

describe('a partner at the page', () => {
  it('makes a passkey, signs in by it again, and leaves nothing behind', async () => {
    const { token } = await invited(bot);
    const { page, asked, errors } = await atPage(token);
    await heading(page, say('en', 'invited.heading'));
    expect(await leftBy(page)).toEqual(nothing);
    await press(page, say('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: say('en', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
    await press(page, say('en', 'frame.signOut'));
    await heading(page, say('en', 'enter.heading'));
    await press(page, say('en', 'enter.passkey'));
    await page.getByRole('button', { name: say('en', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([new URL(address()).origin]));
    expect(asked.filter((url) => url.includes(token.split('.')[1] ?? ''))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is told that the link was used, and that a passkey that was lost opens nothing more', async () => {
    const { token, id } = await invited(bot);
    const { page, lose } = await atPage(token);
    await press(page, say('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: say('en', 'frame.signOut') }).waitFor();
    await page.goto('about:blank');
    await page.goto(address(token));
    await page.getByText(say('en', 'invited.used')).waitFor();
    const renewed = await adminDoes(bot, 'renew', id);
    await press(page, say('en', 'enter.passkey'));
    await page.getByText(say('en', 'enter.unknownPasskey')).waitFor();
    await lose();
    await page.goto('about:blank');
    await page.goto(address(renewed));
    await press(page, say('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: say('en', 'frame.signOut') }).waitFor();
    await adminDoes(bot, 'revoke', id);
    await press(page, say('en', 'frame.signOut'));
    await press(page, say('en', 'enter.passkey'));
    await page.getByText(say('en', 'enter.revoked')).waitFor();
  });

  it('signs in with six words that were drawn, once they were typed back', async () => {
    const { token } = await invited(bot);
    const { page } = await atPage(token, { locale: 'cy-GB' });
    await press(page, say('cy', 'invited.drawWelsh'));
    const words = (await page.locator('.drawn').textContent()) ?? '';
    expect(words.split(' ')).toHaveLength(6);
    await page.getByLabel(say('cy', 'invited.typeBack')).fill('nid y rhain yw nhw o gwbl');
    await press(page, say('cy', 'invited.useWords'));
    await page.getByText(say('cy', 'invited.notThese')).waitFor();
    await page.getByLabel(say('cy', 'invited.typeBack')).fill(` ${words.toUpperCase()} `);
    await press(page, say('cy', 'invited.useWords'));
    await page.getByRole('button', { name: say('cy', 'frame.signOut') }).waitFor();
    await press(page, say('cy', 'frame.signOut'));
    await page.getByLabel(say('cy', 'enter.words')).fill(words);
    await press(page, say('cy', 'enter.withWords'));
    await page.getByRole('button', { name: say('cy', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
  });

  it.each(['the button', 'Escape twice'])('is gone at once by %s, and comes back to nobody signed in', async (way) => {
    const { token } = await invited(bot);
    const { page } = await atPage(token);
    await press(page, say('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: say('en', 'frame.signOut') }).waitFor();
    const before = await page.evaluate(() => history.length);
    await page.route('**/*', (route) =>
      route.request().url().includes('/partners/') || route.request().url().includes('/api/')
        ? route.continue()
        : route.fulfill({ body: 'the weather', contentType: 'text/plain' }),
    );
    if (way === 'the button') await press(page, say('en', 'frame.leave'));
    else {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    await page.waitForURL('https://www.bbc.co.uk/weather');
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goto(address());
    await heading(page, say('en', 'enter.heading'));
  });

  it('is told what to do with a link that a server on its way has seen, or that is cut off', async () => {
    const { token } = await invited(bot);
    const { page } = await atPage(token.slice(0, -3));
    await page.getByText(say('en', 'invited.unknown')).waitFor();
    await page.goto('about:blank');
    await page.goto(address().replace('/partners/', `/partners/?${token}`));
    await page.getByText(say('en', 'invited.inQuery')).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
  });

  it.each(languages.flatMap((language) => (['light', 'dark'] as const).map((scheme) => [language, scheme] as const)))(
    'reads a page that axe finds nothing in, on a phone (%s, %s)',
    async (language, colorScheme) => {
      const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
      const { token } = await invited(bot);
      const { page } = await atPage(undefined, { colorScheme, locale });
      await heading(page, say(language, 'enter.heading'));
      expect(await page.getByText(say(language, 'frame.danger', { emergency: '999' })).count()).toBe(1);
      expect(await troublesOf(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `sign-in-${language}-${colorScheme}.png`), fullPage: true });
      await page.goto('about:blank');
      await page.goto(address(token));
      await heading(page, say(language, 'invited.heading'));
      await press(page, say(language, language === 'cy' ? 'invited.drawWelsh' : 'invited.drawEnglish'));
      await page.locator('.drawn').waitFor();
      expect(await troublesOf(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `invited-${language}-${colorScheme}.png`), fullPage: true });
    },
  );
});
