import { setImmediate } from 'node:timers/promises';
import { type Campaign, campaignChannelId } from '../../../core/model/campaign.ts';
import { toDay } from '../../../core/model/calendar.ts';
import { markItemApproved, createCampaign, createItem } from '../core/campaigns.ts';
import { waitFor } from '../journeys/wait-for.ts';
import type { RunningBot } from '../journeys/running-bot.ts';

/** The channel that the campaign goes to. */
export const briefing = '19:briefing@thread.tacv2';

interface CampaignRunOptions {
  /** The tasks of the schedule; those that send a campaign if they are missing. */
  readonly tasks?: readonly string[];
  /** How much later it is each time, in milliseconds. */
  readonly stepMs?: number;
}

/** Lets the schedule of a bot do its work on campaigns once, a little later. */
export async function runCampaigns(bot: RunningBot, tending: CampaignRunOptions = {}): Promise<void> {
  const { tasks = ['campaigns', 'campaignSending'], stepMs = 200 } = tending;
  bot.clock.forward(stepMs);
  for (const task of tasks) await bot.run(task);
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

/** The same again and again until something is so. Throws if it does not become so. */
export async function runCampaignsUntil(
  bot: RunningBot,
  isSo: () => boolean | Promise<boolean>,
  tending: CampaignRunOptions = {},
): Promise<void> {
  await waitFor('what a campaign was tended for', async () => {
    if (await isSo()) return true;
    await runCampaigns(bot, tending);
    return undefined;
  });
}

/** A campaign that begins today and sends two items at once: `to-chats` to everybody, `to-channels` to the channel. */
export function createCampaignForToday(bot: RunningBot): Campaign {
  const startsOn = toDay(bot.clock.now(), 'Europe/London');
  const base = createCampaign({ startsOn, state: 'running', quiet: { from: '00:00', to: '00:00', weekends: false } }, [
    'to-chats',
    'to-channels',
  ]);
  const planned: Campaign = {
    ...base,
    items: base.items.map((each, place) => ({
      ...each,
      item: { ...createItem(each.item.id), topic: 'what' },
      on: startsOn,
      at: '00:00',
      audience: place === 0 ? { kind: 'everybody' } : { kind: 'channels', ids: [campaignChannelId(briefing)] },
    })),
  };
  return { ...planned, items: planned.items.map((each) => markItemApproved(planned, each)) };
}
