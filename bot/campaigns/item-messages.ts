import { itemPage, itemSummary, withdrawnPage } from '../../cards/campaign-page.ts';
import type { Card } from '../../cards/card.ts';
import type { Page } from '../../cards/page.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { itemOf } from '../../concerns/records/campaign.ts';
import type { MessageOf } from './campaign-sender.ts';
import { activityOf, type ItemMessage, type ItemMessages } from './channel-posts.ts';

/** No campaign has this id: a preview or a test shows its button, and is not counted. */
const noCampaign = '0000000000000000';

export const createItemMessages = (deps: {
  readonly contacts: Contacts;
  readonly topicsNow: LiveTopics;
  readonly card: (page: Page) => Card;
}): ItemMessages => {
  const message = (page: Page): ItemMessage => ({ page, card: deps.card(page), summary: itemSummary(page.language) });
  return {
    item: (item, language, campaign = noCampaign) =>
      message(itemPage({ item, campaign, language, contacts: deps.contacts, topics: deps.topicsNow() })),
    withdrawn: (language) => message(withdrawnPage(language)),
  };
};

/**
 * A run is named `<campaign>.<item>`, or with the week of those who joined. A campaign that cannot be read has no
 * message, so that its run waits.
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
