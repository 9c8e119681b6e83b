import { describe, expect, it } from '@jest/globals';
import { maxButtonTitle } from '../../cards/page.ts';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';
import { cardProblems } from '../support/cards/card-problems.ts';
import { listButtons, exampleToken, longestToken, listElements } from '../support/cards/example-views.ts';
import { gallery } from '../support/cards/gallery.ts';
import { longestCards } from '../support/cards/longest-cards.ts';
import { microsoftProblems } from '../support/cards/microsoft-parser.ts';

/** Half of what Teams advises for a message, counted in UTF-16. */
const longestCard = 36_000;
const everyCard = [...gallery(), ...longestCards()];
const withoutData = (card: unknown): string =>
  JSON.stringify(card, (key, value) => (key === 'data' ? undefined : value));

describe('every card', () => {
  it('is named once in the gallery', () => {
    const names = everyCard.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });

  it.each(everyCard)('$name is a card that Microsoft’s parser and our schema take', ({ card }) => {
    expect(cardProblems(card)).toEqual([]);
    expect(microsoftProblems(card)).toEqual([]);
  });

  it.each(everyCard)('$name stays under the size that Teams takes', ({ card }) => {
    expect(JSON.stringify(card).length).toBeLessThan(longestCard);
  });

  it.each(everyCard)('$name says which language it is in and wraps every text', ({ card, language }) => {
    expect(card['lang']).toBe(language);
    const cut = listElements(card).filter((part) => part['type'] === 'TextBlock' && part['wrap'] !== true);
    expect(cut).toEqual([]);
  });

  it.each(everyCard)('$name labels each input', ({ card }) => {
    const inputs = listElements(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
    expect(inputs.filter(({ label }) => typeof label !== 'string' || label === '')).toEqual([]);
  });

  it.each(everyCard)('$name carries the sealed state in its buttons and nowhere else', ({ card }) => {
    expect(withoutData(card)).not.toContain(exampleToken);
    expect(withoutData(card)).not.toContain(longestToken);
  });

  it.each(everyCard)('$name sends back nothing but what is understood when it comes', ({ card }) => {
    for (const { type, data } of listButtons(card)) {
      if (type === 'Action.OpenUrl' || type === 'Action.ToggleVisibility') continue;
      expect(type).toBe('Action.Execute');
      expect({ candour: parseSubmittedAction(data)?.action }).toEqual(data);
    }
  });

  it.each(everyCard)('$name has buttons that fit a phone', ({ card }) => {
    expect(listButtons(card).filter(({ title }) => String(title).length > maxButtonTitle)).toEqual([]);
  });

  it.each(everyCard)('$name has at most six buttons below it', ({ card }) => {
    expect(card['actions']).toHaveProperty('length', expect.any(Number));
    expect(Array.isArray(card['actions']) ? card['actions'].length : 0).toBeLessThanOrEqual(6);
  });
});
