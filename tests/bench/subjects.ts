import {
  type ComparedCard,
  createSubjectIndex,
  strengths,
  subjectThresholds,
  type SubjectThresholds,
} from '../../concerns/casework/compare-subjects.ts';
import { aForce, madeUpCards, seeded } from '../support/subjects/made-up-people.ts';
import { matchFigures, missedAt } from '../support/subjects/match-figures.ts';
import { type Row, rowsOf } from './row.ts';

/** As many as serve in Gwent, and as many cards as would be too many. */
const officers = 1_549;
const cardCount = 10_000;

/** Where the lines could be drawn, beside where they are. */
const drawn: Readonly<Record<string, SubjectThresholds>> = {
  'as set': subjectThresholds,
  'no letter apart': { ...subjectThresholds, edits: 0 },
  'two letters apart': { ...subjectThresholds, edits: 2 },
  'not by sound': { ...subjectThresholds, bySound: false },
  'two constables have a role in common': { ...subjectThresholds, commonestRoleCounts: true },
  'names alone are nothing': { ...subjectThresholds, namesAlone: false },
};

/** False and missed matches on made-up Welsh and English names, by where the lines are drawn; and what one card costs. */
export function measureSubjects(): readonly Row[] {
  const chance = seeded(17);
  const cards = madeUpCards(cardCount, aForce(officers, chance), chance);
  const rows = Object.entries(drawn).flatMap(([name, thresholds]) => {
    const figures = matchFigures(cards, thresholds);
    const row = rowsOf(`10,000 cards about 1,549 people, ${name}`);
    return strengths.flatMap((strength) => [
      row(`${strength}: missed by it and what is stronger`, 100 * missedAt(strength, figures), '%'),
      row(`${strength}: false among those found`, falsePart(figures.found[strength], figures.wrong[strength]), '%'),
      row(`${strength}: false for each card`, figures.wrong[strength] / cardCount, 'cases'),
    ]);
  });
  return [...rows, ...costRows(cards.map(({ card }) => card))];
}

const falsePart = (found: number, wrong: number): number => (found + wrong === 0 ? 0 : (100 * wrong) / (found + wrong));

function costRows(cards: readonly ComparedCard[]): readonly Row[] {
  const row = rowsOf('one card with 10,000 others, in clear');
  const began = performance.now();
  const index = createSubjectIndex();
  for (const card of cards) index.add(card);
  const indexed = performance.now();
  for (const card of cards.slice(0, 100)) index.matchesOf(card);
  const ended = performance.now();
  return [
    row('to sort them', indexed - began, 'ms'),
    row('to compare one', (ended - indexed) / 100, 'ms'),
    row('people looked at', index.compared() / 100, 'people'),
  ];
}
