import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { findPageProblems } from '../../support/browser/page-problems.ts';
import { createPasskeyDevice } from '../../support/browser/partners/passkey-device.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { changeInvitation, createInvitation } from '../../support/partners/partner-client.ts';
import { testTimeoutMs } from '../../support/timeout.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results/partners');
mkdirSync(pictures, { recursive: true });

let bot: RunningBot;
let browser: Browser;
let context: BrowserContext | undefined;
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'chat' });
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
  page.setDefaultTimeout(testTimeoutMs);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.name));
  page.on('console', (message) => errors.push(message.text()));
  const { lose } = await createPasskeyDevice(page);
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
    const { token } = await createInvitation(bot);
    const { page, asked, errors } = await atPage(token);
    await heading(page, translate('en', 'invited.heading'));
    expect(await leftBy(page)).toEqual(nothing);
    await press(page, translate('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: translate('en', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
    await press(page, translate('en', 'frame.signOut'));
    await heading(page, translate('en', 'enter.heading'));
    await press(page, translate('en', 'enter.passkey'));
    await page.getByRole('button', { name: translate('en', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([new URL(address()).origin]));
    expect(asked.filter((url) => url.includes(token.split('.')[1] ?? ''))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is told that the link was used, and that a passkey that was lost opens nothing more', async () => {
    const { token, id } = await createInvitation(bot);
    const { page, lose } = await atPage(token);
    await press(page, translate('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: translate('en', 'frame.signOut') }).waitFor();
    await page.goto('about:blank');
    await page.goto(address(token));
    await page.getByText(translate('en', 'invited.used')).waitFor();
    const renewed = await changeInvitation(bot, 'renew', id);
    await press(page, translate('en', 'enter.passkey'));
    await page.getByText(translate('en', 'enter.unknownPasskey')).waitFor();
    await lose();
    await page.goto('about:blank');
    await page.goto(address(renewed));
    await press(page, translate('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: translate('en', 'frame.signOut') }).waitFor();
    await changeInvitation(bot, 'revoke', id);
    await press(page, translate('en', 'frame.signOut'));
    await press(page, translate('en', 'enter.passkey'));
    await page.getByText(translate('en', 'enter.revoked')).waitFor();
  });

  it('signs in with six words that were drawn, once they were typed back', async () => {
    const { token } = await createInvitation(bot);
    const { page } = await atPage(token, { locale: 'cy-GB' });
    await press(page, translate('cy', 'invited.drawWelsh'));
    const words = (await page.locator('.drawn').textContent()) ?? '';
    expect(words.split(' ')).toHaveLength(6);
    await page.getByLabel(translate('cy', 'invited.typeBack')).fill('nid y rhain yw nhw o gwbl');
    await press(page, translate('cy', 'invited.useWords'));
    await page.getByText(translate('cy', 'invited.notThese')).waitFor();
    await page.getByLabel(translate('cy', 'invited.typeBack')).fill(` ${words.toUpperCase()} `);
    await press(page, translate('cy', 'invited.useWords'));
    await page.getByRole('button', { name: translate('cy', 'frame.signOut') }).waitFor();
    await press(page, translate('cy', 'frame.signOut'));
    await page.getByLabel(translate('cy', 'enter.words')).fill(words);
    await press(page, translate('cy', 'enter.withWords'));
    await page.getByRole('button', { name: translate('cy', 'frame.signOut') }).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
  });

  it.each(['the button', 'Escape twice'])('is gone at once by %s, and comes back to nobody signed in', async (way) => {
    const { token } = await createInvitation(bot);
    const { page } = await atPage(token);
    await press(page, translate('en', 'invited.makePasskey'));
    await page.getByRole('button', { name: translate('en', 'frame.signOut') }).waitFor();
    const before = await page.evaluate(() => history.length);
    await page.route('**/*', (route) =>
      route.request().url().includes('/partners/') || route.request().url().includes('/api/')
        ? route.continue()
        : route.fulfill({ body: 'the weather', contentType: 'text/plain' }),
    );
    if (way === 'the button') await press(page, translate('en', 'frame.leave'));
    else {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    await page.waitForURL('https://www.bbc.co.uk/weather');
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goto(address());
    await heading(page, translate('en', 'enter.heading'));
  });

  it('is told what to do with a link that a server on its way has seen, or that is cut off', async () => {
    const { token } = await createInvitation(bot);
    const { page } = await atPage(token.slice(0, -3));
    await page.getByText(translate('en', 'invited.unknown')).waitFor();
    await page.goto('about:blank');
    await page.goto(address().replace('/partners/', `/partners/?${token}`));
    await page.getByText(translate('en', 'invited.inQuery')).waitFor();
    expect(await leftBy(page)).toEqual(nothing);
  });

  it.each(languages.flatMap((language) => (['light', 'dark'] as const).map((scheme) => [language, scheme] as const)))(
    'reads a page that axe finds nothing in, on a phone (%s, %s)',
    async (language, colorScheme) => {
      const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
      const { token } = await createInvitation(bot);
      const { page } = await atPage(undefined, { colorScheme, locale });
      await heading(page, translate(language, 'enter.heading'));
      expect(await page.getByText(translate(language, 'frame.danger', { emergency: '999' })).count()).toBe(1);
      expect(await findPageProblems(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `sign-in-${language}-${colorScheme}.png`), fullPage: true });
      await page.goto('about:blank');
      await page.goto(address(token));
      await heading(page, translate(language, 'invited.heading'));
      await press(page, translate(language, language === 'cy' ? 'invited.drawWelsh' : 'invited.drawEnglish'));
      await page.locator('.drawn').waitFor();
      expect(await findPageProblems(page)).toEqual([]);
      await page.screenshot({ path: join(pictures, `invited-${language}-${colorScheme}.png`), fullPage: true });
    },
  );
});
