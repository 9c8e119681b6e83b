import { describe, expect, it } from '@jest/globals';
import { cardProblems } from '../support/cards/card-problems.ts';
import { everythingCard } from '../support/cards/sample-cards.ts';

const cardOf = (...body: readonly unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const text = { type: 'TextBlock', text: 'Words' };
const field = { type: 'Input.Text', id: 'what', label: 'What' };
const choices = [{ title: 'Yes', value: 'yes' }];

describe('the schema of our cards', () => {
  it('accepts a card of everything that Candour may use', () => {
    expect(cardProblems(everythingCard)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['something that is no card', 'card', 'card'],
    ['another version', { ...cardOf(text), version: '1.6' }, 'version'],
    ['an unknown property of the card', { ...cardOf(text), colour: 'red' }, 'card'],
    ['a card without a body', { type: 'AdaptiveCard', version: '1.5' }, 'body'],
    ['another width in Teams', { ...cardOf(text), msteams: { width: 'full' } }, 'msteams.width'],
    ['an unknown element', cardOf({ type: 'Blink' }), 'body.0.type'],
    ['a newer element', cardOf({ type: 'Carousel', pages: [] }), 'body.0.type'],
    ['an unknown property of an element', cardOf({ ...text, bold: true }), 'body.0'],
    ['an unknown colour', cardOf({ ...text, color: 'red' }), 'body.0.color'],
    ['a text where a truth is due', cardOf({ ...text, wrap: 'true' }), 'body.0.wrap'],
    ['a placeholder that a template left', cardOf({ ...field, maxLength: '${max}' }), 'body.0.maxLength'],
    ['a fault deep inside', cardOf({ type: 'Container', items: [{ ...text, size: 'huge' }] }), 'body.0.items.0.size'],
    ['an input without a label', cardOf({ type: 'Input.Text', id: 'what' }), 'body.0.label'],
    ['an input without an id', cardOf({ type: 'Input.Text', label: 'What' }), 'body.0.id'],
    ['a check in the client', cardOf({ ...field, isRequired: true }), 'body.0'],
    ['a hidden kind of input', cardOf({ type: 'Input.Number', id: 'n', label: 'N' }), 'body.0.type'],
    ['a choice without options', cardOf({ ...field, type: 'Input.ChoiceSet', choices: [] }), 'body.0.choices'],
    [
      'a value with a comma',
      cardOf({ ...field, type: 'Input.ChoiceSet', choices: [{ title: 'A', value: 'a,b' }] }),
      'body.0.choices.0.value',
    ],
    ['two inputs of one name', cardOf(field, { ...field, type: 'Input.ChoiceSet', choices }), 'id what'],
    ['a day that is none', cardOf({ ...field, type: 'Input.Date', value: '2026-02-30' }), 'body.0.value'],
    ['a picture without words for it', cardOf({ type: 'Image', url: 'data:image/png;base64,AA==' }), 'body.0.altText'],
    [
      'a picture to be fetched',
      cardOf({ type: 'Image', url: 'https://example.com/a.png', altText: 'A' }),
      'body.0.url',
    ],
    [
      'a row with too few cells',
      cardOf({
        type: 'Table',
        columns: [{}, {}],
        rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [] }] }],
      }),
      'body.0',
    ],
    [
      'an unknown style of a button',
      { ...cardOf(text), actions: [{ type: 'Action.Submit', title: 'Go', style: 'primary' }] },
      'actions.0.style',
    ],
    ['a button without a title', { ...cardOf(text), actions: [{ type: 'Action.Submit' }] }, 'actions.0.title'],
    [
      'a link that runs a script',
      { ...cardOf(text), actions: [{ type: 'Action.OpenUrl', title: 'Go', url: 'javascript:alert(1)' }] },
      'actions.0.url',
    ],
    [
      'a link that anyone may read',
      { ...cardOf(text), actions: [{ type: 'Action.OpenUrl', title: 'Go', url: 'http://example.com' }] },
      'actions.0.url',
    ],
    ['a card in a card', { ...cardOf(text), actions: [{ type: 'Action.ShowCard', title: 'Go' }] }, 'actions.0.type'],
  ])('refuses %s and says where', (_, card, where) => {
    const problems = cardProblems(card);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.split(':')[0]).toBe(where);
  });

  it('does not look into what an action carries', () => {
    const action = {
      type: 'Action.Submit',
      title: 'Go',
      data: { type: 'x', id: 'what', inner: [{ type: 'y', id: 'what' }] },
    };
    expect(cardProblems({ ...cardOf(field), actions: [action] })).toEqual([]);
  });
});
