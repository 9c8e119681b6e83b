import { beforeEach, describe, expect, it } from '@jest/globals';
import { createTombstone } from '../../../core/casework/erasure.ts';
import { declareConflict, excludePerson } from '../../../core/casework/exclusion.ts';
import { linkCase, recordSeparateSubjects } from '../../../core/casework/link-case.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import {
  askParting,
  confirmSamePerson,
  partCases,
  readPersonGroup,
  type SamePersonRequest,
} from '../../../core/casework/same-person.ts';
import {
  refuseCardWithdrawal,
  requestCardWithdrawal,
  saveSubjectCard,
  withdrawSubjectCard,
} from '../../../core/casework/subject-cards.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { isHistoryIntact, isRecordIntact, loggedActionByKind } from '../../../core/model/event-record.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import {
  createAskedChange,
  createCasework,
  failSecondChange,
  generation,
  newRequestId,
  one,
  readStoredCase,
  reserve,
  saveCase,
  three,
  two,
  viewCase,
  why,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';
import { createSealedCard } from '../../support/subjects/sealed-cards.ts';

const core = setUpCore();
let first: CaseId;
let second: CaseId;
let third: CaseId;
const cards = new Map<CaseId, string>();

async function writeCard(caseId: CaseId, by = one): Promise<void> {
  const { subjectCard } = (await readStoredCase(core, caseId)).record;
  const card = createSealedCard((subjectCard?.version ?? 0) + 1, generation);
  await saveSubjectCard(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    card,
    ...(subjectCard && { replaces: digestOfSeal(subjectCard.sealed) }),
  });
  cards.set(caseId, digestOfSeal(card.sealed));
}
const open = async (by: Actor, ...cases: readonly CaseId[]) => {
  for (const caseId of cases) await releaseSeals(createCasework(core), caseId, by);
};
const on = (caseId: CaseId, position = 0) => ({ of: cards.get(caseId) ?? '', position });
const confirm = (by: Actor, caseId: CaseId, other: CaseId, given: Partial<SamePersonRequest> = {}) =>
  confirmSamePerson(createCasework(core), by, {
    caseId,
    other,
    request: newRequestId(),
    mine: on(caseId),
    theirs: on(other),
    ...given,
  });
const ask = async (by: Actor, caseId: CaseId, other: CaseId) =>
  askParting(createCasework(core), by, { ...(await createAskedChange(core, caseId)), other, words: words() });
const part = async (by: Actor, caseId: CaseId, other: CaseId) =>
  partCases(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    other,
    of: (await readStoredCase(core, caseId)).record.cardWithdrawal?.of ?? '',
  });
const refuse = async (by: Actor, caseId: CaseId) =>
  refuseCardWithdrawal(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    of: (await readStoredCase(core, caseId)).record.cardWithdrawal?.of ?? '',
  });
/** Two people part what was confirmed. */
async function partByTwo(caseId: CaseId, other: CaseId): Promise<void> {
  await ask(one, caseId, other);
  await open(two, caseId);
  expect(await part(two, caseId, other)).toMatchObject({ kind: 'changed', isNew: true });
}
const shutOut = (by: Actor, caseId: CaseId, person: Actor) =>
  excludePerson(createCasework(core), by, {
    caseId,
    request: newRequestId(),
    person: toPersonId(person.objectId),
    words: why,
  });
const groupOf = async (caseId: CaseId, by: Actor = two) => readPersonGroup(createCasework(core), by, caseId);
/** The cases of a group, as somebody is handed it. */
const casesOf = async (caseId: CaseId, by: Actor = two): Promise<readonly CaseId[]> => {
  const group = await groupOf(caseId, by);
  return group.kind === 'grouped' ? group.cases.map((its) => its.caseId).toSorted() : [];
};
const said = async (caseId: CaseId) =>
  (await readStoredCase(core, caseId)).events.flatMap(({ kind, link }) =>
    link?.other === undefined ? [] : [`${kind} ${link.other}`],
  );
async function expectIntact(...cases: readonly CaseId[]): Promise<void> {
  for (const caseId of cases) {
    const { record, events } = await readStoredCase(core, caseId);
    expect(isHistoryIntact(caseId, record.chain, events) && isRecordIntact(record, events)).toBe(true);
  }
}

beforeEach(async () => {
  [first, second, third] = [await saveCase(core), await saveCase(core), await saveCase(core)];
  for (const caseId of [first, second, third]) {
    await open(one, caseId);
    await open(two, caseId);
    await writeCard(caseId);
  }
});

