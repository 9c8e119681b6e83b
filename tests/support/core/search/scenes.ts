import * as fc from 'fast-check';
import { deriveCaseId } from '../../../../core/model/return-code-keys.ts';
import type { SignOffTerm } from '../../../../core/model/classification.ts';
import type { Actor } from '../../../../core/model/permissions.ts';
import { addFollowUp } from '../../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import type { CaseId } from '../../../../core/model/case-id.ts';
import { digestOfSeal } from '../../../../core/model/digests.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  custodian,
  custodianTwo,
  newRequestId,
  one,
  reserve,
  reserveTwo,
  readStoredCase,
  type StoredCase,
  three,
  two,
} from '../casework.ts';
import { anyOperation, everyOperation, type OperationName } from '../every-operation.ts';
import { createSubmission, newReturnCode } from '../open-core.ts';
import type { MemoryCore } from './memory-core.ts';

const everybody = [one, two, three, reserve, reserveTwo, custodian, custodianTwo];

type AdminAct = 'loseRole' | 'regainRole' | 'loseLead';
/**
 * Something that somebody does to one of two cases; `write` is its reporter's, and `loseRole`, `regainRole` and
 * `loseLead` are the admins': somebody is taken off every list of those who hold a role, put there again, or taken off
 * the list of supervisors alone.
 */
interface Act {
  readonly operation: OperationName | 'write' | AdminAct;
  readonly on: number;
  readonly person: number;
  readonly choice: number;
}
const act = (operations: fc.Arbitrary<Act['operation']>): fc.Arbitrary<Act> =>
  fc.record({
    operation: operations,
    // Mostly one case, so that acts come upon each other.
    on: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    person: fc.nat({ max: everybody.length - 1 }),
    choice: fc.nat({ max: 2 }),
  });
/** Ways to an end, or to shut others out: each step may have anything between it and the next. */
const ways: readonly (readonly Act['operation'][])[] = [
  ['acknowledge', 'triage', 'consult', 'close'],
  ['write', 'consult', 'triage', 'consult', 'close'],
  ['write', 'consult', 'close'],
  ['triage', 'consult', 'close'],
  ['consult', 'agreeClosing', 'close'],
  ['consult', 'close'],
  ['consult', 'close', 'export'],
  ['consult', 'decideReferral', 'consult', 'agreeClosing', 'close'],
  ['loseRole', 'consult', 'close'],
  ['loseRole', 'erase'],
  ['loseRole', 'declareConflict'],
  ['acknowledge', 'triage', 'consult', 'decideReferral', 'close', 'askErasure'],
  ['acknowledge', 'triage', 'close'],
  ['consult', 'link', 'close'],
  ['excludePerson'],
  ['excludePerson', 'excludePerson', 'declareConflict'],
  ['assign', 'export'],
  ['sanitise', 'consult', 'signSanitised', 'export'],
  ['askErasure', 'consult', 'erase'],
  ['consult', 'erase'],
  ['erase'],
  ['askIdentity', 'openIdentity', 'shareIdentity'],
  ['considerIdentity', 'agreeIdentity', 'openIdentity', 'shareIdentity'],
  ['write', 'close'],
  ['consult', 'keepSubjects', 'askCardWithdrawal', 'consult', 'withdrawCard'],
  ['consult', 'withdrawCard'],
  ['consult', 'keepSubjects', 'confirmSamePerson', 'askParting', 'consult', 'part'],
  ['consult', 'part', 'confirmSamePerson'],
  ['loseRole', 'consult', 'withdrawCard'],
  ['consult', 'close', 'write', 'consult', 'close'],
  ['consult', 'close', 'move', 'close'],
  ['raiseUrgency', 'acknowledge', 'consult', 'lowerUrgency', 'close'],
  ['consult', 'askLowering', 'consult', 'lowerUrgency', 'close'],
  ['consult', 'recordSafety', 'recordDuty'],
  ['consult', 'setTitle', 'setTitle', 'close'],
];
/** The choice that the steps to an end agree about, and sometimes another. */
const mostlyOne = fc.constantFrom(1, 1, 1, 0, 2);
const anyAct = act(
  fc.oneof(
    { weight: 20, arbitrary: anyOperation },
    { weight: 2, arbitrary: fc.constant<'write'>('write') },
    { weight: 1, arbitrary: fc.constantFrom<AdminAct>('loseRole', 'regainRole', 'loseLead') },
  ),
);
const someActs = fc.array(anyAct, { maxLength: 2 });
const along: fc.Arbitrary<readonly Act[]> = fc
  .tuple(
    fc.constantFrom(...ways),
    fc.array(fc.tuple(anyAct, someActs), { minLength: 6, maxLength: 6 }),
    fc.nat({ max: 3 }),
  )
  .map(([way, beside, other]) =>
    way.flatMap((operation, place): readonly Act[] => {
      const [own, between] = beside[place] ?? [undefined, []];
      return own ? [{ ...own, operation, on: 0, choice: other === 0 ? own.choice : 1 }, ...between] : [];
    }),
  );
