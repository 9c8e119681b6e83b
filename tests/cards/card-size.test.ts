import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { renderPage } from '../../cards/render-page.ts';
import type { Page } from '../../cards/page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { getTruncations, estimateCardSize, maxCardSize } from '../../cards/card-size.ts';
import { languages } from '../../core/model/language.ts';
import { exampleFacts, fullContacts, longestToken, prose, reportState } from '../support/cards/example-views.ts';
import { galleryPages } from '../support/cards/gallery.ts';

const sizeOf = (page: Page): number => JSON.stringify(renderPage(page)).length;
const written = (text: string): number => JSON.stringify(text).length - 2;
/** A card with three fields for text, in the longer language, and little else. */
const about = (typed: Readonly<Record<string, string>>, token = 'state'): Page =>
  reportPage({
    state: reportState('cy', 'about', typed),
    problems: [],
    token,
    contacts: fullContacts,
    ...exampleFacts,
  });
const anyText = fc
  .tuple(
    fc.constantFrom('words ', 'x', '"\\', '\u{1f6a8}', '\u0001', 'ŵ\n', '\ud83d'),
    fc.oneof(fc.nat({ max: 600 }), fc.nat({ max: 60_000 })),
  )
  .map(([text, times]) => text.repeat(times));

describe('the room on a card', () => {
  it('is measured a little too small for every page, and never too large', () => {
    for (const { name, page } of galleryPages()) {
      const [drawn, measured] = [sizeOf(page), estimateCardSize(page)];
      expect({ name, isEnough: measured >= drawn, isNear: measured <= 1.2 * drawn + 500 }).toEqual({
        name,
        isEnough: true,
        isNear: true,
      });
    }
  });

  it('takes a pasted text of 20,000 characters where little else is to be carried', () => {
    expect(getTruncations(about({ who: prose(20_000) }))).toEqual([]);
    expect(getTruncations(about({}, longestToken))).toEqual([]);
  });

  it('leaves the shorter texts whole, and cuts the longest to what is left', () => {
    const typed = { who: prose(50_000), where: prose(300), when: prose(40_000) };
    const cuts = getTruncations(about(typed));
    expect(cuts.map(({ id }) => id)).toEqual(['who', 'when']);
    const [who = 0, when = 0] = cuts.map(({ value }) => written(value));
    expect(Math.abs(who - when)).toBeLessThan(10);
    for (const { id, value, by } of cuts) {
      const whole = id === 'who' ? typed.who : typed.when;
      expect([whole.startsWith(value), value.length + by]).toEqual([true, whole.length]);
    }
  });

  it('is kept to whatever was typed, in halves of no character, and nothing is cut that fits', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.boolean(), (who, where, when, isLong) => {
        const typed = { who, where, when };
        const token = isLong ? longestToken : 'state';
        const cuts = getTruncations(about(typed, token));
        const left = { ...typed, ...Object.fromEntries(cuts.map(({ id, value }) => [id, value])) };
        const whole = about(typed, token);
        if (cuts.length === 0) return expect(sizeOf(whole)).toBeLessThanOrEqual(maxCardSize);
        expect(estimateCardSize(whole)).toBeGreaterThan(maxCardSize);
        expect(sizeOf(about(left, token))).toBeLessThanOrEqual(maxCardSize);
        for (const { id, value, by } of cuts) {
          const before = Object.entries(typed).find(([name]) => name === id)?.[1] ?? '';
          expect([before.startsWith(value), before.length - value.length, by > 0]).toEqual([true, by, true]);
          if (before.isWellFormed()) expect(value.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is there for what is typed on each page in either language', () => {
    for (const language of languages) {
      const page = reportPage({
        state: reportState(language, 'account', { what: prose(8_000) }),
        problems: [],
        token: longestToken,
        contacts: fullContacts,
        ...exampleFacts,
      });
      expect(getTruncations(page)).toEqual([]);
    }
  });
});
