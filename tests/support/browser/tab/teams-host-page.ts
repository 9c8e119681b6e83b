import type { Browser, Frame, Request } from 'playwright-core';
import type { DevelopmentPerson } from '../../../../development/development-tenant.ts';
import { teamsHostWords } from '../../../../development/simulated-teams-host.ts';
import type { Language } from '../../../../core/model/language.ts';
import { newPage } from '../loopback-page.ts';
import { type TabPage, createTabPage } from './tab-page.ts';
import { type Exchange, toExchange } from './traffic.ts';

/** The tab in development's stand-in for Teams at an address, where the person is chosen from a menu. */
export async function openInTeamsHost(
  browser: Browser,
  address: string,
  person: DevelopmentPerson,
  language: Language = 'en',
  width = 1280,
): Promise<TabPage> {
  const { page, errors, refusedHosts } = await newPage(browser, { width, height: 900 });
  const written: string[] = [];
  page.on('console', (message) => written.push(message.text()));
  page.setDefaultTimeout(120_000);
  const traffic: Exchange[] = [];
  const note = async (request: Request): Promise<void> => {
    const response = await request.response();
    if (response && new URL(request.url()).pathname.startsWith('/api/'))
      traffic.push(await toExchange(request, response));
  };
  // What the page before asked for is gone with it.
  page.on('requestfinished', (request) => void note(request).catch(() => undefined));
  const at = new URL(address);
  at.searchParams.set('language', language);
  await page.goto(at.href);
  await page.frameLocator('#frame').getByRole('navigation').waitFor();
  const words = teamsHostWords[language];
  const isTab = (frame: Frame): boolean => frame.url().endsWith('/tab/');
  const [chosen] = await page.getByLabel(words.person).locator('option:checked').allTextContents();
  if (chosen !== words.people[person]) {
    // The tab of whoever was there before stands until the other's comes: what is pressed in it is lost.
    const comes = page.waitForEvent('framenavigated', isTab);
    await page.getByLabel(words.person).selectOption({ label: words.people[person] });
    await comes;
  }
  const tab = page.frames().find(isTab);
  if (tab === undefined) throw new Error('the page shows no tab');
  return createTabPage(page, tab, { errors, console: written, traffic, refusedHosts });
}
