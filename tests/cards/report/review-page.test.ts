import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { paginateReview } from '../../../cards/report/review-page.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { isBlank } from '../../../core/model/invisible-characters.ts';
import { translate } from '../../../words/cards/translate.ts';
import { longestAnswers, longestToken, prose, typicalAnswers } from '../../support/cards/example-views.ts';

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
const short = 1_500;
const longest = longestToken.length + 230;
type Pages = ReturnType<typeof paginateReview>;
const shown = (pages: Pages) =>
  words(pages.flatMap((page) => page.flatMap(({ answers }) => answers.flatMap(({ lines }) => lines))).join(' '));
const asked = (pages: Pages) => pages.map((page) => page.map(({ step }) => step));

describe('the pages of a review', () => {
  it('are one for a short report, with a part for each card that asks something', () => {
    expect(asked(paginateReview('en', typicalAnswers, short))).toEqual([
      ['account', 'limits', 'about', 'signs', 'knowledge', 'disclosure'],
    ]);
    expect(asked(paginateReview('en', {}, short))).toEqual([['account', 'limits', 'about', 'knowledge']]);
  });

  it('show each answer in words below its question, and say of a card on which nothing was answered', () => {
    const answers = { mode: 'notKept', risk: 'no', signs: 'gifts', kind: 'boundaries' };
    expect(paginateReview('en', answers, short)).toEqual([
      [
        { step: 'account', answers: [{ question: 'Is anyone at risk now?', lines: ['No'] }] },
        { step: 'limits', answers: [{ question: 'How would you like to report?', lines: ['Identity not kept'] }] },
        {
          step: 'about',
          answers: [
            {
              question: 'What kind of concern is it?',
              lines: [expect.stringContaining('Crossing professional boundaries')],
            },
          ],
        },
        { step: 'signs', answers: [{ question: 'Which signs were there?', lines: ['Gifts, letters or cards'] }] },
        { step: 'knowledge', answers: [{ question: 'How you know', lines: [translate('en', 'review.nothing')] }] },
      ],
    ]);
  });

  it('are several for a long one, and say where an answer goes on', () => {
    const pages = paginateReview('en', { ...longestAnswers, what: prose(20_000) }, short);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[1]?.[0]?.answers[0]?.question).toBe('What happened (continued)');
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(13_000);
  });

  it.each([short, 3_000, 6_500, longest])(
    'leave no word out and have a card for each, with buttons of %d',
    (button) => {
      const what = prose(8_000);
      const pages = paginateReview('cy', { what }, button);
      expect(shown(pages)).toEqual(expect.arrayContaining(words(what)));
      expect(shown(pages).filter((word) => words(what).includes(word)).length).toBeGreaterThanOrEqual(
        words(what).length,
      );
      expect(asked(pages).flat()).toEqual(expect.arrayContaining(['account', 'limits', 'about', 'knowledge']));
      expect(new Set(asked(pages).map((steps) => new Set(steps).size === steps.length))).toEqual(new Set([true]));
    },
  );

  it('stay small and whole whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 9_000, size: 'max' }),
        fc.constantFrom(short, 4_000, longest),
        (what, button) => {
          const given: Answers = { what };
          const pages = paginateReview('en', given, button);
          for (const page of pages) {
            const lines = page.flatMap(({ answers }) => answers.flatMap((answer) => answer.lines));
            const size = lines.reduce((sum, line) => sum + JSON.stringify(line).length + 80, 0);
            expect(size + page.length * button).toBeLessThanOrEqual(33_200 - 3 * button);
            expect(lines.every((line) => line.isWellFormed())).toBe(true);
          }
          const account = pages.flatMap((page) =>
            page.flatMap((part) => (part.step === 'account' ? part.answers : [])),
          );
          const text = account.flatMap(({ lines }) => lines).join('');
          const bare = (it: string) => it.replaceAll(/[\s\u2060]/gu, '');
          // What nobody can see is no answer.
          expect(bare(text)).toBe(bare(isBlank(what) ? translate('en', 'review.nothing') : what));
        },
      ),
      { numRuns: 30 },
    );
  });
});
