import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { PublicSummary } from '../../../summary/disclosure-control/publish-summary.ts';
import { createSummaryFile } from '../../../summary/files/summary-file.ts';
import { findPublicationPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import { FiguresError } from '../../../summary/figures/week-figures.ts';
import { formatPeriod } from '../../../summary/figures/periods.ts';
import { parsePublication } from '../../../summary/disclosure-control/publication-record.ts';
import {
  createRevisionFixture,
  arbitraryCourses,
  createFrozenWeeks,
  type Population,
  arbitraryPopulation,
  arbitraryQuestions,
  replaceWeek,
  type Step,
  createTruth,
} from '../../support/summary/attack-cases.ts';
import { createAttacker } from '../../support/summary/attacker.ts';
import { readPublicFile } from '../../support/summary/read-public-file.ts';
import {
  parseTestPeriod,
  createMemoryLedger,
  createPublisher,
  createPublicSummaries,
} from '../../support/summary/publication-fixture.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 20);

const noFonts = (): Promise<never> => Promise.reject(new Error('no PDF'));

/** All that was found out by whoever took in everything that was issued, in the course of some questions. */
async function foundOut(population: Population, course: readonly Step[]): Promise<readonly string[]> {
  const frozen = createFrozenWeeks(population);
  const ledger = createMemoryLedger();
  const ask = createPublisher(frozen, ledger);
  const summaries = createPublicSummaries(frozen, ledger);
  const one = createAttacker();
  const answers = new Map<string, PublicSummary>();
  const found: string[] = [];
  let isRecounted = false;
  // Where weeks were counted anew behind what was issued, nothing is told.
  const unlessRecounted = async <Told>(told: Promise<Told>): Promise<Told | undefined> => {
    try {
      return await told;
    } catch (error) {
      if (isRecounted && error instanceof FiguresError) return undefined;
      throw error;
    }
  };
  for (const step of course) {
    if (step.kind === 'recount') {
      replaceWeek(frozen, step);
      isRecounted = true;
      continue;
    }
    if (step.kind === 'amends') {
      summaries.amend(createRevisionFixture(step));
      continue;
    }
    // By the way of pages and files first, which is what issues; it has nothing to say of what is no stretch of weeks.
    const stretch = findPublicationPeriod(parseTestPeriod(step.period));
    const pulled = stretch && (await unlessRecounted(summaries.pull(step.period)));
    const answer = await unlessRecounted(ask(step.period));
    if ((pulled?.kind === 'summary') !== (answer?.kind === 'issued')) found.push(`${step.period} is told one way only`);
    if (answer?.kind !== 'issued') continue;
    const name = formatPeriod(answer.period);
    const before = answers.get(name);
    if (before && JSON.stringify(before) !== JSON.stringify(answer)) found.push(`${name} was told anew`);
    answers.set(name, answer);
    one.takeAnswer(answer);
    if (!stretch || pulled?.kind !== 'summary' || step.file === undefined) continue;
    const { bytes } = await createSummaryFile(pulled.summary, step.file, noFonts);
    one.takeFile(stretch, await readPublicFile(step.file, bytes));
  }
  for (const kept of await ledger.all()) {
    const issue = parsePublication(kept);
    if (issue) one.takeIssue(issue);
  }
  return [...found, ...one.found(isRecounted ? undefined : createTruth(frozen))];
}

describe('whoever takes in all that wider readers were ever told', () => {
  it('works out no hidden count, whatever was asked for, in whatever file, and counted again for others', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, arbitraryQuestions, async (population, course) => {
        expect((await foundOut(population, course)).slice(0, 5)).toEqual([]);
      }),
      // Sixty-five weeks are shrunk for minutes: whoever looks for the reason shrinks by hand.
      { numRuns, endOnFailure: true },
    );
  });

  it('works out no hidden count, and is told nothing twice, where weeks are counted anew meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, arbitraryCourses, async (population, course) => {
        expect((await foundOut(population, course)).slice(0, 5)).toEqual([]);
      }),
      // Sixty-five weeks are shrunk for minutes: whoever looks for the reason shrinks by hand.
      { numRuns, endOnFailure: true },
    );
  });

  it('works out no hidden count of ranges that begin alike', async () => {
    const quiet = { kind: {}, outcome: {}, inTime: 0 };
    const few = [2, 2, 4].map((boundaries) => ({ ...quiet, kind: { boundaries } }));
    const rule = { smallCount: 5, hideZero: false };
    const each = [...Array.from({ length: 13 }, () => quiet), ...few];
    const population = { each, rule, later: rule, changesAt: 99, limitChanges: false };
    const course = ['2026-W14-to-2026-W15', '2026-W14-to-2026-W16'].map((period): Step => ({ kind: 'asks', period }));
    expect(await foundOut(population, course)).toEqual([]);
  });

  it.each(['csv', 'json', 'xlsx'] as const)(
    'reads in a file as %s what was issued, and of a later count nothing',
    async (file) => {
      const quiet = { kind: {}, outcome: {}, inTime: 0 };
      const rule = { smallCount: 5, hideZero: false };
      const busy = {
        kind: { boundaries: 7, bribery: 3, crime: 9 },
        outcome: { misconduct: 8, duplicate: 2 },
        inTime: 0.5,
      };
      const each = [...Array.from({ length: 13 }, () => quiet), busy, busy, quiet, busy];
      const population = { each, rule, later: rule, changesAt: 99, limitChanges: false };
      const periods = ['2026-W14', '2026-W15', '2026-W14-to-2026-W17', '2026-Q2', '2026-27'];
      const course = periods.flatMap((period, place): readonly Step[] => [
        { kind: 'amends', place: 13 + (place % 3), anew: { ...busy, kind: { boundaries: 21 } } },
        { kind: 'asks', period, file },
      ]);
      expect(await foundOut(population, course)).toEqual([]);
    },
  );

  it('is told that none were in time of weeks that each said so, also where their total is hidden by a stricter rule', async () => {
    const quiet = { kind: {}, outcome: {}, inTime: 0 };
    const late = { kind: { crime: 5 }, outcome: {}, inTime: 0 };
    const each = [...Array.from({ length: 16 }, () => quiet), late];
    const strict = { smallCount: 10, hideZero: false };
    const population = {
      each,
      rule: strict,
      later: { smallCount: 5, hideZero: false },
      changesAt: 16,
      limitChanges: false,
    };
    const course = ['2026-W17', '2026-W14-to-2026-W17', '2026-Q2'].map(
      (period): Step => ({ kind: 'asks', period, file: 'csv' }),
    );
    expect(await foundOut(population, course)).toEqual([]);
  });

  it('is told the same of a week that was counted anew', async () => {
    const quiet = { kind: {}, outcome: {}, inTime: 0 };
    const rule = { smallCount: 5, hideZero: false };
    const each = [{ ...quiet, kind: { boundaries: 7 } }];
    const population = { each, rule, later: rule, changesAt: 99, limitChanges: false };
    const asks: Step = { kind: 'asks', period: '2026-W01' };
    const anew: Step = { kind: 'recount', place: 0, anew: { ...quiet, kind: { boundaries: 3 } } };
    expect(await foundOut(population, [asks, anew, asks])).toEqual([]);
  });
});