describe('people on two cards who are confirmed to be one', () => {
  it('are said to be so in both histories, as a combination, by card and place, once however often it is said', async () => {
    expect(await confirm(one, first, second, { mine: on(first, 1) })).toMatchObject({ kind: 'changed', isNew: true });
    expect(await confirm(one, first, second, { mine: on(first, 1) })).toMatchObject({ kind: 'changed', isNew: false });
    expect(await confirm(two, second, first, { theirs: on(first, 1) })).toMatchObject({ isNew: false });
    expect([await said(first), await said(second)]).toEqual([[`samePerson ${second}`], [`samePerson ${first}`]]);
    const { events } = await readStoredCase(core, second);
    expect(events.at(-1)?.detail).toEqual({
      of: cards.get(second),
      position: 0,
      ofOther: cards.get(first),
      positionOther: 1,
    });
    await expectIntact(first, second);
    expect((await viewCase(core, first, two)).samePerson).toEqual([second]);
    expect([loggedActionByKind.samePerson, loggedActionByKind.parted, loggedActionByKind.grouped]).toEqual(
      Array.from({ length: 3 }, () => 'combination'),
    );
  });

  it('join cases to a group, with headings and days, and one entry a person and day for who looks at it', async () => {
    await confirm(one, first, second);
    await confirm(two, second, third);
    expect(await casesOf(first)).toEqual([first, second, third].toSorted());
    const group = await groupOf(first);
    if (group.kind !== 'grouped') throw new Error('they may not see it');
    const { receivedOn } = (await readStoredCase(core, first)).record;
    expect(group.cases[0]).toMatchObject({ caseId: first, receivedOn, cards: [{ version: 1 }] });
    expect(group.cases.find(({ caseId }) => caseId === third)?.confirmed).toMatchObject([
      { other: second, by: two.objectId, mine: on(third), theirs: on(second) },
    ]);
    const looked = (await readStoredCase(core, first)).events.filter(({ kind }) => kind === 'grouped');
    expect(looked.map(({ by }) => by)).toEqual([{ objectId: two.objectId }]);
    await expectIntact(first);
  });

  it('leave no entry for who looks at a case that nothing joins to another', async () => {
    expect(await groupOf(first)).toEqual({ kind: 'grouped', cases: [], isMore: false });
    expect((await readStoredCase(core, first)).events.map(({ kind }) => kind)).not.toContain('grouped');
  });

  it('are confirmed by nobody who has not opened both reports, nor by a card that is no card of the case', async () => {
    expect(await confirm(three, first, second)).toEqual({ kind: 'notAllowed', why: 'notOpened' });
    await open(three, first);
    expect(await confirm(three, first, second)).toEqual({ kind: 'notAllowed', why: 'notOpened' });
    const swapped = { mine: on(second), theirs: on(first) };
    expect(await confirm(one, first, second, swapped)).toEqual({ kind: 'notAllowed', why: 'olderCard' });
    expect(await confirm(one, first, first, { theirs: on(first) })).toEqual({ kind: 'notAllowed', why: 'sameCase' });
    expect([await said(first), await said(second)]).toEqual([[], []]);
  });

  it('stay confirmed if a card is written over, and leave the group with a card that two people withdraw', async () => {
    await confirm(one, first, second);
    const { of } = on(first);
    await writeCard(first, two);
    expect(await casesOf(first)).toEqual([first, second].toSorted());
    const deps = createCasework(core);
    await requestCardWithdrawal(deps, one, { ...(await createAskedChange(core, first)), of, words: words() });
    await open(two, first);
    await withdrawSubjectCard(deps, two, { ...(await createAskedChange(core, first)), of });
    const group = await groupOf(second);
    expect(group.kind === 'grouped' && group.cases.find(({ caseId }) => caseId === first)?.cards).toEqual([]);
    expect(await confirm(two, first, second, { mine: { of, position: 1 } })).toEqual({
      kind: 'notAllowed',
      why: 'olderCard',
    });
  });

  it('say so in both where it stopped half way and is sent again, and count only then', async () => {
    const asked = { caseId: first, other: second, request: newRequestId(), mine: on(first), theirs: on(second) };
    await expect(confirmSamePerson(failSecondChange(core), one, asked)).rejects.toEqual(new StoreError('unavailable'));
    expect(await casesOf(first)).toEqual([]);
    expect(await confirmSamePerson(createCasework(core), one, asked)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await casesOf(first)).toEqual([first, second].toSorted());
  });

  it('are as before where they were linked, and no longer said to be two by a second person alone', async () => {
    const deps = createCasework(core);
    const separate = { caseId: first, other: second, revised: false, words: words() };
    await recordSeparateSubjects(deps, one, { ...separate, request: newRequestId() });
    expect(await confirm(one, first, second)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await confirm(two, first, second)).toMatchObject({ isNew: true });
    expect(await viewCase(core, first, one)).toMatchObject({ notSame: [], samePerson: [second] });
    expect(await recordSeparateSubjects(deps, one, { ...separate, request: newRequestId() })).toEqual({
      kind: 'notAllowed',
      why: 'state',
    });
    await linkCase(deps, two, { caseId: first, other: third, request: newRequestId() });
    await confirm(two, first, third);
    expect(await linkCase(deps, two, { caseId: first, other: third, request: newRequestId() })).toMatchObject({
      isNew: false,
    });
    expect(await viewCase(core, third, one)).toMatchObject({ linked: [first], samePerson: [first] });
  });

  it('are in no group, view or act while the force has not switched it on', async () => {
    await confirm(one, first, second);
    const off = createCasework(core, { personGroups: false });
    const asked = await createAskedChange(core, first);
    expect(await readPersonGroup(off, one, first)).toEqual({ kind: 'refused' });
    const pair = { mine: on(first), theirs: on(third), other: third };
    expect(await confirmSamePerson(off, one, { ...asked, ...pair })).toEqual({ kind: 'refused' });
    expect(await askParting(off, one, { ...asked, other: second, words: words() })).toEqual({ kind: 'refused' });
    expect(await partCases(off, one, { ...asked, other: second, of: '' })).toEqual({ kind: 'refused' });
    // Nor does what was asked for before keep a wrong card from being withdrawn.
    await ask(one, first, second);
    const wrong = { ...(await createAskedChange(core, first)), of: on(first).of, words: words() };
    expect(await requestCardWithdrawal(off, two, wrong)).toMatchObject({ kind: 'changed' });
  });
});

