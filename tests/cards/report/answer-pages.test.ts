import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { answerPages } from '../../../cards/report/answer-pages.ts';
import { isBlank } from '../../../concerns/terms/blank.ts';
import { longestAnswers, prose, typicalAnswers } from '../../support/cards/example-views.ts';

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
const shown = (pages: ReturnType<typeof answerPages>) =>
  words(pages.flatMap((page) => page.flatMap(({ lines }) => lines)).join(' '));

describe('the pages of a review', () => {
  it('are one for a short report', () => {
    expect(answerPages('en', typicalAnswers)).toHaveLength(1);
    expect(answerPages('en', {})).toEqual([[]]);
  });

  it('show each answer in words below its question, and the way of reporting by its short name', () => {
    expect(answerPages('en', { mode: 'notKept', risk: 'no', signs: 'gifts', kind: 'boundaries' })[0]).toEqual([
      { question: 'How would you like to report?', lines: ['Identity not kept'] },
      { question: 'Is anyone at risk now?', lines: ['No'] },
      {
        question: 'What kind of concern is it?',
        lines: [expect.stringContaining('Crossing professional boundaries')],
      },
      { question: 'Which signs were there?', lines: ['Gifts, letters or cards'] },
    ]);
  });

  it('are several for a long one, and say where an answer goes on', () => {
    const pages = answerPages('en', longestAnswers);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[1]?.[0]?.question).toBe('What happened (continued)');
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(8_500);
  });

  it('leave no word out', () => {
    const what = prose(8_000);
    expect(shown(answerPages('cy', { what }))).toEqual(words(what));
  });

  it('stay small and whole whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9_000, size: 'max' }), (what) => {
        const pages = answerPages('en', { what });
        for (const page of pages) {
          const lines = page.flatMap((answer) => answer.lines);
          const size = lines.reduce((sum, line) => sum + JSON.stringify(line).length + 80, 0);
          // One line of nothing but control characters takes six characters each on the wire.
          expect(lines.length === 1 || size <= 8_000).toBe(true);
          expect(lines.every((line) => line.isWellFormed())).toBe(true);
        }
        const text = pages.flatMap((page) => page.flatMap((answer) => answer.lines)).join('');
        const bare = (it: string) => it.replaceAll(/[\s\u2060]/gu, '');
        // What nobody can see is no answer.
        expect(bare(text)).toBe(isBlank(what) ? '' : bare(what));
      }),
      { numRuns: 30 },
    );
  });
});
