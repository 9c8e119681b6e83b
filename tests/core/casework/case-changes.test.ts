import { describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { checkForCaseChanges, viewCase } from '../../../core/casework/case-view.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { addCaseNote } from '../../../core/casework/case-management.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { historyPageSize } from '../../../core/model/event-record.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  custodian,
  one,
  reserve,
  saveCase,
  readStoredCase,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { setUpSharedCore } from '../../support/core/set-up-core.ts';

const core = setUpSharedCore();

const shownNow = async (caseId: CaseId) => ({
  caseId,
  sequence: (await readStoredCase(core, caseId)).record.chain.sequence,
});

describe('a case that a page shows', () => {
  it('has changed once somebody did something to it, and not because they looked at it', async () => {
    const deps = createCasework(core);
    const caseId = await saveCase(core);
    const shown = await shownNow(caseId);
    expect(await checkForCaseChanges(deps, one, shown)).toBe('same');
    await viewCase(deps, two, caseId);
    expect(await checkForCaseChanges(deps, one, shown)).toBe('same');
    await acknowledgeCase(deps, caseId, two);
    expect(await checkForCaseChanges(deps, one, shown)).toBe('changed');
    const later = await shownNow(caseId);
    expect(await checkForCaseChanges(deps, one, later)).toBe('same');
    // A note leaves the record as it is.
    await addCaseNote(deps, two, { ...(await createAskedChange(core, caseId)), words: words() });
    expect(await checkForCaseChanges(deps, one, later)).toBe('changed');
  });

  it('has changed also where others have looked at it since', async () => {
    const deps = createCasework(core);
    const caseId = await saveCase(core);
    const shown = await shownNow(caseId);
    await acknowledgeCase(deps, caseId, two);
    for (let day = 1; day < historyPageSize / 2; day += 1) {
      core.pass(86_400_000);
      for (const who of [one, two]) await viewCase(deps, who, caseId);
    }
    expect(await checkForCaseChanges(deps, one, shown)).toBe('changed');
  });

  it('is gone for whoever was shut out of it, as one that never was, and as one that others handle', async () => {
    const deps = createCasework(core);
    const caseId = await saveCase(core);
    const shown = await shownNow(caseId);
    await excludePerson(deps, two, { ...(await createAskedChange(core, caseId)), person: one.objectId, words: why });
    expect(await checkForCaseChanges(deps, one, shown)).toBe('gone');
    expect(await checkForCaseChanges(deps, two, shown)).toBe('changed');
    for (const who of [reserve, custodian, createActor('staff')])
      expect(await checkForCaseChanges(deps, who, shown)).toBe('gone');
    expect(await checkForCaseChanges(deps, two, { caseId: newCaseId(), sequence: 1 })).toBe('gone');
  });

  it('is asked about without a trace, and no more of its history is read than its page shows', async () => {
    const deps = createCasework(core);
    const caseId = await saveCase(core);
    for (let count = 0; count < 40; count += 1)
      await addCaseNote(deps, two, { ...(await createAskedChange(core, caseId)), words: words() });
    const before = await readStoredCase(core, caseId);
    const read: number[] = [];
    const history = {
      entries: async (...which: Parameters<typeof deps.history.entries>) => {
        const entries = await deps.history.entries(...which);
        read.push(entries.length);
        return entries;
      },
    };
    for (const sequence of [1, 20, 41, 1_000_000])
      await checkForCaseChanges({ cases: deps.cases, history }, one, { caseId, sequence });
    expect(Math.max(...read)).toBeLessThanOrEqual(historyPageSize);
    expect(await readStoredCase(core, caseId)).toEqual(before);
  });
});
