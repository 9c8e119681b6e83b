import { CardFactory, type InvokeResponse } from 'botbuilder';
import type { Card } from '../../cards/card.ts';

/** An answer that shows a card in place of the one that was used. */
export const replacedCard = (card: Card): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

/** An answer in words that leaves the card as it is. */
export const cardMessage = (text: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

/** An answer that shows a card in a Teams dialog. */
export const dialogCard = (card: Card, title: string): InvokeResponse => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: { title, height: 'large', width: 'medium', card: CardFactory.adaptiveCard(card) },
    },
  },
});

/** An answer that closes a Teams dialog, or to an invoke that there is nothing to say to. */
export const nothingMore: InvokeResponse = { status: 200 };
