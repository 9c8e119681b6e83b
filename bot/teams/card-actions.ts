import type { Button } from '../../cards/page.ts';
import type { Card } from '../../cards/card.ts';
import { drawPage, executed } from '../../cards/render-page.ts';
import type { Page } from '../../cards/page.ts';
import { CardFactory, type InvokeResponse } from 'botbuilder';

/** Dialogs do not know `Action.Execute`. */
const submitted = ({ title, style, sends, beside }: Button, more: object = {}): object => ({
  type: 'Action.Submit',
  title,
  ...(style && { style }),
  data: { ...beside, candour: sends, ...more },
});

export const cardInDialog = (page: Page): Card => drawPage(page, (button) => submitted(button));

/** Words typed into a chat's card reach Teams' audit log. */
const opensDialog = ({ sends }: Button): boolean =>
  (sends.verb === 'open' && sends.flow !== 'week') || sends.verb === 'pulse';

const cardThatOpensDialogs = (page: Page): Card =>
  drawPage(page, (button) =>
    opensDialog(button) ? submitted(button, { msteams: { type: 'task/fetch' } }) : executed(button),
  );

/** Draws a page for a chat. Buttons open dialogs, unless the chat is a door as in development. */
export const cardInChat = (chatDoor: boolean): ((page: Page) => Card) =>
  chatDoor ? (page) => drawPage(page) : cardThatOpensDialogs;

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
