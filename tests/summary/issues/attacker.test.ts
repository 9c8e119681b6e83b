import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { WiderSummary } from '../../../summary/issues/wider-summary.ts';
import { FiguresError } from '../../../summary/figures-error.ts';
import { periodText } from '../../../summary/periods.ts';
import { readIssue } from '../../../summary/issues/issue-record.ts';
import {
  courses,
  frozenOf,
  type Population,
  populations,
  questions,
  recount,
  type Step,
  truthOf,
} from '../../support/summary/attacked-weeks.ts';
import { attacker } from '../../support/summary/attacker.ts';
import { ledgerInMemory, widerDoor } from '../../support/summary/wider-world.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 20);

/** All that was found out by whoever took in everything that was issued, in the course of some questions. */
async function foundOut(population: Population, course: readonly Step[]): Promise<readonly string[]> {
  const frozen = frozenOf(population);
  const ledger = ledgerInMemory();
  const ask = widerDoor(frozen, ledger);
  const one = attacker();
  const answers = new Map<string, WiderSummary>();
  const found: string[] = [];
  let isRecounted = false;
  for (const step of course) {
    if (step.kind === 'recount') {
      recount(frozen, step);
      isRecounted = true;
      continue;
    }
    // Where weeks were counted anew behind what was issued, nothing is told.
    const answer = await ask(step.period).catch((error: unknown) => {
      if (isRecounted && error instanceof FiguresError) return undefined;
      throw error;
    });
    if (answer?.kind !== 'issued') continue;
    const name = periodText(answer.period);
    const before = answers.get(name);
    if (before && JSON.stringify(before) !== JSON.stringify(answer)) found.push(`${name} was told anew`);
    answers.set(name, answer);
    one.takeAnswer(answer);
  }
  for (const kept of await ledger.all()) {
    const issue = readIssue(kept);
    if (issue) one.takeIssue(issue);
  }
  return [...found, ...one.found(isRecounted ? undefined : truthOf(frozen))];
}

describe('whoever takes in all that wider readers were ever told', () => {
  it('works out no hidden count, whatever was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(populations, questions, async (population, course) => {
        expect((await foundOut(population, course)).slice(0, 5)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('works out no hidden count, and is told nothing twice, where weeks are counted anew meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(populations, courses, async (population, course) => {
        expect((await foundOut(population, course)).slice(0, 5)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
