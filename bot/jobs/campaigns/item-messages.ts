import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import { campaignItemPage, campaignItemSummary, withdrawnCampaignItemPage } from '../../../cards/campaign-item-page.ts';
import type { Card } from '../../../cards/card-renderer.ts';
import type { Page } from '../../../cards/page.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CampaignItem } from '../../../core/model/campaign-item.ts';
import { findPlannedItem } from '../../../core/model/campaign.ts';
import type { DeliveryRun } from '../../../core/model/delivery.ts';
import type { Language } from '../../../core/model/language.ts';
import type { PersonId } from '../../../core/model/roles.ts';
import type { TestSendAnswer } from '../../../contract/campaigns.ts';
import type { GetTopics } from '../../../guidance/topic.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { postToPerson } from '../post-to-teams.ts';
import type { ChannelConnection } from '../../teams/channel-connection.ts';

export interface ItemMessages {
  /** `campaign` is a survey's campaign; answers to any other are not counted. */
  item(item: CampaignItem, language: Language, campaign?: string): ItemMessage;
  withdrawn(language: Language): ItemMessage;
}
interface ItemMessage {
  readonly page: Page;
  readonly card: Card;
  /** The toast, which does not mention reporting. */
  readonly summary: string;
}

export const itemMessageActivity = ({ card, summary }: Pick<ItemMessage, 'card' | 'summary'>) => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
  summary,
});

/** Previews and tests show the button, and count nothing. */
const previewCampaignId = '0000000000000000';

export const createItemMessages = (deps: {
  readonly contacts: Contacts;
  readonly topicsNow: GetTopics;
  readonly card: (page: Page) => Card;
}): ItemMessages => {
  const message = (page: Page): ItemMessage => ({
    page,
    card: deps.card(page),
    summary: campaignItemSummary(page.language),
  });
  return {
    item: (item, language, campaign = previewCampaignId) =>
      message(campaignItemPage({ item, campaign, language, contacts: deps.contacts, topics: deps.topicsNow() })),
    withdrawn: (language) => message(withdrawnCampaignItemPage(language)),
  };
};

/** For all readers of a language; `undefined` if there is none now: then the run waits. */
export type RunMessageFactory = (run: DeliveryRun, language: Language) => Promise<Partial<Activity> | undefined>;

/** A run is named `<campaign>.<item>`, or with the week of those who joined. An unreadable campaign's run waits. */
export const createRunMessageFactory =
  (store: Pick<Store, 'campaigns'>, messages: ItemMessages): RunMessageFactory =>
  async ({ id, kind, of }, language) => {
    const [campaign = '', item = ''] = (of ?? id).split('.');
    if (kind === 'withdraw') return itemMessageActivity(messages.withdrawn(language));
    const current = await store.campaigns.read(campaign);
    const planned = current && findPlannedItem(current.value, item);
    return planned && itemMessageActivity(messages.item(planned.item, language, campaign));
  };

export interface TestMessageSender {
  send(objectId: PersonId, item: CampaignItem, language: Language): Promise<TestSendAnswer>;
}

export const createTestMessageSender = (deps: {
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'createChat' | 'sendToChat'>;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly messages: ItemMessages;
}): TestMessageSender => ({
  async send(objectId, item, language) {
    const sent = await postToPerson(
      deps.connectionTo(deps.serviceUrl),
      { objectId, tenantId: deps.tenantId },
      itemMessageActivity(deps.messages.item(item, language)),
    );
    if (sent.kind === 'arrived') return { kind: 'sent' };
    const kinds = { refused: 'noChat', busy: 'busy', noAnswer: 'notKnown' } as const;
    return { kind: kinds[sent.reason] };
  },
});
