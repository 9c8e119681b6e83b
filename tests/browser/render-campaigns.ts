import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { toDay } from '../../core/model/calendar.ts';
import { languages } from '../../core/model/language.ts';
import { developmentTeam } from '../../development/development-tenant.ts';
import { loadBuiltInPlan } from '../../guidance/node/built-in-texts.ts';
import { translate } from '../../words/cards/translate.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';
import { createCampaignDriver } from '../support/browser/tab/campaign-driver.ts';
import { createGuidanceDriver } from '../support/browser/tab/guidance-driver.ts';
import type { TabPage } from '../support/browser/tab/tab-page.ts';
import { startPlaygroundSession } from '../support/journeys/playground-session.ts';
import { createGiftsTopic } from '../support/journeys/gifts-topic.ts';

// Goes through a topic and a campaign as two writers and one member of staff do, and draws it: npm run pictures.

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const [item, posted] = loadBuiltInPlan().filter(({ scene }) => scene !== undefined);
if (!item || !posted) throw new Error('no plan');
const names = { en: 'Autumn', cy: 'Hydref' } as const;
const browser = await launchChromium();
try {
  const smaller = await createPalettePngEncoder(browser, 32);
  for (const language of languages) {
    const draw = async (name: string, what: Locator): Promise<void> =>
      writeFile(
        join(pictures, `${name}-${language}.png`),
        await smaller(await what.screenshot({ animations: 'disabled' })),
      );
    const at = await startPlaygroundSession(browser, {
      ALERT_TARGET_ACU: developmentTeam.id,
      ALERT_TARGET_RESERVE: '19:reserve@thread.tacv2',
    });
    /** A tab that is high enough for what is drawn of it, without anything under the pointer. */
    const sits = async (who: 'writer' | 'secondWriter'): Promise<TabPage> => {
      const tab = await at.open(who, language);
      await tab.page.setViewportSize({ width: 980, height: 1_900 });
      return tab;
    };
    const drawPage = async (name: string, tab: TabPage, what: Locator): Promise<void> => {
      await tab.page.mouse.move(0, 0);
      await tab.settle();
      await draw(name, what);
    };
    const card = (key: Parameters<typeof translate>[1]) => translate(language, key);
    const main = (tab: TabPage) => tab.tab.locator('main');
    try {
      const { person } = at;
      await person.openPersonalChat();
      await person.waitForText(translate('en', 'common.report'));
      if (language === 'cy') {
        await person.say('messages');
        await person.waitForText(translate('en', 'messages.inWelsh'));
        await person.press(translate('en', 'messages.inWelsh'));
      }
      await person.openAlertsChannel();
      await person.say(language === 'cy' ? 'ymgyrch yma' : 'campaign here');
      await person.waitForText(card('notice.campaignHere'));

      const topic = createGiftsTopic();
      const writing = await sits('writer');
      const writer = createGuidanceDriver(writing, language);
      await writer.openList();
      await writer.type(topic);
      await writer.save();
      await writing.tab.locator('[data-preview="card"]').getByText(topic.title[language]).waitFor();
      await drawPage('topic-written', writing, main(writing));
      await writer.submit();
      await writing.close();
      const reading = await sits('secondWriter');
      const second = createGuidanceDriver(reading, language);
      await second.openList();
      await second.open(topic);
      await second.approve();
      await reading.close();
      await person.openPersonalChat();
      await person.say(language === 'cy' ? 'canllawiau' : 'guidance');
      await person.waitForText(card('guidance.contentsKnow'));
      await person.press(topic.title[language]);
      await person.waitForText(topic.title[language]);
      await draw('topic-live', person.lastCard());

      const today = toDay(new Date(), 'Europe/London');
      const planning = await sits('writer');
      const planner = createCampaignDriver(planning, language);
      await planner.make(names[language], today);
      await drawPage('campaign-plan', planning, main(planning));
      await planner.atAnyHour();
      await planner.plan(item.title[language], { day: today, time: '00:00' });
      await planner.plan(posted.title[language], { day: today, time: '00:01', inChannel: true });
      await planning.close();

      const deciding = await sits('secondWriter');
      const approver = createCampaignDriver(deciding, language);
      await approver.open(names[language]);
      await approver.approve(item.title[language]);
      await approver.approve(posted.title[language]);
      await approver.start();
      await person.openPersonalChat();
      await person.waitForText(item.title[language]);
      const [, option] = item.scene?.options ?? [];
      if (!option) throw new Error('no scene');
      await person.lastCard().getByRole('button', { name: option.text[language], exact: true }).click();
      await person.lastCard().getByText(option.reveal[language]).waitFor();
      await draw('campaign-item', person.lastCard());
      await approver.counted(posted.title[language], 'campaignItem.countPosted', '1');
      await person.openAlertsChannel();
      await person.waitForText(posted.title[language]);
      await person.press(card('campaign.more'));
      await person.waitForText(card('notice.ownChat'));
      await draw('campaign-in-channel', person.lastCard());

      const counted = (await approver.item(item.title[language])).getByRole('table');
      await deciding.press(approver.words('campaigns.refresh'));
      await counted.waitFor();
      await deciding.changeTheme('dark');
      await drawPage(
        'campaign-delivered-dark',
        deciding,
        (await approver.item(item.title[language])).locator('xpath=..'),
      );
      await approver.withdraw(item.title[language]);
      await deciding.close();
      await person.openPersonalChat();
      await person.waitForText(card('campaign.withdrawn'));
      await draw('campaign-withdrawn', person.lastCard());
      if (at.errors().length > 0) throw new Error(at.errors().join('\n'));
    } finally {
      await at.stop();
    }
  }
} finally {
  await browser.close();
}