const someone = fc.nat({ max: everybody.length - 1 });
const steps = (...operations: readonly OperationName[]): readonly Act[] =>
  operations.map((operation) => ({ operation, on: 0, person: 0, choice: 1 }));
/** A case that is graded and read, and perhaps agreed to by a colleague or the reserve, as the one alone finds it. */
const readByAnother = fc
  .tuple(
    mostlyOne,
    fc.boolean(),
    fc.nat({ max: 1 }),
    fc.array(act(fc.constantFrom('write', 'triage', 'loseRole', 'loseLead')), { maxLength: 1 }),
  )
  .map(([choice, isAgreed, flagged, then]) => [
    {
      by: 'colleague' as const,
      acts: [
        ...steps('acknowledge'),
        { operation: 'triage' as const, on: 0, person: 0, choice: flagged },
        ...steps('decideReferral', 'consult'),
      ],
    },
    {
      by: 'colleague' as const,
      acts: isAgreed ? [{ operation: 'agreeClosing' as const, on: 0, person: 0, choice }] : [],
    },
    { by: 'colleague' as const, acts: then },
  ]);
/** A case that was linked with the other, that a colleague perhaps agreed to end as the same, and that so ends. */
const sameAsAnother = fc
  .record({ isAgreed: fc.nat({ max: 3 }), flagged: fc.nat({ max: 1 }) })
  .map(({ isAgreed, flagged }) => [
    {
      by: everybody.indexOf(one),
      acts: [
        ...steps('acknowledge'),
        { operation: 'triage' as const, on: 0, person: 0, choice: flagged },
        ...steps('decideReferral', 'consult', 'link'),
      ],
    },
    { by: 'colleague' as const, acts: steps('consult') },
    {
      by: 'colleague' as const,
      acts: isAgreed === 0 ? [] : [{ operation: 'agreeClosing' as const, on: 0, person: 0, choice: 2 }],
    },
    {
      by: everybody.indexOf(one),
      acts: [...steps('consult'), { operation: 'close' as const, on: 0, person: 0, choice: 2 }],
    },
  ]);
/** A case whose end the one alone asks the reserve to agree to, which perhaps does. */
const agreedByReserve = fc
  .record({ choice: fc.nat({ max: 2 }), isAgreed: fc.nat({ max: 3 }) })
  .map(({ choice, isAgreed }) => [
    { by: everybody.indexOf(one), acts: steps('acknowledge', 'triage', 'decideReferral', 'consult', 'agreeClosing') },
    { by: everybody.indexOf(reserve), acts: steps('overseeCase') },
    {
      by: everybody.indexOf(reserve),
      acts: isAgreed === 0 ? [] : [{ operation: 'agreeClosingAsReserve' as const, on: 0, person: 0, choice }],
    },
  ]);
