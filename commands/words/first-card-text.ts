import type { Contacts } from '../../words/contacts.ts';
import { countFirstCard, firstCardGoal, type FirstCardCount, withEveryWay } from './first-card.ts';

const lineOf = (cells: readonly [string, string, string]): string =>
  `  ${cells[0].padEnd(10)}${cells[1].padStart(7)}${cells[2].padStart(7)}`;
const table = (heading: string, counts: readonly FirstCardCount[]): readonly string[] => [
  heading,
  lineOf(['', 'English', 'Welsh']),
  ...counts.map(({ door, words }) => lineOf([door, String(words.en), String(words.cy)])),
  '',
];

export const firstCardLines = (contacts: Contacts): readonly string[] => [
  'Words before the first question of a report, at each door',
  '',
  ...table('With the contacts that are set here:', countFirstCard(contacts)),
  ...table('With every way out set:', countFirstCard(withEveryWay(contacts))),
  `Each is to stay under ${firstCardGoal.en} in English and under ${firstCardGoal.cy} in Welsh.`,
];
