import * as fc from 'fast-check';
import { caseIdOf } from '../../../../concerns/records/code-keys.ts';
import type { Actor } from '../../../../concerns/records/permissions.ts';
import { addFollowUp } from '../../../../concerns/reporting/follow-up.ts';
import { submitReport } from '../../../../concerns/reporting/submit-report.ts';
import type { CaseId } from '../../../../concerns/terms/case-id.ts';
import {
  asked,
  casework,
  custodian,
  custodianTwo,
  freshRequest,
  one,
  reserve,
  reserveTwo,
  stored,
  type StoredCase,
  three,
  two,
} from '../casework.ts';
import { anyOperation, everyOperation, type OperationName } from '../every-operation.ts';
import { aSubmission, freshCode } from '../open-core.ts';
import type { CoreAtWork } from './quick-core.ts';

const everybody = [one, two, three, reserve, reserveTwo, custodian, custodianTwo];

/** Something that somebody does to one of two cases; `write` is its reporter's. */
interface Act {
  readonly operation: OperationName | 'write';
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
];
const anyAct = act(
  fc.oneof({ weight: 20, arbitrary: anyOperation }, { weight: 1, arbitrary: fc.constant<'write'>('write') }),
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
/** A case that a colleague closed and asked to be erased, as the one alone finds it: perhaps read between the two. */
const erasureAsked = fc
  .oneof(someone, fc.constantFrom(everybody.indexOf(one), everybody.indexOf(reserve)))
  .map((reader) => [
    { by: 'colleague' as const, acts: steps('acknowledge', 'triage', 'decideReferral', 'consult', 'close') },
    { by: reader, acts: steps('consult') },
    { by: 'colleague' as const, acts: steps('askErasure') },
  ]);

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

export const scenes = fc.record({
  /** Which of the two cases the first is: one of the unit, or of the reserve. */
  ofReserve: fc.boolean(),
  /** Whether it was reported under a heading that asks for a decision on referral. */
  isSerious: fc.nat({ max: 3 }).map((one) => one === 0),
  handlers: fc.constantFrom(1, 2, 2, 3),
  reserves: fc.constantFrom(1, 2, 2),
  /** What it takes to open an identity. */
  identity: fc.record({ custodians: fc.constantFrom(1, 2), withoutRequest: fc.boolean() }),
  /** What anybody did before: this and that, on the way to an end, or to where one more step erases it. */
  before: fc.oneof(
    fc.array(fc.record({ by: someone, acts: anyAct.map((one) => [one]) }), { maxLength: 14 }),
    fc.array(fc.record({ by: someone, acts: along }), { maxLength: 3 }),
    erasureAsked,
    identityAsked,
  ),
  /** Whether the one alone is a custodian. */
  isCustodian: fc.nat({ max: 4 }).map((one) => one === 0),
  /** What one person then does alone: one who handles the first case, or a custodian. */
  alone: fc.array(along, { minLength: 2, maxLength: 4 }).map((all) => all.flat()),
});
export type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

/** Two cases as they stood before one person was alone with them, and as they stand afterwards. */
export interface Played {
  readonly alone: Actor;
  readonly known: readonly Actor[];
  readonly reserves: readonly Actor[];
  readonly cases: readonly { readonly before: StoredCase; readonly after: StoredCase }[];
}

/** Plays a scene on two new cases of a core. */
export async function played(core: CoreAtWork, scene: Scene): Promise<Played> {
  const handlers = [one, two, three].slice(0, scene.handlers);
  const reserves = [reserve, reserveTwo].slice(0, scene.reserves);
  const deps = casework(core, {
    identity: scene.identity,
    handlersKnown: async (handledBy) => (handledBy === 'acu' ? handlers : reserves).map(({ objectId }) => objectId),
  });
  const known = [...handlers, ...reserves, custodian, custodianTwo];
  const codes = [freshCode(), freshCode()];
  for (const [place, code] of codes.entries()) {
    const conflict = (place === 0) === scene.ofReserve ? 'yes' : 'no';
    const kind = scene.isSerious ? { kind: 'bribery' } : {};
    await submitReport(
      core.deps,
      aSubmission({ code, answers: { mode: 'confidential', what: 'it', conflict, ...kind } }),
    );
  }
  const cases = codes.map(caseIdOf);
  const done = async (by: Actor, { operation, on, person, choice }: Act): Promise<void> => {
    const [caseId, other, code] = [cases[on], cases[1 - on], codes[on]];
    if (operation === 'write') {
      if (code) await addFollowUp(core.deps, { code, id: freshRequest(), text: 'more', staysClosed: choice === 1 });
      return;
    }
    // Mostly a colleague: whoever handles the same cases.
    const others = everybody.filter(({ objectId }) => objectId !== by.objectId);
    const colleagues = others.filter((one) => known.includes(one) && [...one.roles].some((role) => by.roles.has(role)));
    const among = choice === 0 || colleagues.length === 0 ? others : colleagues;
    const who = among[person % among.length];
    if (!caseId || !other || !who) throw new Error('there is no such case or person');
    const { record, events } = await stored(core, caseId);
    await everyOperation[operation]({
      deps,
      by,
      on: await asked(core, caseId),
      other,
      person: who.objectId,
      text: record.sanitised?.digest ?? '',
      request: record.identityAsked?.reason,
      number: events.filter(({ kind }) => kind === 'messageToReporter').length + 1,
      choice,
    });
  };
  for (const { by, acts } of scene.before) {
    const who = by === 'colleague' ? (scene.ofReserve ? reserveTwo : two) : everybody[by];
    if (who && known.includes(who)) for (const earlier of acts) await done(who, earlier);
  }
  const all = (): Promise<readonly StoredCase[]> => Promise.all(cases.map((caseId: CaseId) => stored(core, caseId)));
  const before = await all();
  // What was told before has been posted: what is due now is of what this person did.
  for (const caseId of cases) {
    const alert = await core.store.outbox.read(caseId);
    if (alert) await core.store.outbox.write({ ...alert, value: { ...alert.value, notice: undefined } });
  }
  const alone = scene.isCustodian ? custodian : scene.ofReserve ? reserve : one;
  for (const step of scene.alone) await done(alone, step);
  const after = await all();
  return {
    alone,
    known,
    reserves,
    cases: before.flatMap((standing, place) => {
      const its = after[place];
      return its ? [{ before: standing, after: its }] : [];
    }),
  };
}
