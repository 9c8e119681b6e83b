import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import { loadBuiltInPlan } from '../../../guidance/node/built-in-texts.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { runCampaignsUntil } from '../../support/campaigns/bot-campaign.ts';

const unit = setUpUnit();
// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const [first] = loadBuiltInPlan();
if (!first) throw new Error('no plan');
const briefing = '19:briefing@thread.tacv2';
const today = () => toDay(unit.bot.clock.now(), 'Europe/London');

async function fits(tab: TabPage): Promise<void> {
  for (const width of [320, 640, 1_280, 1_600]) {
    await tab.page.setViewportSize({ width, height: 900 });
    await tab.settle();
    const isWide = await tab.tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect({ width, isWide, found: width === 320 ? await tab.violations() : [] }).toEqual({
      width,
      isWide: false,
      found: [],
    });
  }
  await tab.page.setViewportSize({ width: 1_280, height: 900 });
}

// So that the list has a channel to be named.
beforeAll(() =>
  createTeamsClient(unit.bot, newPerson('cy-GB', unitPeople.writer.objectId)).say('ymgyrch yma', {
    channelId: briefing,
    teamId: '19:team@thread.tacv2',
  }),
);

describe.each(languages)('the page "Campaigns", in %s', (language) => {
  const locale = localeByLanguage[language];
  const at = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);

  it('makes a draft of the plan, shows it over weeks, and how an item looks, in every theme and at every width', async () => {
    const tab = await unit.open(unitPeople.writer, { locale });
    await tab.press(at('shell.campaigns'));
    await tab.see(at('campaigns.intro'));
    const form = await tab.panel(at('campaigns.newHeading'));
    await tab.press(at('campaigns.make'), form);
    await tab.see(at('campaigns.needName'));
    await tab.fill(at('campaigns.name'), `Autumn ${language}`, form);
    await tab.fill(at('campaigns.startsOn'), addDays(today(), 7), form);
    await tab.press(at('campaigns.make'), form);
    await tab.see(at('campaigns.plan'));
    await checkEveryTheme(tab, `${language}-campaign`);
    const item = await tab.panel(first.title[language]);
    await item.getByText(at('campaignItem.ownWork')).waitFor();
    await tab.press(at('campaignItem.preview'), item);
    await item.getByText(sayOnCard(language, 'campaign.more')).first().waitFor();
    expect(await item.locator('figure').count()).toBe(3);
    await tab.press(at('campaignItem.edit'), item);
    await item
      .getByLabel(new RegExp(`^${at('campaignItem.title')}`, 'u'))
      .first()
      .waitFor();
    await checkEveryTheme(tab, `${language}-campaign-item`);
    await tab.panel(at('campaigns.rulesHeading'));
    await tab.panel(at('campaigns.history'));
    await checkEveryTheme(tab, `${language}-campaign-rules`);
    await fits(tab);
    // The list, with the form for a new one and the channels open.
    await tab.press(at('campaigns.back'));
    await tab.panel(at('campaigns.newHeading'));
    await tab.panel(at('campaigns.channelsHeading'));
    await checkEveryTheme(tab, `${language}-campaigns`);
    await fits(tab);
    await tab.close();
  });
});

