import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { approved, madeCampaign, madeItem } from '../../support/concerns/campaigns.ts';
import { withdrawItem } from '../../../concerns/records/campaign-changes.ts';
import { type Campaign, itemOf } from '../../../concerns/records/campaign.ts';
import { campaignChannelIdOf } from '../../../concerns/records/campaign-channel.ts';
import { withdrawalOf } from '../../../concerns/records/delivery-run.ts';
import { dayOf } from '../../../concerns/terms/calendar.ts';
import { developmentPeople } from '../../../development/people.ts';
import { say } from '../../../words/cards/say.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { teamsClient } from '../../support/journeys/teams-client.ts';
import { patienceMs } from '../../support/patience.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBot({ door: 'dialog' });
});
afterEach(() => bot.stop());

const briefing = '19:briefing@thread.tacv2';

/** Lets the schedule do its work, a little later each time, until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come about');
    bot.clock.forward(200);
    await bot.run('campaigns');
    await bot.run('campaignSending');
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  }
}

it('goes to a chat and a channel once, through a restart, and becomes neutral in both', async () => {
  const { clock, connector, store } = bot;
  const staff = teamsClient(bot, newPerson('cy-GB'));
  await staff.install();
  await teamsClient(bot, newPerson('en-GB', developmentPeople.writer)).say('campaign here', {
    channelId: briefing,
    teamId: '19:team@thread.tacv2',
  });
  const startsOn = dayOf(clock.now(), 'Europe/London');
  const base = madeCampaign({ startsOn, state: 'running', quiet: { from: '00:00', to: '00:00', weekends: false } }, [
    'to-chats',
    'to-channels',
  ]);
  const planned: Campaign = {
    ...base,
    items: base.items.map((each, place) => ({
      ...each,
      item: { ...madeItem(each.item.id), topic: 'what' },
      on: startsOn,
      at: '00:00',
      audience: place === 0 ? { kind: 'everybody' } : { kind: 'channels', ids: [campaignChannelIdOf(briefing)] },
    })),
  };
  const running = { ...planned, items: planned.items.map((each) => approved(planned, each)) };
  expect(await store().campaigns.write(running, undefined, [])).toBe(true);

  const holding = (words: string) =>
    connector.posts.filter(({ activity }) => JSON.stringify(activity.attachments ?? []).includes(words));
  await until(() => holding('Eitem to-chats').length > 0 && holding('Item to-channels').length > 0);
  await bot.restart();
  const stateOf = async (id: string) => itemOf((await bot.store().campaigns.list())[0]?.value ?? running, id)?.state;
  await until(async () => (await stateOf('to-chats')) === 'sent' && (await stateOf('to-channels')) === 'sent');
  expect(holding('Eitem to-chats').map(({ conversationId }) => conversationId)).toEqual([staff.person.conversationId]);
  expect(holding('Item to-channels')).toHaveLength(1);

  const [found] = await bot.store().campaigns.list();
  if (!found) throw new Error('no campaign');
  const withdrawn = ['to-chats', 'to-channels'].reduce<Campaign>((so, id) => {
    const next = withdrawItem(so, id);
    if ('why' in next) throw new Error(next.why);
    return next;
  }, found.value);
  expect(await bot.store().campaigns.write(withdrawn, found.version, [])).toBe(true);
  const neutral = (language: 'en' | 'cy') =>
    connector.updates.filter(({ activity }) => JSON.stringify(activity).includes(say(language, 'campaign.withdrawn')));
  await until(() => neutral('cy').length > 0 && neutral('en').length > 0);
  const run = await bot.store().deliveryRuns.read(withdrawalOf(`${running.id}.to-chats`));
  expect(run?.value.kind).toBe('withdraw');
  expect(bot.log.filter((line) => line.includes('to-chats') || line.includes(staff.person.conversationId))).toEqual([]);
});
