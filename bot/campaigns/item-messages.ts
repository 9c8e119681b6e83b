import { itemPage, itemSummary, withdrawnPage } from '../../cards/campaign-page.ts';
import type { Card } from '../../cards/card.ts';
import type { Page } from '../../cards/page.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { ItemMessages } from './channel-posts.ts';

/** The id that no campaign has, so that whoever looks at a message or tries it sees its button, and is not counted. */
const noCampaign = '0000000000000000';

/** The messages of a campaign: the same for everybody in a language. */
export const createItemMessages = (deps: {
  readonly contacts: Contacts;
  readonly topicsNow: LiveTopics;
  /** A page as a card in a chat. */
  readonly card: (page: Page) => Card;
}): ItemMessages => ({
  item: (item, language, campaign = noCampaign) => ({
    card: deps.card(itemPage({ item, campaign, language, contacts: deps.contacts, topics: deps.topicsNow() })),
    summary: itemSummary(language),
  }),
  withdrawn: (language) => ({ card: deps.card(withdrawnPage(language)), summary: itemSummary(language) }),
});
