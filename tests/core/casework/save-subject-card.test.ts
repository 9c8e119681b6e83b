import { beforeEach, describe, expect, it } from '@jest/globals';
import { createTombstone } from '../../../core/casework/erasure.ts';
import { type SaveSubjectCardRequest, saveSubjectCard } from '../../../core/casework/subject-cards.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import { maxSubjectCardsPerPerson, maxFormerSubjectCards } from '../../../core/model/subject-card.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import {
  createAskedChange,
  createCasework,
  generation,
  one,
  saveCase,
  viewCase,
  readStoredCase,
  three,
  two,
} from '../../support/core/casework.ts';
import { createSealedCard } from '../../support/subjects/sealed-cards.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const keep = async (given: Partial<SaveSubjectCardRequest>, by = one) => {
  const standing = (await readStoredCase(core, caseId)).record.subjectCard;
  return saveSubjectCard(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    card: createSealedCard((standing?.version ?? 0) + 1, generation),
    ...(standing && { replaces: digestOfSeal(standing.sealed) }),
    ...given,
  });
};
const card = async () => (await readStoredCase(core, caseId)).record.subjectCard;

describe('the card of a case', () => {
  it('is kept with its version and who made it, its digest in the history, and shown without its seal', async () => {
    const [first, second] = [createSealedCard(1, generation), createSealedCard(2, generation)];
    expect(await keep({ card: first })).toMatchObject({ kind: 'changed', isNew: true });
    expect(await keep({ card: second }, two)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await card()).toEqual({ ...second, by: two.objectId });
    const { record, events } = await readStoredCase(core, caseId);
    const kept = events.filter(({ kind }) => kind === 'subjectsKept');
    expect(kept.map(({ detail }) => detail)).toEqual([
      { of: digestOfSeal(first.sealed), version: 1 },
      { of: digestOfSeal(second.sealed), version: 2 },
    ]);
    expect(isHistoryIntact(caseId, record.chain, events) && isRecordIntact(record, events)).toBe(true);
    const shown = await viewCase(core, caseId, one);
    const { sealed, ...known } = second;
    expect(shown.subjectCard).toEqual({ ...known, by: two.objectId, digest: digestOfSeal(sealed) });
    expect(JSON.stringify(shown)).not.toContain(sealed);
    // The one before stays with the case, and is shown no more than this one.
    expect(record.formerCards).toEqual([{ ...first, by: one.objectId }]);
    expect(JSON.stringify(shown)).not.toContain(first.sealed);
  });

  it('keeps as many former cards as there may be, and loses none by one more', async () => {
    const first = createSealedCard(1, generation);
    await keep({ card: first });
    for (let times = 0; times < maxFormerSubjectCards; times += 1) {
      expect(await keep({}, [two, three, one][times % 3])).toMatchObject({ kind: 'changed' });
    }
    const before = await readStoredCase(core, caseId);
    expect(await keep({})).toMatchObject({ kind: 'notAllowed', why: 'full' });
    expect((await readStoredCase(core, caseId)).record).toEqual(before.record);
    expect(before.record.formerCards?.[0]).toMatchObject(first);
  });

  it('is written by a colleague however many one person wrote', async () => {
    for (let times = 0; times < maxSubjectCardsPerPerson; times += 1)
      expect(await keep({})).toMatchObject({ kind: 'changed' });
    expect(await keep({})).toMatchObject({ kind: 'notAllowed', why: 'full' });
    expect(await keep({}, two)).toMatchObject({ kind: 'changed' });
    expect(await keep({})).toMatchObject({ kind: 'notAllowed', why: 'full' });
  });

  it('is not taken back to an earlier one, nor written over one that its writer has not seen', async () => {
    const first = createSealedCard(1, generation);
    await keep({ card: first });
    await keep({});
    const standing = await card();
    for (const given of [
      { card: first },
      { card: first, replaces: undefined },
      { card: createSealedCard(2, generation) },
      { card: createSealedCard(4, generation) },
      { replaces: digestOfSeal(first.sealed) },
      { replaces: undefined },
    ]) {
      expect(await keep(given)).toEqual({ kind: 'notAllowed', why: 'olderCard' });
    }
    expect(await card()).toEqual(standing);
  });

  it('is not kept under a key that its group no longer uses', async () => {
    expect(await keep({ card: createSealedCard(1, 'fedcba9876543210') })).toEqual({
      kind: 'notAllowed',
      why: 'olderKey',
    });
    expect(await card()).toBeUndefined();
  });

  it('is written on the revision that its writer saw', async () => {
    const before = await createAskedChange(core, caseId);
    await keep({});
    expect(await keep({ revision: before.revision })).toMatchObject({ kind: 'moved' });
  });

  it('goes with what was reported once the case is erased', async () => {
    const kept = createSealedCard(1, generation);
    await keep({ card: kept });
    const standing = await core.store.cases.read(caseId);
    if (standing === undefined) throw new Error('the case is gone');
    const value = createTombstone(standing.value, standing.value.receivedOn);
    expect(await core.store.cases.erase({ case: { ...standing, value }, events: [] })).toBe('changed');
    expect(await card()).toBeUndefined();
    expect(await core.store.subjectCards.page('acu', undefined, 10)).toEqual([]);
    expect(JSON.stringify(await readStoredCase(core, caseId))).not.toContain(kept.sealed);
  });
});