/** A text that the one alone, or a colleague, wrote, and another perhaps signed off. */
const signedByAnother = fc.boolean().map((isOwn) => [
  { by: isOwn ? everybody.indexOf(one) : ('colleague' as const), acts: steps('sanitise') },
  { by: isOwn ? ('colleague' as const) : everybody.indexOf(one), acts: steps('consult', 'signSanitised') },
]);
/** A case that a colleague graded, while nobody of the reserve holds that role any more. */
const withoutReserve = fc.constant([
  { by: 'colleague' as const, acts: steps('acknowledge', 'triage', 'decideReferral') },
  {
    by: everybody.indexOf(one),
    // Among all others of everybody.
    acts: [reserve, reserveTwo].map((person) => ({
      operation: 'loseRole' as const,
      on: 0,
      person: everybody.indexOf(person) - 1,
      choice: 0,
    })),
  },
]);
/** A colleague who was shut out, and whom another or the reserve let in again. */
const letIn = fc.boolean().map((isByReserve) => [
  { by: everybody.indexOf(one), acts: steps('excludePerson') },
  isByReserve
    ? {
        by: everybody.indexOf(reserve),
        acts: [...steps('overseeCase'), { operation: 'readmitPersonAsReserve' as const, on: 0, person: 1, choice: 0 }],
      }
    : {
        by: everybody.indexOf(three),
        acts: [{ operation: 'readmitPerson' as const, on: 0, person: 1, choice: 1 }],
      },
]);
/** A case that a colleague closed and asked to be erased, as the one alone finds it: perhaps read between the two. */
const erasureAsked = fc
  .oneof(someone, fc.constantFrom(everybody.indexOf(one), everybody.indexOf(reserve)))
  .map((reader) => [
    { by: 'colleague' as const, acts: steps('acknowledge', 'triage', 'decideReferral', 'consult', 'close') },
    { by: reader, acts: steps('consult') },
    { by: 'colleague' as const, acts: steps('askErasure') },
  ]);

/** What one person does who would end the case at once, perhaps as a colleague agreed, perhaps after they graded it. */
const readAndClosed = fc
  .record({ choice: mostlyOne, isGraded: fc.nat({ max: 2 }).map((one) => one === 0), isAdded: fc.nat({ max: 3 }) })
  .map(({ choice, isGraded, isAdded }) => [
    ...(isAdded === 0 ? [{ operation: 'write' as const, on: 0, person: 0, choice }] : []),
    ...(isGraded ? steps('triage') : []),
    ...steps('consult'),
    { operation: 'close' as const, on: 0, person: 0, choice },
  ]);

/** A card that the one alone, or a colleague, asked to be withdrawn, and perhaps news after that. */
const cardDoubted = fc
  .tuple(
    fc.constantFrom('colleague' as const, 'colleague' as const, everybody.indexOf(one)),
    fc.array(act(fc.constantFrom('write', 'loseRole', 'refuseCardWithdrawal')), { maxLength: 1 }),
  )
  .map(([by, then]) => [
    { by: everybody.indexOf(one), acts: steps('consult') },
    { by, acts: steps('keepSubjects', 'consult', 'askCardWithdrawal') },
    { by: 'colleague' as const, acts: then },
  ]);

/** What one person does who would withdraw a card at once, whether or not they have read why. */
const readAndWithdrawn = fc
  .nat({ max: 2 })
  .map((one) => steps(...(one === 0 ? [] : (['consult'] as const)), 'withdrawCard'));

/** Two cards that a colleague or the one alone confirmed to be one person's, and perhaps asked to part, and news after. */
const confirmed = fc
  .tuple(
    fc.constantFrom('colleague' as const, 'colleague' as const, everybody.indexOf(one)),
    fc.constantFrom('colleague' as const, 'colleague' as const, everybody.indexOf(one)),
    fc.array(act(fc.constantFrom('write', 'loseRole', 'refuseCardWithdrawal', 'keepSubjects', 'notSame')), {
      maxLength: 1,
    }),
  )
  .map(([by, asker, then]) => {
    const card = (on: number): readonly Act[] =>
      (['consult', 'keepSubjects', 'consult'] as const).map((operation) => ({ operation, on, person: 0, choice: 1 }));
    return [
      { by, acts: [...card(0), ...card(1), ...steps('confirmSamePerson')] },
      { by: asker, acts: steps('consult', 'askParting') },
      { by: 'colleague' as const, acts: then },
    ];
  });
