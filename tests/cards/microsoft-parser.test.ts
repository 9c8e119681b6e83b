import { describe, expect, it } from '@jest/globals';
import { microsoftProblems } from '../support/cards/microsoft-parser.ts';
import { everythingCard } from '../support/cards/sample-cards.ts';

const cardOf = (...body: readonly unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const text = { type: 'TextBlock', text: 'Words' };

describe("Microsoft's parser at version 1.5", () => {
  it('has nothing against a card of everything that Candour may use', () => {
    expect(microsoftProblems(everythingCard)).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['an unknown property of the card', { ...cardOf(text), foo: 1 }, ['card.foo: unknown property']],
    ['an unknown colour', cardOf({ ...text, color: 'pink' }), ['Invalid value "pink" for property "color".']],
    ['an unknown property', cardOf({ ...text, bold: true }), ['card.body.0.bold: unknown property']],
    [
      'an unknown property deep inside',
      cardOf({ type: 'Container', items: [{ type: 'FactSet', facts: [{ title: 'A', value: 'B', note: 'C' }] }] }),
      ['card.body.0.items.0.facts.0.note: unknown property'],
    ],
    [
      'a property of a later version',
      cardOf({ type: 'Input.Text', id: 'a', label: 'A', labelPosition: 'above' }),
      [
        'Property "labelPosition" is supported in version 1.6, but you are using version 1.5.',
        'card.body.0.labelPosition: unknown property',
      ],
    ],
    [
      'an unknown mode of a button',
      { ...cardOf(text), actions: [{ type: 'Action.Submit', title: 'Go', mode: 'tertiary' }] },
      ['Invalid value "tertiary" for property "mode".'],
    ],
  ])('is asked about %s and says so', (_, card, problems) => {
    expect(microsoftProblems(card)).toEqual(problems);
  });

  it('says which element and which action it does not know', () => {
    const problems = microsoftProblems({
      ...cardOf({ type: 'Nope' }),
      actions: [{ type: 'Action.Nope', title: 'Go' }],
    });
    expect(problems).toContain('card.body.0: unknown type Nope');
    expect(problems).toContain('card.actions.0: unknown type Action.Nope');
  });

  it('finds two inputs of one name', () => {
    const field = { type: 'Input.Text', id: 'what', label: 'What' };
    expect(microsoftProblems(cardOf(field, field)).join(' ')).toContain('what');
  });
});
