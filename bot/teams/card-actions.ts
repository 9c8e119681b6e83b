import type { Card } from '../../cards/card.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const opensDialog = (action: Json): boolean => {
  const data = action['data'];
  const candour = isObject(data) ? data['candour'] : undefined;
  return isObject(candour) && candour['verb'] === 'open';
};

/** The card with each of its actions changed; the rest is the same. */
function withActions(card: Card, change: (action: Json) => Json): Card {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    if (value['type'] === 'Action.Execute') return change(value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return { ...card, ...Object.fromEntries(Object.entries(card).map(([key, inner]) => [key, walk(inner)])) };
}

/** `Action.Submit` in place of `Action.Execute`: dialogs know no other. The verb stands in the data already. */
function asSubmit(action: Json, more: Json = {}): Json {
  const { verb: _verb, type: _type, data, ...rest } = action;
  return { type: 'Action.Submit', ...rest, data: { ...(isObject(data) ? data : {}), ...more } };
}

/** A card as it stands inside a Teams dialog. */
export const cardInDialog = (card: Card): Card => withActions(card, (action) => asSubmit(action));

/** A card in a chat from which reporting opens a Teams dialog. What only shows another card stays as it is. */
const cardThatOpensDialogs = (card: Card): Card =>
  withActions(card, (action) => (opensDialog(action) ? asSubmit(action, { msteams: { type: 'task/fetch' } }) : action));

/** What a card becomes in a chat: as it is where the chat is a door itself, as in development. */
export const cardInChat = (chatDoor: boolean): ((card: Card) => Card) =>
  chatDoor ? (card) => card : cardThatOpensDialogs;
