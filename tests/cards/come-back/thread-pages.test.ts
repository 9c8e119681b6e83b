import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { paginateThread } from '../../../cards/come-back/come-back-page.ts';
import type { ReporterThreadEntry } from '../../../core/reporting/find-by-return-code.ts';
import { exampleDay, exampleThread, longestThread } from '../../support/cards/example-views.ts';

const joined = (text: string) => text.replaceAll(/\s|\u2060/gu, '');
const wordsOf = (pages: ReturnType<typeof paginateThread>) =>
  joined(
    pages
      .toReversed()
      .flat()
      .flatMap(({ lines }) => lines)
      .join(''),
  );
const entries = fc.array(
  fc.oneof(
    fc.record({ from: fc.constant('reporter' as const), on: fc.constant(exampleDay) }),
    fc.record({
      from: fc.constant('handlers' as const),
      on: fc.constant(exampleDay),
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ minLength: 2_000, maxLength: 12_000 }),
        fc.constant('{{DATE(2026-11-25)}} "quotes"\n\\ '.repeat(300)),
      ),
    }),
  ),
  { maxLength: 14 },
);

describe('the pages of a thread', () => {
  it('hold every message once and whole, in its order, each page within its size', () => {
    fc.assert(
      fc.property(entries, (thread: readonly ReporterThreadEntry[]) => {
        const pages = paginateThread('en', thread);
        expect(pages.length).toBeGreaterThan(0);
        expect(wordsOf(pages)).toBe(joined(thread.map((entry) => ('text' in entry ? entry.text : '')).join('\n')));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(10);
          expect(JSON.stringify(page).length).toBeLessThan(9_000);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begin with the newest, and say who wrote and when in both languages', () => {
    expect(
      paginateThread('en', exampleThread.entries)
        .flat()
        .map(({ question }) => question),
    ).toEqual([
      'On 25 November 2026, the people handling your report wrote',
      'On 26 November 2026, you wrote',
      'On 27 November 2026, the people handling your report wrote',
    ]);
    const [newest, ...others] = paginateThread('cy', longestThread.entries);
    expect(newest?.at(-1)?.question).toBe('Ar 25 Tachwedd 2026, ysgrifennoch chi');
    expect(others.flat().some(({ question }) => question.endsWith('(parhad)'))).toBe(true);
  });

  it('are one where there is nothing', () => {
    expect(paginateThread('en', [])).toEqual([[]]);
  });
});
