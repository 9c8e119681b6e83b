/** An Adaptive Card, ready to be sent. */
export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

/** Whether something is a card: what it says of itself is believed. */
export const isCard = (value: unknown): value is Card =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';

/** Something drawn as a card. Throws TypeError where it is none. */
export function asCard(value: unknown): Card {
  if (!isCard(value)) throw new TypeError('card template: no card');
  return value;
}
