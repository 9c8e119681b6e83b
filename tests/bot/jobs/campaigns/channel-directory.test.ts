import { describe, expect, it } from '@jest/globals';
import { campaignChannelId } from '../../../../core/model/campaign.ts';
import { developmentPeople } from '../../../../development/development-tenant.ts';
import { translate } from '../../../../words/cards/translate.ts';
import { channels } from '../../../support/journeys/bot-settings.ts';
import { setUpBot } from '../../../support/journeys/set-up-bot.ts';
import { createChatsByRole, channelPlace } from '../../../support/journeys/chats-by-role.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const briefing = '19:briefing@thread.tacv2';
const { somebody, lastPost } = createChatsByRole(bot);
const writer = (locale?: 'en-GB' | 'cy-GB') => somebody(developmentPeople.writer, locale);
const named = () => bot.store().campaignChannels.all();

describe('a channel for campaigns', () => {
  it.each([
    ['en', 'en-GB', 'campaign here', 'no campaign here'],
    ['cy', 'cy-GB', 'ymgyrch yma', 'dim ymgyrch yma'],
  ] as const)('is named by whoever writes them, and taken away again, in %s', async (language, locale, here, gone) => {
    await writer(locale).say(here, channelPlace(briefing));
    expect(await named()).toEqual([
      {
        id: campaignChannelId(briefing),
        conversationId: briefing,
        serviceUrl: bot.connector.serviceUrl,
        tenantId: bot.settings.tenantId,
        language,
        by: developmentPeople.writer,
        on: '2026-11-24',
      },
    ]);
    expect(lastPost()).toContain(translate(language, 'notice.campaignHere'));
    await writer(locale).say(gone, channelPlace(briefing));
    expect(await named()).toEqual([]);
    expect(lastPost()).toContain(translate(language, 'notice.campaignNotHere'));
  });

  it('keeps the name that the tab gave it, where it is named again', async () => {
    await writer().say('campaign here', channelPlace(briefing));
    const [channel] = await named();
    if (!channel) throw new Error('no channel');
    await bot.store().campaignChannels.write({ ...channel, name: 'Briefing room' });
    await writer('cy-GB').say('ymgyrch yma', channelPlace(briefing));
    expect(await named()).toEqual([{ ...channel, name: 'Briefing room', language: 'cy' }]);
  });

  it('is named by nobody else, and nobody else takes it away', async () => {
    await somebody(developmentPeople.handler).say('campaign here', channelPlace(briefing));
    expect(await named()).toEqual([]);
    expect(lastPost()).toContain(translate('en', 'notice.campaignRefused'));
    await writer().say('campaign here', channelPlace(briefing));
    await somebody().say('no campaign here', channelPlace(briefing));
    expect(await named()).toHaveLength(1);
  });

  it('is none where alerts come, the reserve’s least of all', async () => {
    for (const channel of [channels.acu, channels.reserve]) {
      await writer().say('campaign here', channelPlace(channel));
      expect(lastPost()).toContain(translate('en', 'notice.campaignElsewhere'));
    }
    expect(await named()).toEqual([]);
  });
});
