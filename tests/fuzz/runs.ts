import * as fc from 'fast-check';

/** How many inputs each property tries: 500 unless FUZZ_RUNS says how many. */
const allRuns = Number(process.env['FUZZ_RUNS'] ?? 500);

// Each round has a bot of its own: the stand-ins keep all that they were sent, and cards end after a shift.
const roundCount = Math.max(1, Math.ceil(allRuns / 10_000));
/** The rounds, by their numbers. */
export const rounds = Array.from({ length: roundCount }, (_, round) => round + 1);
/** How many inputs each property tries in one round. */
export const runs = Math.ceil(allRuns / roundCount);
/** How much may stay for each input, in bytes: the fakes keep what they were sent, which is far more than the bot. */
export const mostKept = 8_000;

/** Expects it of as many inputs as are to be tried; of fewer where each stands for so many. */
export async function tryAll<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
  eachStandsFor = 1,
): Promise<void> {
  await fc.assert(fc.asyncProperty(inputs, check), { numRuns: Math.ceil(runs / eachStandsFor) });
}
