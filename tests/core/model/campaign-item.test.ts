import { expect, test } from '@jest/globals';
import { campaignItemSchema, maxItemWords, markdownWordCount } from '../../../core/model/campaign-item.ts';

const both = (en: string, cy = en) => ({ en, cy });
const item = {
  id: 'both-wanted-it',
  week: 2,
  title: both('But they both wanted it', 'Ond roedd y ddau eisiau'),
  body: both('A short read.', 'Darn byr i’w ddarllen.'),
  scene: {
    text: both('A colleague tells you of a date.', 'Mae cydweithiwr yn sôn am ddêt.'),
    options: [
      { text: both('Say nothing', 'Dweud dim'), reveal: both('Why that is hard.', 'Pam mae hynny’n anodd.') },
      { text: both('Ask for advice', 'Gofyn am gyngor'), reveal: both('Good.', 'Da.') },
    ],
  },
  topic: 'relationships',
};
const reads = (value: unknown): boolean => campaignItemSchema.safeParse(value).success;

test('reads an item with a scene, and one without', () => {
  expect(campaignItemSchema.parse(item)).toEqual(item);
  const { scene: _scene, ...plain } = item;
  expect(campaignItemSchema.parse(plain)).toEqual(plain);
  expect(reads({ ...plain, pulse: 'before' })).toBe(true);
  expect(reads({ ...plain, figures: 'saidAndDid' })).toBe(true);
});

test('refuses an item that lacks a language, or has it blank', () => {
  expect(reads({ ...item, title: { en: 'Only one' } })).toBe(false);
  expect(reads({ ...item, body: both('Words', '  ') })).toBe(false);
});

test('holds a body to its words in each language', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  expect(reads({ ...item, body: both(words(maxItemWords)) })).toBe(true);
  expect(reads({ ...item, body: both('Short.', words(maxItemWords + 1)) })).toBe(false);
});

test('counts no mark of a list as a word', () => {
  expect(markdownWordCount('- one\n- **two**\n\n* three – four')).toBe(4);
});

test('refuses a scene with one choice or five, and an id that is no slug', () => {
  const [first] = item.scene.options;
  expect(reads({ ...item, scene: { ...item.scene, options: [first] } })).toBe(false);
  expect(reads({ ...item, scene: { ...item.scene, options: [first, first, first, first, first] } })).toBe(false);
  for (const id of ['', 'Both', '2nd', 'a b', 'a'.repeat(41)]) expect(reads({ ...item, id })).toBe(false);
});

test('refuses a week outside of a year', () => {
  for (const week of [-1, 53, 1.5]) expect(reads({ ...item, week })).toBe(false);
});
