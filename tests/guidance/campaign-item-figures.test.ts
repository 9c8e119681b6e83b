import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { checkItem } from '../../guidance/check-campaign-item.ts';
import { loadBuiltInPlan } from '../../guidance/node/built-in-texts.ts';
import { loadBuiltInTopics } from '../../guidance/node/built-in-texts.ts';
import {
  compareFigures,
  hasFiguresPlaceholder,
  replaceFiguresPlaceholder,
  isMissingFigures,
  findNumbers,
  insertFigureTexts,
} from '../../guidance/campaign-item-figures.ts';

const alike = (text: string) => ({ en: text, cy: text });
const figures = { en: '- About 40.', cy: '- Tua 40.' };

describe('figures in the texts of an item', () => {
  it.each([
    ['the line that stands for them', 'Before.\n\n{{figures}}\n\nAfter.', 'Before.\n\n- About 40.\n\nAfter.'],
    ['that line with blanks, close to others', 'Before.\n  {{ figures }} \nAfter.', 'Before.\n\n- About 40.\n\nAfter.'],
    ['that line at the beginning', '{{figures}}\nAfter.', '- About 40.\n\nAfter.'],
    ['the end where no number stands yet', 'Before.\n', 'Before.\n\n- About 40.'],
    ['an empty text', '', '- About 40.'],
    ['those that were put in before', 'Before.\n\n- About 35.\n\nAfter.', 'Before.\n\n- About 40.\n\nAfter.'],
  ])('come into the place of %s', (_, text, expected) => {
    expect(insertFigureTexts(alike(text), alike('- About 40.'), alike('- About 35.'))).toEqual(alike(expected));
  });

  it('come into both texts or into neither, and stand beside no other numbers', () => {
    const texts = { en: '{{figures}}', cy: 'Tua 12.' };
    expect(insertFigureTexts(texts, figures)).toBeUndefined();
    expect(insertFigureTexts({ ...texts, cy: '{{figures}}' }, figures)).toEqual(figures);
    expect(insertFigureTexts(alike('About 12.'), figures)).toBeUndefined();
  });

  it('are put in as they are, whatever signs they hold', () => {
    const odd = "$& $1 $` $' 5";
    expect(insertFigureTexts(alike('{{figures}}'), alike(odd))).toEqual(alike(odd));
    expect(insertFigureTexts(alike('Then 7.'), alike(odd), alike('7'))).toEqual(alike(`Then ${odd}.`));
  });

  it('are lacking until they are there, and a text without the place stays as it is', () => {
    expect(['{{figures}}', 'Words.', 'In 2026.\n\n{{figures}}', 'About 12.'].map(isMissingFigures)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['In {{figures}} a line', 'About 12.'].map((text) => replaceFiguresPlaceholder(text, 'x'))).toEqual([
      'In {{figures}} a line',
      'About 12.',
    ]);
    expect(hasFiguresPlaceholder('{{signs}}')).toBe(false);
  });

  it('are every number in digits of a text, and not those of an address', () => {
    expect(findNumbers('About 40, 1,235 and 2.5% in 2026/27. [Read 7](https://example.org/99)')).toEqual([
      '40',
      '1235',
      '2.5',
      '2026',
      '27',
      '7',
    ]);
    expect(findNumbers('٤٠ reports')).toEqual(['٤٠']);
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        expect(findNumbers(numbers.join(' and '))).toEqual(numbers.map(String));
      }),
    );
  });
});

describe('an item held against the figures', () => {
  const item: CampaignItem = {
    id: 'one',
    week: 12,
    title: alike('Title'),
    body: { en: 'About 40 in 2026.', cy: 'Tua 40 yn 2026.' },
    topic: 'after',
    figures: 'saidAndDid',
  };
  const told = { en: 'To September 2026: about 40, about 25.', cy: 'I Fedi 2026: tua 40, tua 25.' };

  it('has nothing strange where all of its numbers are among them, in both languages', () => {
    expect(compareFigures(item, told)).toEqual({ unknownNumbers: { en: [], cy: [] }, isAlike: true });
  });

  it('shows a digit that was typed wrong, in the language and wherever it stands', () => {
    const wrong = { ...item, body: { ...item.body, cy: 'Tua 45 yn 2026, ie 45.' } };
    expect(compareFigures(wrong, told)).toEqual({ unknownNumbers: { en: [], cy: ['45'] }, isAlike: false });
    expect(compareFigures({ ...item, title: alike('Our 3') }, told).unknownNumbers).toEqual({ en: ['3'], cy: ['3'] });
    const options = [1, 2].map((number) => ({ text: alike(`Choice ${number}`), reveal: alike('Said.') }));
    expect(compareFigures({ ...item, scene: { text: alike('At 9'), options } }, told).unknownNumbers.en).toEqual([
      '9',
      '1',
      '2',
    ]);
  });

  it('shows that the languages differ, where each number is among them', () => {
    const swapped = { ...item, body: { ...item.body, cy: 'Tua 25 yn 2026.' } };
    expect(compareFigures(swapped, told)).toEqual({ unknownNumbers: { en: [], cy: [] }, isAlike: false });
  });
});

it('the item that comes with Candour is whole once its figures are in', () => {
  const item = loadBuiltInPlan().find((one) => one.figures !== undefined);
  if (!item) throw new Error('no item of figures');
  const topics = new Set(loadBuiltInTopics().keys());
  expect(checkItem(item, topics).map(({ code }) => code)).toEqual(['noFigures', 'noFigures']);
  const body = insertFigureTexts(item.body, figures);
  expect(body && checkItem({ ...item, body }, topics)).toEqual([]);
});
