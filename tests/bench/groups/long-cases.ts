import { addCaseNote } from '../../../core/casework/case-management.ts';
import { readCaseDetails } from '../../../core/casework/case-view.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { appendEntries, longCaseNote } from '../../support/access/long-case.ts';
import { createCasework, newRequestId, one, saveCase, words } from '../../support/core/casework.ts';
import { type Core, openCore } from '../../support/core/open-core.ts';
import { median } from '../statistics.ts';
import type { Group } from '../group.ts';
import { atMost, createRows } from '../row.ts';
import { collectGarbage, runInterleaved, measureCpuMs } from '../timing.ts';

const few = 10;
const stepsOfRound = 10;

/** A case with so many entries, each with a seal as long as that of a page and a half of text. */
async function caseOf(core: Core, entries: number): Promise<CaseId> {
  const caseId = await saveCase(core);
  const notes = Array.from({ length: entries - 1 }, () => longCaseNote('2025-01-01T12:00:00.000Z', 16_000));
  await appendEntries(core.store, caseId, notes);
  return caseId;
}

/** Steps as a page takes them: a note, and the case as it is shown afterwards. */
async function takeSteps(core: Core, caseId: CaseId): Promise<void> {
  for (let count = 0; count < stepsOfRound; count += 1) {
    const outcome = await addCaseNote(createCasework(core), one, { caseId, request: newRequestId(), words: words() });
    if (outcome.kind !== 'changed') throw new Error(`the step was not taken: ${outcome.kind}`);
    await readCaseDetails(createCasework(core), outcome.loadedCase, one);
  }
}

export const longCases: Group = {
  name: 'long-cases',
  title: 'what a step on a case with a thousand entries takes of the processor, beside one with ten',
  takes: 'a quarter of a minute',
  async *measure({ longCase, isQuick }) {
    const [rounds, warmUps] = isQuick ? [1, 0] : [20, 2];
    const core = openCore();
    const cases = new Map<number, readonly CaseId[]>();
    // A case of its own for each round, since steps make them longer; three of the long ones, to which that is little.
    for (const [entries, many] of [[few, rounds + warmUps] as const, [longCase, 3] as const]) {
      const made: CaseId[] = [];
      while (made.length < many) made.push(await caseOf(core, entries));
      cases.set(entries, made);
    }
    const works = new Map(
      [...cases].map(([entries, all]) => [
        entries,
        async (round: number) => {
          const caseId = all[round % all.length];
          if (caseId) await takeSteps(core, caseId);
        },
      ]),
    );
    // So much is written into the long ones that one day would not take it.
    const afterRound = (): void => core.pass(86_400_000);
    const measure = (work: () => unknown): Promise<number> => {
      collectGarbage();
      return measureCpuMs(work);
    };
    const times = await runInterleaved(works, measure, rounds, { warmUps, afterRound });
    await core.close();
    const middle = (entries: number): number => median(times.get(entries) ?? []) / stepsOfRound;
    const row = createRows('A step on a case, of the processor');
    const named = (entries: number): string => `with ${entries.toLocaleString('en-GB')} entries`;
    yield [
      row(named(few), middle(few), 'ms'),
      row(named(longCase), middle(longCase), 'ms'),
      row('the long one over the short one', middle(longCase) / middle(few), 'times', atMost(1.3)),
    ];
  },
};
