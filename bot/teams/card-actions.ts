import type { Button } from '../../cards/action.ts';
import type { Card } from '../../cards/card.ts';
import { drawPage, executed } from '../../cards/draw-page.ts';
import type { Page } from '../../cards/page.ts';

/** `Action.Submit` in place of `Action.Execute`: dialogs know no other. */
const submitted = ({ title, style, sends, beside }: Button, more: object = {}): object => ({
  type: 'Action.Submit',
  title,
  ...(style && { style }),
  data: { ...beside, candour: sends, ...more },
});

/** A page as a card inside a Teams dialog. */
export const cardInDialog = (page: Page): Card => drawPage(page, (button) => submitted(button));

/** Whether a button begins a conversation in which somebody writes or answers: never on a card in a chat. */
const opensDialog = ({ sends }: Button): boolean =>
  (sends.verb === 'open' && sends.flow !== 'week') || sends.verb === 'pulse';

/** A page as a card in a chat from which reporting opens a Teams dialog. What only shows another card stays in the chat. */
const cardThatOpensDialogs = (page: Page): Card =>
  drawPage(page, (button) =>
    opensDialog(button) ? submitted(button, { msteams: { type: 'task/fetch' } }) : executed(button),
  );

/** How a page becomes a card in a chat: every button is answered there where the chat is a door, as in development. */
export const cardInChat = (chatDoor: boolean): ((page: Page) => Card) =>
  chatDoor ? (page) => drawPage(page) : cardThatOpensDialogs;
