import { expect, it } from '@jest/globals';
import { applyItemWithdrawal } from '../../../../core/model/campaign-edits.ts';
import { type Campaign, findPlannedItem } from '../../../../core/model/campaign.ts';
import { withdrawalRunId } from '../../../../core/model/delivery.ts';
import { developmentPeople } from '../../../../development/development-tenant.ts';
import { translate } from '../../../../words/cards/translate.ts';
import { newPerson } from '../../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../../support/journeys/teams-client.ts';
import { setUpBot } from '../../../support/journeys/set-up-bot.ts';
import { briefing, createCampaignForToday, runCampaignsUntil } from '../../../support/campaigns/bot-campaign.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const until = (isSo: () => boolean | Promise<boolean>): Promise<void> => runCampaignsUntil(bot, isSo);

it('goes to a chat and a channel once, through a restart, and becomes neutral in both', async () => {
  const { connector, store } = bot;
  const staff = createTeamsClient(bot, newPerson('cy-GB'));
  await staff.install();
  await createTeamsClient(bot, newPerson('en-GB', developmentPeople.writer)).say('campaign here', {
    channelId: briefing,
    teamId: '19:team@thread.tacv2',
  });
  const running = createCampaignForToday(bot);
  expect(await store().campaigns.write(running, undefined, [])).toBe(true);

  const holding = (words: string) =>
    connector.posts.filter(({ activity }) => JSON.stringify(activity.attachments ?? []).includes(words));
  await until(() => holding('Eitem to-chats').length > 0 && holding('Item to-channels').length > 0);
  await bot.restart();
  const stateOf = async (id: string) =>
    findPlannedItem((await bot.store().campaigns.list())[0]?.value ?? running, id)?.state;
  await until(async () => (await stateOf('to-chats')) === 'sent' && (await stateOf('to-channels')) === 'sent');
  expect(holding('Eitem to-chats').map(({ conversationId }) => conversationId)).toEqual([staff.person.conversationId]);
  expect(holding('Item to-channels')).toHaveLength(1);

  const [found] = await bot.store().campaigns.list();
  if (!found) throw new Error('no campaign');
  const withdrawn = ['to-chats', 'to-channels'].reduce<Campaign>((so, id) => {
    const next = applyItemWithdrawal(so, id);
    if ('why' in next) throw new Error(next.why);
    return next;
  }, found.value);
  expect(await bot.store().campaigns.write(withdrawn, found.version, [])).toBe(true);
  const neutral = (language: 'en' | 'cy') =>
    connector.updates.filter(({ activity }) =>
      JSON.stringify(activity).includes(translate(language, 'campaign.withdrawn')),
    );
  await until(() => neutral('cy').length > 0 && neutral('en').length > 0);
  const run = await bot.store().deliveryRuns.read(withdrawalRunId(`${running.id}.to-chats`));
  expect(run?.value.kind).toBe('withdraw');
  expect(bot.log.filter((line) => line.includes('to-chats') || line.includes(staff.person.conversationId))).toEqual([]);
});
