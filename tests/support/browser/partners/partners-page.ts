import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '../../../../core/model/language.ts';
import type { RunningBot } from '../../journeys/running-bot.ts';
import { testTimeoutMs } from '../../timeout.ts';
import { partnersHost, partnersOrigin } from '../../partners/partner-client.ts';
import { newPage } from '../loopback-page.ts';
import { findPageProblems } from '../page-problems.ts';
import { waitForIdle } from '../wait-for-idle.ts';
import { fetchThroughRestarts } from '../retry-restarts.ts';
import { createPasskeyDevice } from './passkey-device.ts';

/** The partners' page in a browser, in the words of whoever sits at it. */
export interface PartnersPage {
  readonly page: Page;
  /** What the page called an error in its console, and what it threw. */
  readonly errors: readonly string[];
  /** Everything that the page wrote into its console. */
  readonly console: readonly string[];
  /** Every request that the browser made, with its body: none leaves this machine. */
  readonly requests: readonly { readonly url: string; readonly body: string }[];
  button(name: string): Locator;
  press(name: string): Promise<void>;
  fill(label: string, words: string): Promise<void>;
  check(label: string, within?: string): Promise<void>;
  settle(): Promise<void>;
  /** All that is shown. */
  text(): Promise<string>;
  /** What axe finds, and whether the page is wider than its window. */
  violations(): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface PartnersOptions {
  /** Where it is opened: `#` and an invitation, or nothing. */
  readonly hash?: string;
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly look?: 'light' | 'dark';
}

/** Opens the page of a running bot at its public name, on a device that can make passkeys. */
export async function openPartners(
  browser: Browser,
  bot: Pick<RunningBot, 'endpoint' | 'clock' | 'started'>,
  { hash = '', language = 'en', width = 360, height = 800, look = 'light' }: PartnersOptions = {},
): Promise<PartnersPage> {
  const { page, errors } = await newPage(browser, { width, height });
  const context = page.context();
  page.setDefaultTimeout(testTimeoutMs);
  await page.emulateMedia({ colorScheme: look });
  const written: string[] = [];
  const requests: { url: string; body: string }[] = [];
  page.on('console', (message) => written.push(message.text()));
  page.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '' }));
  const asked = { begun: 0, underWay: 0 };
  await context.route(
    ({ hostname }) => hostname === partnersHost,
    async (route) => {
      const { pathname } = new URL(route.request().url());
      // The server's clock stands still: what a person takes a minute for is not counted as a flood.
      bot.clock.forward(2_000);
      asked.begun += 1;
      asked.underWay += 1;
      try {
        const response = await fetchThroughRestarts(bot, route, pathname);
        await route.fulfill({ response });
      } finally {
        asked.underWay -= 1;
      }
    },
  );
  await createPasskeyDevice(page);
  await page.addInitScript(`Object.defineProperty(navigator, 'language', { get: () => '${language}' })`);
  await page.goto(`${partnersOrigin}/partners${hash}`);
  const all = page.locator('body');
  // The page rests only when it has its answers, which take longer than a quarter of a second on a busy machine.
  const settle = async (): Promise<void> => {
    const end = performance.now() + testTimeoutMs;
    let begun: number;
    do {
      begun = asked.begun;
      await waitForIdle(page);
    } while ((asked.underWay > 0 || asked.begun !== begun) && performance.now() < end);
  };
  const button = (name: string): Locator => all.getByRole('button', { name, exact: true }).first();
  return {
    page,
    errors,
    console: written,
    requests,
    button,
    settle,
    async press(name) {
      await button(name).click();
      await settle();
    },
    async fill(label, words) {
      await all.getByLabel(label, { exact: true }).fill(words);
    },
    async check(label, within) {
      const group = within === undefined ? all : all.getByLabel(within, { exact: true });
      const choice = (role: 'radio' | 'checkbox') => group.getByRole(role, { name: label, exact: true });
      await choice('radio').or(choice('checkbox')).first().check();
    },
    text: () => page.locator('main').innerText(),
    async violations() {
      await settle();
      return await findPageProblems(page);
    },
    async close() {
      // Whoever closes the window waits for nothing any more.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

/** Everything that a browser keeps for the page, and where it says that it is. */
export const readBrowserStorage = ({ page }: Pick<PartnersPage, 'page'>): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      history: [location.href, history.state],
      name: window.name,
    }),
  );