describe('a campaign', () => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate('en', key, values);
  const messages = (of: string) =>
    unit.bot.connector.posts.filter(({ conversationId }) => conversationId.startsWith(of));

  it('is written by one and approved by another, reaches a chat and a channel, and is withdrawn from both', async () => {
    const staff = createTeamsClient(unit.bot, newPerson('en-GB'));
    await staff.install();
    const tab = await unit.open(unitPeople.writer);
    const press = (name: string) => tab.button(name).first().press('Enter');
    await press(words('shell.campaigns'));
    await tab.see(words('campaigns.intro'));
    const form = await tab.panel(words('campaigns.newHeading'));
    await tab.fill(words('campaigns.name'), 'Now', form);
    await tab.fill(words('campaigns.startsOn'), today(), form);
    await press(words('campaigns.make'));
    await tab.see(words('campaigns.plan'));
    const rules = await tab.panel(words('campaigns.rulesHeading'));
    await tab.check(words('campaigns.whereItIs'), rules);
    await tab.fill(words('campaigns.quietFrom'), '00:00', rules);
    await tab.fill(words('campaigns.quietTo'), '00:00', rules);
    await rules.getByRole('checkbox').uncheck();
    await tab.press(words('campaigns.save'), rules);
    await tab.see(words('campaigns.saved'));

    // The second of the first day goes to the channel.
    const [, second] = loadBuiltInPlan();
    if (!second) throw new Error('no second item');
    const item = await tab.panel(second.title.en);
    await tab.press(words('campaignItem.edit'), item);
    await tab.check(words('campaignItem.inChannels'), item);
    await item.getByRole('checkbox', { name: /^Channel 1/u }).check();
    await tab.fill(words('campaignItem.day'), today(), item);
    await tab.fill(words('campaignItem.time'), '00:01', item);
    await tab.press(words('campaigns.save'), item);
    // What is said of an earlier save stands there still: the form closes once this one is.
    await item.getByRole('form').waitFor({ state: 'detached' });
    const early = await tab.panel(first.title.en);
    await tab.press(words('campaignItem.edit'), early);
    await tab.fill(words('campaignItem.time'), '00:00', early);
    await tab.press(words('campaigns.save'), early);
    await early.getByRole('form').waitFor({ state: 'detached' });

    unit.bot.clock.forward(60_000);
    const other = await unit.open(unitPeople.secondWriter);
    await other.press(words('shell.campaigns'));
    await other.press(/^Now: draft/u);
    await other.see(words('campaigns.plan'));
    for (const { title } of [first, second]) {
      const panel = await other.panel(title.en);
      await other.press(words('campaignItem.approve'), panel);
      await panel.getByText(words('campaignItem.approvedBy', { who: 'Writer Two (you)' })).waitFor();
    }
    await other.press(words('campaigns.start'));
    await other.press(words('campaigns.start'), other.tab.getByRole('alertdialog'));
    await other.see(words('campaigns.started'));
    expect(await other.violations()).toEqual([]);

    const tend = (isDone: () => boolean) => runCampaignsUntil(unit.bot, isDone);
    const holds = (of: string, text: string) => () =>
      messages(of).some(({ activity }) => JSON.stringify(activity).includes(text));
    await tend(holds(staff.person.conversationId, first.title.en));
    await tend(holds(briefing, second.title.cy));
    const [received] = messages(staff.person.conversationId).slice(-1);
    expect(JSON.stringify(received?.activity.attachments)).toContain(first.title.en);
    expect(received?.activity.summary).toBe(sayOnCard('en', 'campaign.toast'));
    const posted = messages(briefing).at(-1);
    expect(JSON.stringify(posted?.activity.attachments)).toContain(second.title.cy);

    unit.bot.clock.forward(60_000);
    await other.press(words('campaigns.refresh'));
    const table = (await other.panel(first.title.en)).getByRole('table');
    await table.getByRole('row', { name: `${words('campaignItem.countSent')} 1` }).waitFor();
    await checkEveryTheme(other, 'en-campaign-delivered');
    await fits(other);
    for (const { title } of [first, second]) {
      const panel = await other.panel(title.en);
      await other.press(words('campaignItem.withdraw'), panel);
      await other.press(words('campaignItem.withdraw'), other.tab.getByRole('alertdialog'));
      await other.see(words('campaignItem.isWithdrawn'));
    }
    const replaced = () => unit.bot.connector.updates.map(({ activity }) => JSON.stringify(activity));
    await tend(() =>
      ['en', 'cy'].every((one) =>
        replaced().some((card) => card.includes(sayOnCard(one === 'cy' ? 'cy' : 'en', 'campaign.withdrawn'))),
      ),
    );
    expect(
      messages(staff.person.conversationId).filter(({ activity }) => JSON.stringify(activity).includes(first.title.en)),
    ).toHaveLength(1);
    expect(unit.bot.log.filter((line) => line.includes(first.title.en))).toEqual([]);
    await tab.close();
    await other.close();
  });
});
