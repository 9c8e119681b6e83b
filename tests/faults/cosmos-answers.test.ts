import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../fakes/faults.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { runDoctorOnBot } from './run-doctor.ts';
import { reporterMarks } from './leak-observer.ts';
import { isLong } from './tally.ts';
import { setUpFaultyBot } from './set-up-faulty-bot.ts';

/** Cosmos DB's answers over the wire. 409 and 412 are answers and no faults: the points of the store give them. */
const answers: readonly Fault[] = [
  { kind: 'status', status: 429, headers: { 'x-ms-retry-after-ms': '10' } },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 408 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 449 },
  { kind: 'reset' },
  { kind: 'commit-then-status', status: 503 },
  { kind: 'commit-then-status', status: 408 },
  { kind: 'commit-then-reset' },
  { kind: 'hang' },
  { kind: 'commit-then-hang' },
];

describe('a report into Cosmos DB', () => {
  const faulty = setUpFaultyBot('Answers of Cosmos', { store: 'cosmos' });

  it.each([
    ['once', 1],
    ['until it gives up', 8],
  ] as const)('is saved once with its alert, whatever goes wrong %s', async (_name, times) => {
    const { cosmos } = faulty.bot;
    const broken: string[] = [];
    const said: string[] = [];
    for (const fault of answers) {
      // Each of these waits for the store's whole deadline.
      if (times > 1 && fault.kind.endsWith('hang') && !isLong) continue;
      const strike = () => cosmos?.faults.next({ ...fault, times });
      const settle = () => cosmos?.faults.clear();
      await faulty.try('send', [], { strike, settle }).catch((error: unknown) => {
        settle();
        broken.push(`${JSON.stringify(fault)}: ${error instanceof Error ? error.message : 'thrown'}`);
      });
      if (times > 1) continue;
      cosmos?.faults.next({ ...fault, times: 20 });
      said.push(await runDoctorOnBot(faulty.bot));
      settle();
    }
    expect(broken).toEqual([]);
    assertAbsent('doctor', said.join(''), faulty.reporters.flatMap(reporterMarks));
  });
});