const readAndParted = fc
  .nat({ max: 2 })
  .map((one) => steps(...(one === 0 ? [] : (['consult'] as const)), 'part', 'confirmSamePerson'));

/** A case that is urgent, and that the one alone or a colleague asked to be lowered, or raised. */
const urgent = fc
  .tuple(
    fc.constantFrom('colleague' as const, 'colleague' as const, everybody.indexOf(one)),
    fc.boolean(),
    fc.array(act(fc.constantFrom('write', 'loseRole', 'recordSafety', 'consult')), { maxLength: 1 }),
  )
  .map(([by, isRaised, then]) => [
    {
      by,
      acts: isRaised ? steps('acknowledge', 'raiseUrgency', 'acknowledge', 'consult') : steps('acknowledge', 'consult'),
    },
    { by, acts: [{ operation: 'askLowering' as const, on: 0, person: 0, choice: 0 }] },
    { by: 'colleague' as const, acts: then },
  ]);
/** An urgent case that the one alone asks the reserve to agree to lower, which perhaps does. */
const loweredByReserve = fc.boolean().map((isAgreed) => [
  { by: everybody.indexOf(one), acts: steps('acknowledge', 'consult', 'askLowering') },
  {
    by: everybody.indexOf(reserve),
    acts: [...steps('overseeCase'), ...(isAgreed ? steps('agreeLoweringAsReserve') : [])],
  },
]);
const readAndLowered = fc
  .nat({ max: 2 })
  .map((one) => steps(...(one === 0 ? [] : (['consult'] as const)), 'lowerUrgency'));

const custodianNumber = fc.constantFrom(everybody.indexOf(custodian), everybody.indexOf(custodianTwo));
const beside = fc.record({ by: someone, acts: someActs });
/** An identity that is asked for, agreed to and opened, each by somebody, with anything between. */
const identityAsked = fc
  .tuple(fc.oneof(fc.constant('colleague' as const), custodianNumber), custodianNumber, custodianNumber, beside, beside)
  .chain(([asker, agreeing, opening, first, second]) =>
    fc.record({ choice: fc.nat({ max: 2 }), isOpened: fc.boolean() }).map(({ choice, isOpened }) => {
      const all = (...operations: readonly OperationName[]): readonly Act[] =>
        operations.map((operation) => ({ operation, on: 0, person: 0, choice }));
      return [
        { by: asker, acts: all('askIdentity') },
        first,
        { by: agreeing, acts: all('considerIdentity', 'agreeIdentity') },
        second,
        { by: opening, acts: isOpened ? all('openIdentity', 'shareIdentity') : [] },
      ];
    }),
  );

