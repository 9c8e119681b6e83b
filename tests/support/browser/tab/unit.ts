import type { Browser } from 'playwright-core';
import { developmentPeople } from '../../../../development/development-tenant.ts';
import type { Language } from '../../../../core/model/language.ts';
import type { TokenSubject } from '../../../fakes/entra.ts';
import { type BotOptions, type RunningBot, startBot } from '../../journeys/running-bot.ts';
import { launchChromium } from '../chromium.ts';
import { openTab, type TabOptions, type TabPage } from './tab-page.ts';

/** Those of the unit. The second handler's role stands in her token alone, as an app role of Entra does. */
export const unitPeople = {
  handler: { objectId: developmentPeople.handler, name: 'Handler One' },
  second: { objectId: developmentPeople.secondHandler, name: 'Handler Two', roles: ['handler'] },
  reserve: { objectId: developmentPeople.reserve, name: 'Reserve One' },
  custodian: { objectId: developmentPeople.custodian, name: 'Custodian One' },
  admin: { objectId: developmentPeople.admin, name: 'Admin One' },
  writer: { objectId: developmentPeople.writer, name: 'Writer One' },
  secondWriter: { objectId: developmentPeople.secondWriter, name: 'Writer Two' },
  supervisor: { objectId: developmentPeople.supervisor, name: 'Supervisor One' },
  nobody: { objectId: developmentPeople.staff, name: 'Staff One' },
} as const satisfies Readonly<Record<string, TokenSubject>>;

/** A server in production's settings, and a browser beside it. */
export interface Unit {
  readonly bot: RunningBot;
  readonly browser: Browser;
  /** The tab of somebody, in a language. */
  open(as: TokenSubject, options?: Omit<TabOptions, 'as'>): Promise<TabPage>;
  stop(): Promise<void>;
}

const settings = {
  MESSAGES_TO_REPORTERS: 'yes',
  ACKNOWLEDGE_TARGET_DAYS: '2',
  TRIAGE_TARGET_DAYS: '5',
  UPDATE_TARGET_DAYS: '14',
  REFERRAL_TARGET_DAYS: '3',
};

/** Starts both. */
export async function startUnit(
  environment: BotOptions['environment'] = {},
  options: Pick<BotOptions, 'tabFolders'> = {},
): Promise<Unit> {
  const [bot, browser] = await Promise.all([
    startBot({ ...options, entryPoint: 'dialog', environment: { ...settings, ...environment } }),
    launchChromium(),
  ]);
  const tabs: TabPage[] = [];
  return {
    bot,
    browser,
    async open(as, options) {
      const tab = await openTab(browser, bot, { as, ...options });
      tabs.push(tab);
      return tab;
    },
    async stop() {
      for (const tab of tabs) await tab.close();
      await browser.close();
      await bot.stop();
    },
  };
}

/** How Teams names a language. */
export const localeByLanguage = { en: 'en-gb', cy: 'cy-gb' } as const satisfies Record<Language, string>;
