import { randomUUID } from 'node:crypto';
import { setTimeout as timer } from 'node:timers/promises';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type CampaignSender,
  createCampaignSender,
  type CampaignSenderDependencies,
} from '../../../bot/jobs/campaigns/campaign-sender.ts';
import type { RunMessageFactory } from '../../../bot/jobs/campaigns/item-messages.ts';
import { teamsSendTiming, type SendTiming } from '../../../bot/jobs/campaigns/send-rate.ts';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import { createChannelConnections } from '../../../bot/teams/channel-connection.ts';
import type { Store } from '../../../core/ports/store.ts';
import { newSubscriber } from '../../../core/model/subscriber.ts';
import { today } from '../contracts/records.ts';

/** As Teams' limits, some fifty times as fast. No server is taken for dead: a busy machine may stop one for seconds. */
export const fastTiming: SendTiming = {
  ...teamsSendTiming,
  ratePerShare: 400,
  leaseMs: 1_500,
  leaseRenewMs: 100,
  leaseExpiryMs: 2_500,
  batchExpiryMs: 600_000,
  retryMs: 20,
  failurePauseMs: 50,
  maxFailurePauseMs: 400,
  idleMs: 100,
  pollMs: 10,
};

/** The text of a run in a language: what a person sees. */
export const messageText = (run: string, language: string): string => `${run} ${language}`;
const messageOf: RunMessageFactory = async (run, language) => ({
  type: 'message',
  text: messageText(run.id, language),
});

/** The conversation of the person with a number, and its row in a store. */
export const createConversationId = (person: number): string => `a:person-${String(person).padStart(6, '0')}`;
export const createSubscriber = (person: number, serviceUrl: string) =>
  newSubscriber(
    { conversationId: createConversationId(person), serviceUrl, language: person % 4 === 0 ? 'cy' : 'en' },
    today,
  );

/** A sender of one server on a store. */
export function createSendingServer(
  store: Store,
  {
    timing = fastTiming,
    deadlineMs = 60_000,
    ...rest
  }: Partial<CampaignSenderDependencies> & { readonly deadlineMs?: number } = {},
): CampaignSender & { readonly events: readonly LogEvent[] } {
  const events: LogEvent[] = [];
  const authentication = new ConfigurationBotFrameworkAuthentication({});
  const sender = createCampaignSender({
    runs: store.deliveryRuns,
    batches: store.deliveryBatches,
    sendQuota: store.sendQuota,
    subscribers: store.subscribers,
    connectionTo: createChannelConnections({ authentication, appId: '', deadlineMs }),
    createMessages: messageOf,
    log: (event) => void events.push(event),
    today: () => today,
    monotonic: () => performance.now(),
    wait: (ms) => timer(ms, undefined, { ref: false }),
    createId: randomUUID,
    timing,
    ...rest,
  });
  return { ...sender, events };
}