export const arbitraryScene = fc.record({
  /** Which of the two cases the first is: one of the unit, or of the reserve. */
  ofReserve: fc.boolean(),
  /** Whether the second is as the first, so that one can be linked with the other. */
  isPair: fc.boolean(),
  /** Whether it was reported under a heading that asks for a decision on referral. */
  kind: fc.constantFrom(undefined, undefined, undefined, 'bribery' as const, 'boundaries' as const),
  /** Whether somebody was said to be at risk. */
  isUrgent: fc.nat({ max: 2 }).map((one) => one === 0),
  handlers: fc.constantFrom(1, 2, 2, 3),
  /** The handler who leads the unit, and what the force lists for a supervisor to sign off. */
  lead: fc.constantFrom(undefined, one, two, two, three),
  signOff: fc.constantFrom<readonly SignOffTerm[]>([], ['domesticAbuse'], ['other'], ['other']),
  reserves: fc.constantFrom(1, 2, 2),
  /** What it takes to open an identity. */
  identity: fc.record({ custodians: fc.constantFrom(1, 2), withoutRequest: fc.boolean() }),
  /** What anybody did before: this and that, on the way to an end, or to where one more step erases it. */
  before: fc.oneof(
    fc.array(fc.record({ by: someone, acts: anyAct.map((one) => [one]) }), { maxLength: 14 }),
    fc.array(fc.record({ by: someone, acts: along }), { maxLength: 3 }),
    erasureAsked,
    identityAsked,
    readByAnother,
    readByAnother,
    readByAnother,
    readByAnother,
    erasureAsked,
    sameAsAnother,
    agreedByReserve,
    agreedByReserve,
    signedByAnother,
    letIn,
    withoutReserve,
    cardDoubted,
    cardDoubted,
    confirmed,
    confirmed,
    urgent,
    urgent,
    loweredByReserve,
  ),
  /** Whether the one alone is a custodian. */
  isCustodian: fc.nat({ max: 4 }).map((one) => one === 0),
  /** What one person then does alone: one who handles the first case, or a custodian. */
  alone: fc

    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 5, arbitrary: readAndClosed },
        { weight: 1, arbitrary: readAndWithdrawn },
        { weight: 1, arbitrary: readAndParted },
        { weight: 1, arbitrary: readAndLowered },
      ),
      fc.array(along, { minLength: 1, maxLength: 3 }),
    )
    .map(([first, all]) => [...first, ...all.flat()]),
});
export type Scene = typeof arbitraryScene extends fc.Arbitrary<infer T> ? T : never;

const isOfReserveAtFirst = ({ ofReserve, isPair }: Scene, place: number): boolean =>
  (place === 0 || isPair) === ofReserve;

/** Two cases as they stood before one person was alone with them, and as they stand afterwards. */
export interface SceneResult {
  readonly alone: Actor;
  /** Those who hold a role once all is done. */
  readonly holdersNow: readonly Actor[];
  readonly signOff: readonly SignOffTerm[];
  /** Those who held a role when an entry of a case was written. */
  readonly heldAt: (caseId: CaseId, sequence: number) => readonly Actor[];
  readonly cases: readonly {
    readonly before: StoredCase & { readonly isOfReserve: boolean };
    readonly after: StoredCase;
  }[];
  /** How often each act did something. */
  readonly done: ReadonlyMap<string, number>;
}

