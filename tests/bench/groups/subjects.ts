import {
  createSubjectIndex,
  matchStrengths,
  subjectThresholds,
  type SubjectThresholds,
} from '../../../core/casework/subject-matching.ts';
import { generateForce, generateCards, createSeededRandom } from '../../support/subjects/generated-people.ts';
import { matchFigures, missedShare } from '../../support/subjects/match-figures.ts';
import type { Group } from '../group.ts';
import { type Row, createRows } from '../row.ts';
import { measureMs } from '../timing.ts';

/** As many as serve in Gwent. */
const officers = 1_549;

/** Where the lines could be drawn, beside where they are. */
const drawn: Readonly<Record<string, SubjectThresholds>> = {
  'as set': subjectThresholds,
  'no letter apart': { ...subjectThresholds, maxEdits: 0 },
  'two letters apart': { ...subjectThresholds, maxEdits: 2 },
  'not by sound': { ...subjectThresholds, usesPhonetics: false },
  'two constables have a role in common': { ...subjectThresholds, commonestRoleCounts: true },
  'names alone are nothing': { ...subjectThresholds, namesAlone: false },
};

type Cards = ReturnType<typeof generateCards>;
const shareOf = (part: number, rest: number): number => (part === 0 ? 0 : (100 * part) / (part + rest));

function rowsOfMatches(cards: Cards, name: string, thresholds: SubjectThresholds): readonly Row[] {
  const figures = matchFigures(cards, thresholds);
  const row = createRows(`${cards.length.toLocaleString('en-GB')} cards about 1,549 people, ${name}`);
  return matchStrengths.flatMap((strength) => {
    const [wrong, found] = [figures.wrong[strength], figures.found[strength]];
    return [
      row(`${strength}: missed by it and what is stronger`, 100 * missedShare(strength, figures), '%'),
      row(`${strength}: false among those found`, shareOf(wrong, found), '%'),
      row(`${strength}: false for each card`, wrong / cards.length, 'cases'),
    ];
  });
}

export const subjects: Group = {
  name: 'subjects',
  title: 'false and missed matches of subject cards on made-up names, by where the lines are drawn, and what one costs',
  takes: 'half a minute',
  async *measure({ subjectCards }) {
    const chance = createSeededRandom(17);
    const cards = generateCards(subjectCards, generateForce(officers, chance), chance);
    for (const [name, thresholds] of Object.entries(drawn)) yield rowsOfMatches(cards, name, thresholds);
    const row = createRows(`One card with ${subjectCards.toLocaleString('en-GB')} others, in clear`);
    const index = createSubjectIndex();
    const few = cards.slice(0, 100);
    yield [
      row('to sort them', await measureMs(() => cards.forEach(({ card }) => index.add(card))), 'ms'),
      row(
        'to compare one',
        (await measureMs(() => few.forEach(({ card }) => index.findMatches(card)))) / few.length,
        'ms',
      ),
      row('people looked at', index.comparisonCount() / few.length, 'people'),
    ];
  },
};