describe('parting people who were confirmed to be one', () => {
  beforeEach(async () => {
    await confirm(one, first, second);
    await confirm(one, second, third);
  });

  it('takes two, the second with the reason read, and splits the group in both histories', async () => {
    expect(await part(one, first, second)).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    expect(await ask(one, first, second)).toMatchObject({
      kind: 'changed',
      peopleToNotify: [two, three].map(({ objectId }) => objectId),
    });
    expect(await casesOf(first)).toHaveLength(3);
    expect(await part(one, first, second)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await part(two, first, second)).toMatchObject({ kind: 'notAllowed', gates: ['agreementUnread'] });
    await open(two, first);
    expect(await part(two, first, second)).toMatchObject({ kind: 'changed', isNew: true });
    expect(await casesOf(first)).toEqual([]);
    expect(await casesOf(second)).toEqual([second, third].toSorted());
    expect([await said(first), await said(second)]).toEqual([
      [`samePerson ${second}`, `doubted ${second}`, `parted ${second}`],
      [`samePerson ${first}`, `samePerson ${third}`, `parted ${first}`],
    ]);
    expect(await viewCase(core, first, one)).toMatchObject({ notSame: [], samePerson: [], linked: [] });
    await expectIntact(first, second);
  });

  it('leaves them confirmed if it is refused, and asks anew', async () => {
    await ask(one, first, second);
    await refuse(two, first);
    await open(two, first);
    expect(await part(two, first, second)).toEqual({ kind: 'notAllowed', why: 'notAsked' });
    expect(await casesOf(first)).toHaveLength(3);
    expect(await said(first)).toEqual([`samePerson ${second}`, `doubted ${second}`, `doubted ${second}`]);
  });

  it('is not undone by whoever confirmed it, but by another', async () => {
    await partByTwo(first, second);
    expect(await confirm(one, first, second)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await confirm(one, second, first)).toEqual({ kind: 'notAllowed', why: 'ownWork' });
    expect(await confirm(two, first, second)).toMatchObject({ isNew: true });
    expect(await casesOf(first)).toHaveLength(3);
  });

  it('withdraws no card, and a withdrawal of a card parts nobody', async () => {
    await ask(one, first, second);
    await open(two, first);
    const asked = await createAskedChange(core, first);
    const of = (await readStoredCase(core, first)).record.cardWithdrawal?.of ?? '';
    const deps = createCasework(core);
    expect(await withdrawSubjectCard(deps, two, { ...asked, of })).toEqual({ kind: 'notAllowed', why: 'olderCard' });
    await refuse(one, first);
    const card = on(first).of;
    await requestCardWithdrawal(deps, one, { ...(await createAskedChange(core, first)), of: card, words: words() });
    await open(two, first);
    expect(await part(two, first, second)).toEqual({ kind: 'notAllowed', why: 'notAsked' });
  });

  it('is whole where it stopped half way, was sent again, or met somebody who confirmed at once', async () => {
    await ask(one, first, second);
    await open(two, first);
    const of = (await readStoredCase(core, first)).record.cardWithdrawal?.of ?? '';
    const asked = { ...(await createAskedChange(core, first)), other: second, of };
    await expect(partCases(failSecondChange(core), two, asked)).rejects.toEqual(new StoreError('unavailable'));
    // Half of it is enough: a pair counts if both say it.
    expect(await casesOf(first)).toEqual([]);
    const outcomes = await Promise.all([
      partCases(createCasework(core), two, asked),
      confirm(one, second, first, { mine: on(second, 2) }),
      partCases(createCasework(core), two, asked),
    ]);
    expect(outcomes[0]).toMatchObject({ kind: 'changed', isNew: false });
    await expectIntact(first, second);
    const [mine, theirs] = [await said(first), await said(second)];
    const isGrouped = (await casesOf(first)).length > 0;
    const isSaidByBoth = mine.at(-1) === `samePerson ${second}` && theirs.at(-1) === `samePerson ${first}`;
    expect(isGrouped).toBe(isSaidByBoth);
  });
});

