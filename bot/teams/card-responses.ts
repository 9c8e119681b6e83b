import type { Button } from '../../cards/page.ts';
import type { Card } from '../../cards/card-renderer.ts';
import { renderPage, renderExecuteAction } from '../../cards/render-page.ts';
import type { Page } from '../../cards/page.ts';
import { CardFactory, type InvokeResponse } from 'botbuilder';

/** Dialogs do not know `Action.Execute`. */
const renderSubmitAction = ({ title, style, sends, beside }: Button, more: object = {}): object => ({
  type: 'Action.Submit',
  title,
  ...(style && { style }),
  data: { ...beside, candour: sends, ...more },
});

export const renderDialogCard = (page: Page): Card => renderPage(page, (button) => renderSubmitAction(button));

/** Words typed into a chat's card reach Teams' audit log. */
const isDialogButton = ({ sends }: Button): boolean =>
  (sends.verb === 'open' && sends.flow !== 'week') || sends.verb === 'pulse';

const renderLauncherCard = (page: Page): Card =>
  renderPage(page, (button) =>
    isDialogButton(button)
      ? renderSubmitAction(button, { msteams: { type: 'task/fetch' } })
      : renderExecuteAction(button),
  );

/** Buttons open dialogs, unless the chat takes input as in development. */
export const createChatRenderer = (chatInput: boolean): ((page: Page) => Card) =>
  chatInput ? (page) => renderPage(page) : renderLauncherCard;

export const cardResponse = (card: Card): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});

export const messageResponse = (text: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

export const dialogResponse = (card: Card, title: string): InvokeResponse => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: { title, height: 'large', width: 'medium', card: CardFactory.adaptiveCard(card) },
    },
  },
});

/** Closes a dialog, or answers an invoke without words. */
export const emptyResponse: InvokeResponse = { status: 200 };
