import { describe, expect, it } from '@jest/globals';
import {
  type ReadabilityScore,
  maxMedianGrade,
  scoreWords,
  readingGrade,
  meetsReadabilityGoal,
  medianGrade,
} from '../../../cli/words/readability.ts';
import { locateWords, readWordFiles, topicWords } from '../../../cli/words/word-locations.ts';
import { runWords } from '../../support/cli/words-project.ts';

const root = `${import.meta.dirname}/../../..`;
const eases = scoreWords([...locateWords(readWordFiles(root)), ...topicWords(root)]);
const keys = eases.map(({ word }) => word.key);

describe('the reading grade of a text', () => {
  it('is that of the formula', () => {
    // 1 sentence, 6 words, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(readingGrade('The cat sat on the mat.').grade).toBeCloseTo(-1.45);
    // 2 sentences, 6 words, 12 syllables: 0.39 × 3 + 11.8 × 2 − 15.59.
    expect(readingGrade('Happy people never worry. Doctors always.')).toEqual({
      words: 6,
      grade: expect.closeTo(9.18),
    });
  });

  it('is higher for long words and long sentences', () => {
    const [easy, hard] = [
      readingGrade('You can stop at any time.'),
      readingGrade('Discontinuation is available immediately.'),
    ];
    expect(easy.grade).toBeLessThan(hard.grade);
    const joined = readingGrade('You can stop, and you can go on, and you can come back, and you can leave it.');
    expect(readingGrade('You can stop. You can go on. You can come back. You can leave it.').grade).toBeLessThan(
      joined.grade,
    );
  });

  it('counts a number as one easy word, a word with a mark as one, and a line as a sentence', () => {
    expect(readingGrade('Ring 999.').words).toBe(2);
    expect(readingGrade('It’s well-known').words).toBe(2);
    expect(readingGrade('You can stop\nYou can go on').grade).toBe(readingGrade('You can stop. You can go on.').grade);
    expect(readingGrade(' – ')).toEqual({ words: 0, grade: 0 });
  });
});

describe('what reporters may read in English', () => {
  it('has a median grade that a twelve-year-old reads', () => {
    expect(maxMedianGrade).toBe(7);
    expect(meetsReadabilityGoal(eases)).toBe(true);
  });

  it('is all of the cards and of the page for everybody, but what the unit alone is shown', () => {
    expect(keys).toEqual(
      expect.arrayContaining(['limits.life', 'receipt.acu', 'problem.long', 'report.noAnswer', 'topics.protects']),
    );
    expect(keys.filter((key) => /^(?:alert|summary|target|week|case|keys)\./u.test(key))).toEqual([]);
  });

  it('is graded with its values filled in, the hardest first', () => {
    expect(eases.filter(({ text }) => /[{}]/u.test(text))).toEqual([]);
    const grades = eases.map(({ grade }) => grade);
    expect(grades).toEqual(grades.toSorted((one, other) => other - one));
  });

  it('is printed with its medians and the ten hardest', async () => {
    const { code, said } = await runWords('ease');
    expect(code).toBe(0);
    expect(said).toContain(`${medianGrade(eases).toFixed(1)}  the median of ${eases.length} texts`);
    expect(said.split('\n').filter((line) => /^ +\d+\.\d {2}[a-zA-Z]+\.[a-zA-Z]+: /u.test(line))).toHaveLength(10);
  });
});

describe('the median', () => {
  const graded = (...grades: readonly number[]): readonly ReadabilityScore[] =>
    grades.flatMap((grade) => eases.slice(0, 1).map((ease) => ({ ...ease, grade, words: 9 })));

  it('is the middle, or between the two in the middle', () => {
    expect(medianGrade(graded(9, 1, 2))).toBe(2);
    expect(medianGrade(graded(9, 1, 2, 4))).toBe(3);
    expect(medianGrade([])).toBe(0);
  });

  it('is easy up to the goal', () => {
    expect(meetsReadabilityGoal(graded(7, 7, 20))).toBe(true);
    expect(meetsReadabilityGoal(graded(7, 7.1, 20))).toBe(false);
  });
});
