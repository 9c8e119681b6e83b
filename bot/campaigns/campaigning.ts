import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { CardFactory, MessageFactory } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Card } from '../../cards/card.ts';
import type { Page } from '../../cards/page.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { type Campaign, itemOf } from '../../concerns/records/campaign.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import { builtInPlan } from '../../guidance/node/built-in-items.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import { createListedConnections } from '../alerts/listed-connections.ts';
import type { EventLog } from '../running/event-log.ts';
import type { RestorePause } from '../running/restore-pause.ts';
import type { ServerSettings } from '../settings/server-settings.ts';
import type { MessageOf } from './campaign-sender.ts';
import { activityOf, createChannelPosts, type ItemMessages } from './channel-posts.ts';
import { createItemMessages } from './item-messages.ts';
import { createNamedChannels } from './named-channels.ts';
import { createOwedWelcomes } from './owed-welcomes.ts';
import type { Reach } from './reach.ts';
import { createScheduleRuns } from './schedule-runs.ts';
import { createCampaignSender } from './send-runs.ts';
import { teamsTiming } from './timing.ts';
import { createTestMessage } from './test-message.ts';

/**
 * The messages that a run's name stands for: `<campaign>.<item>`, or with the week of those who joined. A campaign that
 * cannot be read has none, so that its run waits.
 */
export const createMessageOf =
  (store: Pick<Store, 'campaigns'>, messages: ItemMessages): MessageOf =>
  async ({ id, kind, of }, language) => {
    const [campaign = '', item = ''] = (of ?? id).split('.');
    if (kind === 'withdraw') return activityOf(messages.withdrawn(language));
    const standing = await store.campaigns.read(campaign);
    const planned = standing && itemOf(standing.value, item);
    return planned && activityOf(messages.item(planned.item, language, campaign));
  };

/** Puts together all that tells everybody: who has the app, campaigns, and the channels that they come to. Nothing is sent yet. */
export function createCampaigning(
  settings: ServerSettings,
  deps: {
    readonly store: Store;
    readonly reach: Pick<Reach, 'oweWelcome'>;
    /** The first card of the bot, as it is for whoever holds no role. */
    readonly firstPage: (language: Language) => Page;
    readonly topicsNow: LiveTopics;
    readonly directory: Pick<Directory, 'rolesOf'>;
    readonly authentication: BotFrameworkAuthentication;
    /** A page as a card in a chat. */
    readonly card: (page: Page) => Card;
    /** How long a post may take, in milliseconds. */
    readonly postMs: number;
    readonly clock: Clock;
    readonly isClockTrusted: () => boolean;
    readonly monotonic: Monotonic;
    readonly log: EventLog;
    /** Leaves out what sends while a restored store waits for somebody's word. */
    readonly unlessPaused: RestorePause['unlessPaused'];
    /** Told where something may be due, or is to stop. */
    readonly onCampaign: () => void;
  },
) {
  const { store, topicsNow, clock, log, unlessPaused } = deps;
  const { tenantId, timeZone, contacts, alerts } = settings;
  const connectionTo = createListedConnections(settings, {
    authentication: deps.authentication,
    deadlineMs: deps.postMs,
  });
  const messages = createItemMessages({ contacts, topicsNow, card: deps.card });
  const today = () => dayOf(clock(), timeZone);
  const sending = {
    ...store,
    connectionTo,
    monotonic: deps.monotonic,
    wait: (ms: number) => setTimeout(ms, undefined, { ref: false }),
    newMark: randomUUID,
    timing: teamsTiming,
  };
  const runs = createCampaignSender({
    ...sending,
    runs: store.deliveryRuns,
    parts: store.deliveryParts,
    messageOf: createMessageOf(store, messages),
    log,
    today,
  });
  const card = (language: Language) =>
    MessageFactory.attachment(CardFactory.adaptiveCard(deps.card(deps.firstPage(language))));
  const welcomes = createOwedWelcomes({ ...sending, rows: deps.reach, card, clock, timeZone, log });
  const channelPosts = createChannelPosts({
    ...store,
    connectionTo,
    messages,
    clock,
    monotonic: deps.monotonic,
    timeZone,
  });
  // A campaign goes on as ever and is cancelled as ever: only what is sent waits.
  const posts = { tend: unlessPaused((standing: Versioned<Campaign>) => channelPosts.tend(standing)) };
  return {
    /** Looks what is due of campaigns, and has it sent. Throws StoreError. */
    tendDue: createScheduleRuns({ ...store, runs, posts, clock, timeZone, log }).tendDue,
    /** Goes on with what is being sent. Throws StoreError. */
    send: unlessPaused(() => runs.tend()),
    /** Forgets who was in runs of long ago. Throws StoreError. */
    tidy: () => runs.tidy(today()),
    /** Settles when what was being sent is noted. */
    stop: () => runs.stop(),
    /** First cards that are still to come. */
    welcomes: { ...welcomes, sendDue: unlessPaused(() => welcomes.sendDue()) },
    channels: createNamedChannels({ ...store, directory: deps.directory, tenantId, clock, timeZone, log }),
    forTab: {
      campaigns: store.campaigns,
      campaignChannels: store.campaignChannels,
      pulse: store.pulse,
      isClockTrusted: deps.isClockTrusted,
      runs,
      clock,
      timeZone,
      topicsNow,
      plan: builtInPlan(),
      messages,
      testMessage: createTestMessage({ connectionTo, serviceUrl: alerts.serviceUrl, tenantId, messages }),
      onCampaign: deps.onCampaign,
    },
  };
}
