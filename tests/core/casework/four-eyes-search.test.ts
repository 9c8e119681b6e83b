import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openCore } from '../../support/core/open-core.ts';
import { checkCaseEnds } from '../../support/core/search/check-case-ends.ts';
import {
  type CoverageCounts,
  checkTwoPersonRule,
  checkVisibility,
  createCoverageCounts,
} from '../../support/core/search/invariants.ts';
import { type MemoryCore, createMemoryCore } from '../../support/core/search/memory-core.ts';
import { playScene, type Scene, arbitraryScene } from '../../support/core/search/scenes.ts';

/** `npm run test:buries` looks through a million. */
const sequences = Number(process.env['BURIES_RUNS'] ?? 10_000);
/** Each part of them has the time that one test has, and says how far it came. */
const parts = Math.ceil(sequences / 5_000);
const numRuns = Math.ceil(sequences / parts);

async function expectAllOf(
  core: MemoryCore,
  scene: Scene,
  came: CoverageCounts,
  acts = new Map<string, number>(),
): Promise<void> {
  const outcome = await playScene(core, scene);
  for (const one of outcome.cases) {
    checkTwoPersonRule(one, outcome, came);
    await checkVisibility(core, one, outcome);
    checkCaseEnds(one, outcome, scene, came);
  }
  for (const [act, times] of outcome.done) acts.set(act, (acts.get(act) ?? 0) + times);
}

describe('one person alone', () => {
  it.each(Array.from({ length: parts }, (_, part) => part))(
    'closes, exports, erases and hides no case that others see, but another is told or has agreed (%i)',
    async () => {
      const came = createCoverageCounts();
      const acts = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(arbitraryScene, (scene) => expectAllOf(createMemoryCore(), scene, came, acts)),
        { numRuns },
      );
      const each = Object.fromEntries([...acts].toSorted(([one], [other]) => one.localeCompare(other)));
      process.stdout.write(`  ${numRuns} sequences: ${JSON.stringify(came)}; acts: ${JSON.stringify(each)}\n`);
      // The acts come to where the promise matters.
      const least = numRuns / 2_500;
      for (const [what, times] of Object.entries(came))
        expect({ what, isOften: times >= least }).toEqual({ what, isOften: true });
    },
  );

  it('is looked for in memory as in a file: the same acts leave the same entries', async () => {
    const came = createCoverageCounts();
    await fc.assert(
      fc.asyncProperty(arbitraryScene, async (scene) => {
        const core = openCore();
        const inMemory = createMemoryCore();
        try {
          await expectAllOf(core, scene, came);
          const told = async (one: MemoryCore) => {
            const { cases } = await playScene(one, scene);
            return cases.map(({ after: { record, events } }) => [
              record.status,
              record.excluded,
              events.map(({ kind, by, detail }) => [kind, by, detail?.told, detail?.erasedFor]),
            ]);
          };
          expect(await told(inMemory)).toEqual(await told(core));
        } finally {
          await core.close();
        }
      }),
      { numRuns: process.env['SLOW'] ? 300 : 20 },
    );
  });
});