/** Plays a scene on two new cases of a core. */
export async function playScene(core: MemoryCore, scene: Scene): Promise<SceneResult> {
  const people = everybody.map((person) =>
    person === scene.lead ? createActor(person.objectId, 'handler', 'supervisor') : person,
  );
  const absent = [[one, two, three].slice(scene.handlers), [reserve, reserveTwo].slice(scene.reserves)].flat();
  const known = people.filter(({ objectId }) => !absent.some((person) => person.objectId === objectId));
  let holders: readonly Actor[] = known;
  const deps = createCasework(core, {
    identity: scene.identity,
    listHandlers: async (handledBy) =>
      holders
        .filter(({ roles }) => roles.has(handledBy === 'acu' ? 'handler' : 'reserve'))
        .map(({ objectId }) => objectId),
    signOff: scene.signOff,
    listSupervisors: async () => holders.filter(({ roles }) => roles.has('supervisor')).map(({ objectId }) => objectId),
    listCustodians: async () => holders.filter(({ roles }) => roles.has('custodian')).map(({ objectId }) => objectId),
  });
  /** Who holds a role from an entry of a case on. */
  const since: { readonly caseId: CaseId; readonly after: number; readonly holders: readonly Actor[] }[] = [];
  const counts = new Map<string, number>();
  const codes = [newReturnCode(), newReturnCode()];
  for (const [place, code] of codes.entries()) {
    const conflict = isOfReserveAtFirst(scene, place) ? 'yes' : 'no';
    const kind = scene.kind && { kind: scene.kind };
    const risk = scene.isUrgent && { risk: 'yes' };
    await submitReport(
      core.deps,
      createSubmission({ code, answers: { mode: 'confidential', what: 'it', conflict, ...kind, ...risk } }),
    );
  }
  const cases = codes.map(deriveCaseId);
  const done = async (by: Actor, { operation, on, person, choice }: Act): Promise<void> => {
    const [caseId, other, code] = [cases[on], cases[1 - on], codes[on]];
    const counted = (outcome: { readonly kind: string }): void => {
      const isDone = !['refused', 'notAllowed', 'moved', 'already', 'notFound', 'erased'].includes(outcome.kind);
      if (isDone) counts.set(operation, (counts.get(operation) ?? 0) + 1);
    };
    if (operation === 'write') {
      const addition = { id: newRequestId(), text: 'he has raped her', staysClosed: choice === 1 };
      if (code) counted(await addFollowUp(core.deps, { code, ...addition }));
      return;
    }
    // Mostly a colleague: whoever handles the same cases.
    const others = people.filter(({ objectId }) => objectId !== by.objectId);
    const colleagues = others.filter((one) => known.includes(one) && [...one.roles].some((role) => by.roles.has(role)));
    const among = choice === 0 || colleagues.length === 0 ? others : colleagues;
    const who = among[person % among.length];
    if (!caseId || !other || !who) throw new Error('there is no such case or person');
    if (operation === 'loseRole' || operation === 'regainRole' || operation === 'loseLead') {
      const whose = choice === 2 ? by : who;
      holders =
        operation === 'loseLead'
          ? holders.map((each) => (each.roles.has('supervisor') ? createActor(each.objectId, 'handler') : each))
          : holders.filter(({ objectId }) => objectId !== whose.objectId);
      if (operation === 'regainRole' && known.includes(whose)) holders = [...holders, whose];
      for (const each of cases) {
        since.push({ caseId: each, after: (await readStoredCase(core, each)).events.length, holders });
      }
      counted({ kind: 'done' });
      return;
    }
    const { record, events } = await readStoredCase(core, caseId);
    const { record: otherRecord } = await readStoredCase(core, other);
    const outcome = await everyOperation[operation]({
      deps,
      // The door asks the list who holds a role each time.
      by: holders.find(({ objectId }) => objectId === by.objectId) ?? { ...by, roles: new Set() },
      on: await createAskedChange(core, caseId),
      other,
      person: who.objectId,
      text: record.sanitised?.digest ?? '',
      request: record.identityAsked?.reason,
      card: record.subjectCard && digestOfSeal(record.subjectCard.sealed),
      title: record.caseTitle,
      otherCard: otherRecord.subjectCard && digestOfSeal(otherRecord.subjectCard.sealed),
      doubted: record.cardWithdrawal?.of,
      number: events.filter(({ kind }) => kind === 'messageToReporter').length + 1,
      choice,
    });
    counted(outcome);
  };
  for (const { by, acts } of scene.before) {
    const who = people[by === 'colleague' ? everybody.indexOf(scene.ofReserve ? reserveTwo : two) : by];
    if (who && known.includes(who)) for (const earlier of acts) await done(who, earlier);
  }
  const all = (): Promise<readonly StoredCase[]> =>
    Promise.all(cases.map((caseId: CaseId) => readStoredCase(core, caseId)));
  const before = await all();
  // What was told before has been posted: what is due now is of what this person did.
  for (const caseId of cases) {
    const alert = await core.store.outbox.read(caseId);
    if (alert) await core.store.outbox.write({ ...alert, value: { ...alert.value, notice: undefined } });
  }
  const alone = people[everybody.indexOf(scene.isCustodian ? custodian : scene.ofReserve ? reserve : one)];
  if (alone === undefined) throw new Error('there is no such person');
  for (const step of scene.alone) await done(alone, step);
  const after = await all();
  return {
    alone,
    holdersNow: holders,
    signOff: scene.signOff,
    heldAt: (caseId, sequence) =>
      since.findLast((one) => one.caseId === caseId && one.after < sequence)?.holders ?? known,
    cases: before.flatMap((standing, place) => {
      const its = after[place];
      const isOfReserve =
        standing.events.some(({ kind }) => kind === 'movedToReserve') || isOfReserveAtFirst(scene, place);
      return its ? [{ before: { ...standing, isOfReserve }, after: its }] : [];
    }),
    done: counts,
  };
}
