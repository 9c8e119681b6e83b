import { beforeEach, describe, expect, it } from '@jest/globals';
import { readCaseTitles, type SetTitleRequest, setTitle } from '../../../core/casework/case-titles.ts';
import { createTombstone } from '../../../core/casework/erasure.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { newCaseId, today } from '../../support/contracts/records.ts';
import {
  createAskedChange,
  createCasework,
  generation,
  one,
  saveCase,
  viewCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { createSealedTitle } from '../../support/subjects/sealed-cards.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const standing = async () => (await readStoredCase(core, caseId)).record.caseTitle;
const save = async (given: Partial<SetTitleRequest> = {}, by = one) => {
  const before = await standing();
  return setTitle(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    title: createSealedTitle((before?.version ?? 0) + 1, generation),
    words: words(),
    ...(before && { replaces: digestOfSeal(before.sealed) }),
    ...given,
  });
};

describe('the working title of a case', () => {
  it('is kept with its version and who gave it; the history has its digest and each earlier one as a sealed note', async () => {
    const [first, second] = [createSealedTitle(1, generation), createSealedTitle(2, generation)];
    const [firstNote, secondNote] = [words(), words()];
    expect(await save({ title: first, words: firstNote })).toMatchObject({ kind: 'changed', isNew: true });
    expect(await save({ title: second, words: secondNote }, two)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await standing()).toEqual({ ...second, by: two.objectId });
    const { record, events } = await readStoredCase(core, caseId);
    const titled = events.filter(({ kind }) => kind === 'titled');
    expect(titled.map(({ by, detail, note }) => [by, detail, note?.sealed])).toEqual([
      [{ objectId: one.objectId }, { of: digestOfSeal(first.sealed), version: 1 }, firstNote.sealed],
      [{ objectId: two.objectId }, { of: digestOfSeal(second.sealed), version: 2 }, secondNote.sealed],
    ]);
    expect(isHistoryIntact(caseId, record.chain, events) && isRecordIntact(record, events)).toBe(true);
    const shown = await viewCase(core, caseId, one);
    const { sealed, ...known } = second;
    expect(shown.caseTitle).toEqual({ ...known, by: two.objectId, digest: digestOfSeal(sealed) });
    expect(JSON.stringify(shown)).not.toContain(sealed);
  });

  it('is not taken back to an earlier one, nor written over one that its writer has not seen', async () => {
    const first = createSealedTitle(1, generation);
    await save({ title: first });
    await save();
    const before = await standing();
    for (const given of [
      { title: first },
      { title: first, replaces: undefined },
      { title: createSealedTitle(2, generation) },
      { title: createSealedTitle(4, generation) },
      { replaces: digestOfSeal(first.sealed) },
      { replaces: undefined },
    ]) {
      expect(await save(given)).toEqual({ kind: 'notAllowed', why: 'state' });
    }
    expect(await save({ title: createSealedTitle(3, 'ffffffffffffffff') })).toEqual({
      kind: 'notAllowed',
      why: 'olderKey',
    });
    expect(await standing()).toEqual(before);
  });

  it('is handed out to those who may see the case, and left out for others as where there is none', async () => {
    await save();
    const untitled = await saveCase(core);
    const ask = (by = one) => readCaseTitles(createCasework(core), by, [caseId, untitled, newCaseId(), caseId]);
    expect(await ask()).toEqual([{ caseId, handledBy: 'acu', title: await standing() }]);
    const asked = { ...(await createAskedChange(core, caseId)), person: one.objectId };
    await excludePerson(createCasework(core), two, { ...asked, words: { ...words(), for: 'oversight' } });
    expect(await ask()).toEqual([]);
    expect(await ask(two)).toHaveLength(1);
  });

  it('goes with the case when that is erased', async () => {
    await save();
    const { record } = await readStoredCase(core, caseId);
    expect(createTombstone(record, today).caseTitle).toBeUndefined();
  });
});
