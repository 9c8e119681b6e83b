import { CardFactory, type InvokeResponse } from 'botbuilder';
import type { Card } from '../../cards/card.ts';

export const replacedCard = (card: Card): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

export const cardMessage = (text: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

export const dialogCard = (card: Card, title: string): InvokeResponse => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: { title, height: 'large', width: 'medium', card: CardFactory.adaptiveCard(card) },
    },
  },
});

/** Closes a dialog, or answers an invoke without words. */
export const nothingMore: InvokeResponse = { status: 200 };
