import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import type { RunningBot } from '../../journeys/running-bot.ts';
import type { TokenSubject } from '../../../fakes/entra.ts';
import { testTimeoutMs } from '../../timeout.ts';
import { newPage } from '../loopback-page.ts';
import { waitForIdle } from '../wait-for-idle.ts';
import { fetchThroughRestarts } from '../retry-restarts.ts';
import { type Exchange, toExchange } from './traffic.ts';
import { type TeamsContext, tabOrigin, teamsOrigin, teamsWindowHtml } from './teams-window.ts';

// A name inside the page, where its bundle puts it.
declare const axe: typeof axeCore;
const checker = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = 'test-results';

/** The tab in a client of Teams, in the words of a person who sits at it. What is not there in 20 s throws. */
export interface TabPage {
  readonly page: Page;
  /** The tab's own document. */
  readonly tab: Frame;
  /** What the page called an error in its console, and what it threw. */
  readonly errors: readonly string[];
  /** Everything that the page wrote into its console. */
  readonly console: readonly string[];
  /** What the tab asked of its server. */
  readonly traffic: readonly Exchange[];
  /** The hosts that were asked for and are not here. */
  readonly refusedHosts: ReadonlySet<string>;
  button(name: string | RegExp, within?: Locator): Locator;
  press(name: string | RegExp, within?: Locator): Promise<void>;
  /** Types into a field, in place of what is there. */
  fill(label: string | RegExp, value: string, within?: Locator): Promise<void>;
  /** Chooses from a list that unfolds, by the words of the option. */
  choose(label: string | RegExp, option: string | RegExp, within?: Locator): Promise<void>;
  /** Checks a radio button or a box. */
  check(label: string | RegExp, within?: Locator): Promise<void>;
  /** Waits until words are shown. */
  see(text: string | RegExp): Promise<Locator>;
  /** Opens a part of the page that is closed, and is that part. */
  panel(heading: string): Promise<Locator>;
  /** Another theme of the client, while the tab is open. */
  changeTheme(theme: NonNullable<TeamsContext['theme']>): Promise<void>;
  /** Waits until nothing moves any more. */
  settle(): Promise<void>;
  /** What axe finds: one line for each rule and place that fails. WCAG 2.0 to 2.2 A and AA, and best practice. */
  violations(): Promise<readonly string[]>;
  /** A picture of the page as `test-results/tab-<name>.png`. */
  picture(name: string, of?: 'window' | 'whole'): Promise<void>;
  /** Time goes by for the page, in minutes: what waits for it is run once, as where a machine slept. */
  passes(minutes: number): Promise<void>;
  /** The page is no longer seen, or is again. */
  hide(isHidden: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions extends TeamsContext {
  /** Who signs in, or how a token comes about. */
  readonly as: TokenSubject | (() => Promise<string>);
  /** The page that the tab was made for: the list where it is missing, as in packages of before there was a first page. */
  readonly made?: 'today' | 'cases' | 'summaries' | 'report';
  readonly width?: number;
  readonly height?: number;
  /** The page's clock can be moved on by hand, with `TabPage.passes`. */
  readonly hasClock?: boolean;
}

/** A file of the built page as the bot gave it out: its name changes with its content, so it is asked for once. */
interface CachedAsset {
  readonly exchange: Exchange;
  readonly answer: { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };
}
const keptAssets = new WeakMap<RunningBot, Map<string, CachedAsset>>();

/** Opens the tab of a running bot in a stand-in for Teams, with tokens that are signed as Entra signs them. */
export async function openTab(browser: Browser, bot: RunningBot, options: TabOptions): Promise<TabPage> {
  const { as, made = 'cases', width = 1280, height = 900, hasClock = false } = options;
  const { page, errors, refusedHosts } = await newPage(browser, { width, height });
  const written: string[] = [];
  page.on('console', (message) => written.push(message.text()));
  page.setDefaultTimeout(testTimeoutMs);
  const context = page.context();
  if (hasClock) await page.clock.install();
  const traffic: Exchange[] = [];
  let isOver = false;
  const asked = { begun: 0, underWay: 0 };
  const assets = keptAssets.get(bot) ?? new Map<string, CachedAsset>();
  keptAssets.set(bot, assets);
  await context.exposeFunction('candourToken', () => {
    asked.begun += 1;
    return typeof as === 'function' ? as() : bot.entra.token(as);
  });
  await context.route(`${teamsOrigin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: teamsWindowHtml(`${tabOrigin}/tab/?page=${made}`, options),
    }),
  );
  await context.route(`${tabOrigin}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    // The server's clock stands still: what a page asks by itself is not to use up what its person may ask.
    if (/\/(?:cases\.changes|case\.challenge)$/u.test(pathname)) bot.clock.forward(500);
    const kept = assets.get(pathname);
    asked.begun += 1;
    asked.underWay += 1;
    try {
      if (kept) {
        traffic.push(kept.exchange);
        return await route.fulfill(kept.answer);
      }
      const response = await fetchThroughRestarts(bot, route, `${pathname}${search}`);
      const exchange = await toExchange(route.request(), response);
      traffic.push(exchange);
      if (pathname.startsWith('/tab/assets/') && response.status() === 200) {
        const answer = { status: 200, headers: response.headers(), body: await response.body() };
        assets.set(pathname, { exchange, answer });
      }
      await route.fulfill({ response });
    } catch (error) {
      // Whoever closes the window waits for nothing any more.
      if (!isOver) throw error;
    } finally {
      asked.underWay -= 1;
    }
  });
  await page.goto(`${teamsOrigin}/v2/`);
  const tab = page.frame({ url: (url) => url.origin === tabOrigin });
  if (tab === null) throw new Error('the client shows no tab');
  return {
    ...createTabPage(page, tab, { errors, console: written, traffic, refusedHosts }, asked),
    async close() {
      if (isOver) return;
      isOver = true;
      // A request that nobody routes any more fails by the closing itself.
      page.removeAllListeners('console');
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

/**
 * A tab that a page shows, wherever it is. `asked` counts what it asked of its server, where that is known: the page
 * rests only when it has its answers, which take longer than a quarter of a second on a busy machine.
 */
export function createTabPage(
  page: Page,
  tab: Frame,
  seen: Pick<TabPage, 'errors' | 'console' | 'traffic' | 'refusedHosts'>,
  asked: { readonly begun: number; readonly underWay: number } = { begun: 0, underWay: 0 },
): TabPage {
  const all = tab.locator('body');
  const button: TabPage['button'] = (name, within = all) =>
    within.getByRole('button', { name, exact: typeof name === 'string' });
  const field = (label: string | RegExp, within = all): Locator =>
    within.getByLabel(label, { exact: typeof label === 'string' });
  const settle = async (): Promise<void> => {
    const end = performance.now() + testTimeoutMs;
    let begun: number;
    do {
      begun = asked.begun;
      await waitForIdle(tab);
    } while ((asked.underWay > 0 || asked.begun !== begun) && performance.now() < end);
  };
  return {
    ...seen,
    page,
    tab,
    button,
    settle,
    async press(name, within) {
      await button(name, within).click();
    },
    async fill(label, value, within) {
      await field(label, within).fill(value);
    },
    async choose(label, option, within) {
      const list = field(label, within);
      const value = await list
        .getByRole('option', { name: option, exact: typeof option === 'string' })
        .getAttribute('value');
      await list.selectOption(value ?? '');
    },
    async check(label, within = all) {
      await within
        .getByRole('radio', { name: label, exact: typeof label === 'string' })
        .or(within.getByRole('checkbox', { name: label, exact: typeof label === 'string' }))
        .check();
    },
    async see(text) {
      const found = all.getByText(text).filter({ visible: true }).first();
      try {
        await found.waitFor();
      } catch (error) {
        const said = await tab.locator('[role=alert], [role=status], [aria-busy=true], h1').allInnerTexts();
        throw new Error(`the page does not show it; it says: ${said.join(' | ')}`, { cause: error });
      }
      return found;
    },
    async panel(heading) {
      const title = tab.locator(`span:text-is(${JSON.stringify(heading)})`);
      const head = all.getByRole('heading').getByRole('button').filter({ has: title });
      if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
      const id = await head.getAttribute('aria-controls');
      return tab.locator(`[id="${id}"]`);
    },
    async changeTheme(theme) {
      const menu = page.locator('select#theme');
      if ((await menu.count()) > 0) await menu.selectOption(theme);
      else {
        // The client's message comes to another process, and changes no element: the page would seem to rest before it.
        const hearing = await tab.evaluateHandle(() => ({
          heard: new Promise<void>((resolve) => {
            window.addEventListener('message', ({ data }) => {
              if (Object(data).func === 'themeChange') resolve();
            });
          }),
        }));
        await page.evaluate(`window.candourTheme(${JSON.stringify(theme)})`);
        await hearing.evaluate(({ heard }) => heard);
      }
      await settle();
    },
    async violations() {
      await settle();
      // As a tool of the browser would: the page's own policy lets no other script in.
      if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(checker);
      return tab.evaluate(checkInPage);
    },
    async picture(name, of = 'window') {
      await settle();
      mkdirSync(pictures, { recursive: true });
      const path = join(pictures, `tab-${name}.png`);
      if (of === 'window') return void (await page.screenshot({ path, animations: 'disabled' }));
      const before = page.viewportSize();
      const height = await tab.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: before?.width ?? 1280, height });
      await page.screenshot({ path, animations: 'disabled' });
      if (before) await page.setViewportSize(before);
    },
    async passes(minutes) {
      // What is still on its way would be given up as too late.
      await settle();
      await page.clock.fastForward(minutes * 60_000);
      await settle();
    },
    async hide(isHidden) {
      await tab.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
      await settle();
    },
    close: () => page.context().close(),
  };
}

/** Runs in the page: what axe finds, and whether it has to be moved sideways to be read. Tabster's own elements are for moving the focus, and are no part of what is read. */
async function checkInPage(): Promise<readonly string[]> {
  const { violations } = await axe.run(
    { exclude: [['[data-tabster-dummy]']] },
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...(scrollWidth > clientWidth ? ['the page is wider than its window'] : []),
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    ),
  ];
}