describe('half a confirmation', () => {
  it('settles no match: a case is said to be confirmed only if both histories say so, and until one says otherwise', async () => {
    const confirmed = async (caseId: CaseId) => (await viewCase(core, caseId, two)).confirmed.map(({ other }) => other);
    const deps = failSecondChange(core);
    const asked = { caseId: first, other: second, request: newRequestId(), mine: on(first), theirs: on(second) };
    await expect(confirmSamePerson(deps, one, asked)).rejects.toEqual(new StoreError('unavailable'));
    expect([await confirmed(first), await confirmed(second)]).toEqual([[], []]);
    await confirmSamePerson(createCasework(core), one, asked);
    expect([await confirmed(first), await confirmed(second)]).toEqual([[second], [first]]);
    await shutOut(one, second, three);
    await partByTwo(second, first);
    expect([await confirmed(first), await confirmed(second)]).toEqual([[], []]);
  });
});

describe('a group of cases', () => {
  beforeEach(async () => {
    await confirm(one, first, second);
    await confirm(one, second, third);
  });

  it('counts for nobody a case that they are shut out of, nor what it alone joins', async () => {
    await shutOut(one, third, two);
    expect(await casesOf(first, two)).toEqual([first, second].toSorted());
    expect(JSON.stringify([await groupOf(first, two), await viewCase(core, second, two)])).not.toContain(third);
    expect(await casesOf(first, one)).toHaveLength(3);
    await shutOut(one, second, two);
    expect(await casesOf(first, two)).toEqual([]);
    expect(await groupOf(second, two)).toEqual({ kind: 'refused' });
    expect(JSON.stringify(await viewCase(core, first, two))).not.toContain(second);
  });

  it('is not shown to a custodian, or to the reserve, and loses a case that goes to the reserve', async () => {
    expect(await groupOf(first, reserve)).toEqual({ kind: 'refused' });
    for (const person of [one, two, three]) {
      await declareConflict(createCasework(core), person, { caseId: second, request: newRequestId() });
    }
    expect((await readStoredCase(core, second)).record.handledBy).toBe('reserve');
    expect(await casesOf(first)).toEqual([]);
    expect(await casesOf(second, reserve)).toEqual([]);
    expect(JSON.stringify(await viewCase(core, second, reserve))).not.toContain(first);
  });

  it('loses an erased case, and what it alone joined', async () => {
    const { record } = await readStoredCase(core, second);
    const version = (await core.store.cases.read(second))?.version ?? '';
    await core.store.cases.erase({
      case: { value: createTombstone(record, record.receivedOn), version },
      events: [],
    });
    expect([await casesOf(first), await casesOf(third), await casesOf(second)]).toEqual([[], [], []]);
    expect(await ask(one, first, second)).toEqual({ kind: 'notAllowed', why: 'erased' });
  });

  it('is parted by those who see less, on their side alone, so that nobody reads of the other case who may not', async () => {
    await shutOut(one, second, three);
    // The words would be sealed to three, who may not see the second case.
    expect(await ask(one, first, second)).toEqual({ kind: 'notAllowed', why: 'state' });
    expect(await confirm(one, first, second, { mine: on(first, 1) })).toEqual({ kind: 'notAllowed', why: 'state' });
    await partByTwo(second, first);
    expect([(await said(second)).at(-1), await said(first)]).toEqual([`parted ${first}`, [`samePerson ${second}`]]);
    expect(await casesOf(first)).toEqual([]);
    expect(await casesOf(second)).toEqual([second, third].toSorted());
  });
});
