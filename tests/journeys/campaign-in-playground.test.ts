import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { toDay } from '../../core/model/calendar.ts';
import { type Language, languages, otherLanguage } from '../../core/model/language.ts';
import { developmentTeam } from '../../development/development-tenant.ts';
import { loadBuiltInPlan } from '../../guidance/node/built-in-texts.ts';
import { translate as sayOnCard } from '../../words/cards/translate.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { createCampaignDriver } from '../support/browser/tab/campaign-driver.ts';
import type { TabPage } from '../support/browser/tab/tab-page.ts';
import { topicTitle } from '../support/guidance/built-in-topics.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { type PlaygroundSession, startPlaygroundSession } from '../support/journeys/playground-session.ts';
import { newCanary } from '../support/journeys/new-canary.ts';

const pictures = 'test-results';
let browser: Browser;
beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());

const plan = loadBuiltInPlan().filter(({ scene }) => scene !== undefined);
const [toChats, toChannel, later] = plan;
if (!toChats?.scene || !toChannel?.scene || !later) throw new Error('a plan with fewer scenes');

describe.each(languages)('a campaign, planned in a tab in %s', (language) => {
  let at: PlaygroundSession;
  beforeAll(async () => {
    // Both channels of the Playground are channels of alerts otherwise, where no campaign comes.
    at = await startPlaygroundSession(browser, {
      ALERT_TARGET_ACU: developmentTeam.id,
      ALERT_TARGET_RESERVE: '19:reserve@thread.tacv2',
    });
  });
  afterAll(() => at.stop());

  // The channel was named in the other language, so that each is seen in a chat and in a channel.
  const other = otherLanguage(language);
  const name = `Canary ${newCanary()}`;
  const today = toDay(new Date(), 'Europe/London');
  const card = (of: Language, key: Parameters<typeof sayOnCard>[1]) => sayOnCard(of, key);
  const picture = (title: string) => at.person.screenshot(join(pictures, `campaign-${language}-${title}.png`));
  const last = () => at.person.lastCard();
  let second: TabPage;

  /** Answers the scene of the newest card: the reveal is read, and nothing is sent. */
  async function answerScene(item: typeof toChats, of: Language): Promise<void> {
    const sent: string[] = [];
    const note = (request: { method(): string; url(): string }) =>
      void sent.push(`${request.method()} ${request.url()}`);
    const [first, next] = item?.scene?.options ?? [];
    if (!first || !next) throw new Error('no scene');
    at.person.page.on('request', note);
    await last().getByRole('button', { name: next.text[of], exact: true }).click();
    await last().getByText(next.reveal[of]).waitFor();
    await last().getByRole('button', { name: first.text[of], exact: true }).click();
    await last().getByText(first.reveal[of]).waitFor();
    expect(await last().getByText(next.reveal[of]).isVisible()).toBe(false);
    at.person.page.off('request', note);
    expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
  }

  it('is made of the plan that comes ready, approved by a second person, and started', async () => {
    const { person } = at;
    await person.openPersonalChat();
    await person.waitForText(card('en', 'common.report'));
    await person.say('messages');
    await person.waitForText(card('en', 'messages.receive'));
    if (language === 'cy') {
      await person.press(card('en', 'messages.inWelsh'));
      await person.waitForText(card('en', 'messages.saved'));
    }
    await person.openAlertsChannel();
    await person.say(other === 'cy' ? 'ymgyrch yma' : 'campaign here');
    await person.waitForText(card(other, 'notice.campaignHere'));

    const tab = await at.open('writer', language);
    const writer = createCampaignDriver(tab, language);
    await writer.make(name, today);
    await writer.atAnyHour();
    await writer.plan(toChats.title[language], { day: today, time: '00:00' });
    await writer.plan(toChannel.title[language], { day: today, time: '00:01', inChannel: true });
    await tab.picture(`campaign-${language}-1-draft`, 'whole');
    await tab.close();

    second = await at.open('secondWriter', language);
    const approver = createCampaignDriver(second, language);
    await approver.open(name);
    await approver.approve(toChats.title[language]);
    await approver.approve(toChannel.title[language]);
    await approver.start();
  });

  it('comes to somebody’s own chat, where its scene is answered and its button opens guidance', async () => {
    const { person } = at;
    await person.openPersonalChat();
    await person.waitForText(toChats.title[language]);
    assertAbsent('the item', await last().innerText(), [name]);
    await answerScene(toChats, language);
    await picture('2-chat');
    await person.press(card(language, 'campaign.more'));
    await person.waitForText(topicTitle(language, toChats.topic));
    expect(await last().innerText()).not.toContain(card(language, 'notice.ownChat'));
    // From there a report is one press.
    await last()
      .getByRole('button', { name: card(language, 'common.report'), exact: true })
      .waitFor();
  });

  it('comes to a channel, where its button opens guidance for all and nothing of one’s own', async () => {
    const { person } = at;
    // What is posted while the Playground changes places is not always shown there.
    await createCampaignDriver(second, language).counted(toChannel.title[language], 'campaignItem.countPosted', '1');
    await person.openAlertsChannel();
    await person.waitForText(toChannel.title[other]);
    await answerScene(toChannel, other);
    await picture('3-channel');
    await person.press(card(other, 'campaign.more'));
    await person.waitForText(topicTitle(other, toChannel.topic));
    await picture('4-channel-guidance');
    const shown = await last().innerText();
    expect(shown).toContain(card(other, 'notice.ownChat'));
    assertAbsent('the channel', shown, [name]);
    for (const of of languages) {
      for (const own of ['common.report', 'common.comeBack', 'common.start', 'common.week'] as const) {
        expect(
          await last()
            .getByRole('button', { name: card(of, own), exact: true })
            .count(),
        ).toBe(0);
      }
    }
    // The way that it names leads to the page for reporting, the same for everybody.
    expect(await person.follow(card(other, 'welcome.page'))).toBe(at.development.tabUrl);
  });

  it('is told of on its page by counts alone, and withdrawn: neutral in the chat and in the channel', async () => {
    const { person } = at;
    await createCampaignDriver(second, language).counted(toChats.title[language], 'campaignItem.countSent', '1');
    await second.picture(`campaign-${language}-5-delivered`, 'whole');
    await createCampaignDriver(second, language).withdraw(toChats.title[language]);
    await createCampaignDriver(second, language).withdraw(toChannel.title[language]);
    await person.waitForText(card(other, 'campaign.withdrawn'));
    expect(await last().innerText()).not.toContain(toChannel.title[other]);
    await person.openPersonalChat();
    await person.waitForText(card(language, 'campaign.withdrawn'));
    await picture('6-withdrawn');
    expect(await person.page.getByText(toChats.title[language]).count()).toBe(0);
  });

  it('comes no more to whoever wants none, and still to the others', async () => {
    const { person } = at;
    await person.say(language === 'cy' ? 'stopio negeseuon' : 'stop messages');
    await person.waitForText(card(language, 'messages.none'));
    await picture('7-none');
    // Nobody sees that: the next item goes out, and counts fewer than five.
    await second.close();
    const tab = await at.open('writer', language);
    const writer = createCampaignDriver(tab, language);
    await writer.open(name);
    await writer.plan(later.title[language], { day: today, time: '00:02' });
    await tab.close();
    second = await at.open('secondWriter', language);
    const approver = createCampaignDriver(second, language);
    await approver.open(name);
    await approver.approve(later.title[language]);
    const few = approver.words('campaignItem.few');
    await approver.counted(later.title[language], 'campaignItem.optedOut', few);
    await picture('8-nothing-more');
    expect(await person.page.getByText(later.title[language]).count()).toBe(0);

    assertAbsent('the log', at.log(), [name, toChats.title.en, toChats.title.cy, 'a:personal']);
    expect(at.errors()).toEqual([]);
  });
});
