import type { Locator } from 'playwright-core';
import type { Language } from '../../../../core/model/language.ts';
import { translate, type WordKey, type WordValues } from '../../../../words/tab/translate.ts';
import { testTimeoutMs } from '../../timeout.ts';
import type { TabPage } from './tab-page.ts';

/** What somebody who plans a campaign does on its page, in the language of the page. */
export interface CampaignDriver {
  readonly words: (key: WordKey, values?: WordValues) => string;
  /** Opens the page, and makes a draft of the plan that comes ready. */
  make(name: string, startsOn: string): Promise<void>;
  /** Opens a campaign of the list. */
  open(name: string): Promise<void>;
  /** Whoever joins later joins where the plan is, and no hour is quiet. */
  atAnyHour(): Promise<void>;
  /** Sets when an item goes out: to everybody, or to the first channel. */
  plan(title: string, when: { readonly day: string; readonly time: string; readonly inChannel?: true }): Promise<void>;
  approve(title: string): Promise<void>;
  start(): Promise<void>;
  withdraw(title: string): Promise<void>;
  /** Has the page show how it stands until an item has a count. Throws where it never has. */
  counted(title: string, of: WordKey, count: string): Promise<void>;
  /** The part of an item, opened. */
  item(title: string): Promise<Locator>;
}

/** The hand of somebody at the page "Campaigns". */
export function createCampaignDriver(tab: TabPage, language: Language): CampaignDriver {
  const words: CampaignDriver['words'] = (key, values) => translate(language, key, values);
  const item = (title: string): Promise<Locator> => tab.panel(title);
  const saved = async (within: Locator): Promise<void> => {
    await tab.press(words('campaigns.save'), within);
    await tab.see(words('campaigns.saved'));
  };
  const confirmed = async (button: WordKey, within?: Locator): Promise<void> => {
    await tab.press(words(button), within);
    await tab.press(words(button), tab.tab.getByRole('alertdialog'));
  };
  return {
    words,
    item,
    async make(name, startsOn) {
      await tab.press(words('shell.campaigns'));
      await tab.see(words('campaigns.intro'));
      const form = await tab.panel(words('campaigns.newHeading'));
      await tab.fill(words('campaigns.name'), name, form);
      await tab.fill(words('campaigns.startsOn'), startsOn, form);
      await tab.press(words('campaigns.make'), form);
      await tab.see(words('campaigns.plan'));
    },
    async open(name) {
      await tab.press(words('shell.campaigns'));
      await tab.press(new RegExp(`^${name}:`, 'u'));
      await tab.see(words('campaigns.plan'));
    },
    async atAnyHour() {
      const rules = await tab.panel(words('campaigns.rulesHeading'));
      await tab.check(words('campaigns.whereItIs'), rules);
      await tab.fill(words('campaigns.quietFrom'), '00:00', rules);
      await tab.fill(words('campaigns.quietTo'), '00:00', rules);
      await rules.getByRole('checkbox').uncheck();
      await saved(rules);
    },
    async plan(title, { day, time, inChannel }) {
      const panel = await item(title);
      await tab.press(words('campaignItem.edit'), panel);
      if (inChannel) {
        await tab.check(words('campaignItem.inChannels'), panel);
        const first = words('campaigns.channelNumber', { number: 1, day: '' }).split(',')[0] ?? '';
        await panel.getByRole('checkbox', { name: new RegExp(`^${first}`, 'u') }).check();
      }
      await tab.fill(words('campaignItem.day'), day, panel);
      await tab.fill(words('campaignItem.time'), time, panel);
      await saved(panel);
      // What is said of an earlier save may stand there still: the form closes once this one is.
      await panel.getByRole('form').waitFor({ state: 'detached' });
    },
    async approve(title) {
      const panel = await item(title);
      await tab.press(words('campaignItem.approve'), panel);
      await panel.getByText(words('campaignItem.approvedBy', { who: '' }).replace(/\s*\.$/u, '')).waitFor();
    },
    async start() {
      await confirmed('campaigns.start');
      await tab.see(words('campaigns.started'));
    },
    async counted(title, of, count) {
      const row = (await item(title)).getByRole('row', { name: `${words(of)} ${count}` });
      for (const end = performance.now() + testTimeoutMs; !(await row.isVisible()); ) {
        if (performance.now() > end) throw new Error(`${of} is not ${count}`);
        await tab.press(words('campaigns.refresh'));
        await tab.settle();
      }
    },
    async withdraw(title) {
      await confirmed('campaignItem.withdraw', await item(title));
      await tab.see(words('campaignItem.isWithdrawn'));
    },
  };
}
