import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseId } from '../../../concerns/terms/case-id.ts';
import type { EventRecord } from '../../../concerns/records/event-record.ts';
import { type Actor, maySee } from '../../../concerns/records/permissions.ts';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import { submitReport } from '../../../concerns/reporting/submit-report.ts';
import { aSubmission, type Core, freshCode, openCore } from '../../support/concerns/open-core.ts';
import {
  asked,
  casework,
  custodian,
  one,
  reserve,
  reserveTwo,
  stored,
  type StoredCase,
  three,
  two,
} from '../../support/concerns/casework.ts';
import { anyOperation, everyOperation, type OperationName } from '../../support/concerns/every-operation.ts';

/** `SLOW=1` looks much longer. */
const numRuns = process.env['SLOW'] ? 3_000 : 100;
const everybody = [one, two, three, reserve, reserveTwo, custodian];

interface Act {
  readonly operation: OperationName;
  readonly on: number;
  readonly person: number;
  readonly choice: number;
}
const act = (operations: fc.Arbitrary<OperationName>): fc.Arbitrary<Act> =>
  fc.record({
    operation: operations,
    // Mostly one case, so that acts come upon each other.
    on: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    person: fc.nat({ max: everybody.length - 1 }),
    choice: fc.nat({ max: 2 }),
  });
/** Ways to an end, or to shut others out: each step may have anything between it and the next. */
const ways: readonly (readonly OperationName[])[] = [
  ['acknowledge', 'triage', 'close'],
  ['excludePerson'],
  ['excludePerson', 'excludePerson', 'declareConflict'],
  ['assign', 'export'],
  ['sanitise', 'consult', 'signSanitised', 'export'],
  ['askErasure', 'erase'],
  ['erase'],
];
const anyAct = act(anyOperation);
const someActs = fc.array(anyAct, { maxLength: 2 });
const alone: fc.Arbitrary<readonly Act[]> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(...ways),
        fc.array(fc.tuple(anyAct, someActs), { minLength: 4, maxLength: 4 }),
        fc.nat({ max: 3 }),
      )
      .map(([way, beside, other]) =>
        way.flatMap((operation, place): readonly Act[] => {
          const [own, between] = beside[place] ?? [undefined, []];
          return own ? [{ ...own, operation, on: 0, choice: other === 0 ? own.choice : 1 }, ...between] : [];
        }),
      ),
    { minLength: 2, maxLength: 4 },
  )
  .map((all) => all.flat());

const scenes = fc.record({
  /** Which of the two cases the first is: one of the unit, or of the reserve. */
  ofReserve: fc.boolean(),
  handlers: fc.constantFrom(1, 2, 2, 3),
  reserves: fc.constantFrom(1, 2, 2),
  /** What anybody did before. */
  before: fc.array(fc.record({ by: fc.nat({ max: everybody.length - 1 }), act: act(anyOperation) }), { maxLength: 14 }),
  /** What one person then does alone: one who handles the first case. */
  alone,
});
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

interface Came {
  hidden: number;
  closed: number;
  exported: number;
  erased: number;
}

const isBy = ({ by }: EventRecord, person: Actor): boolean => typeof by === 'object' && by.objectId === person.objectId;

/** Whether somebody is out of a case after these entries. */
function isOutAt(events: readonly EventRecord[], person: Actor): boolean {
  const last = events.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && isBy(event, person)) ||
      (['excluded', 'readmitted'].includes(event.kind) && event.detail?.person === person.objectId),
  );
  return last !== undefined && last.kind !== 'readmitted';
}

class Found extends Error {}
const promise = (holds: boolean, what: string): void => {
  if (!holds) throw new Found(what);
};

/** What holds once one person has done what they did: nothing that others could see ended or went without another. */
async function expectAnother(
  core: Core,
  { before, after, alone }: { readonly before: StoredCase; readonly after: StoredCase; readonly alone: Actor },
  { known, reserves }: { readonly known: readonly Actor[]; readonly reserves: readonly Actor[] },
  came: Came,
): Promise<void> {
  const { record } = after;
  const others = known.filter(({ objectId }) => objectId !== alone.objectId);
  const seenBefore = others.filter((person) => maySee(person, before.record));
  const since = after.events.slice(before.events.length).filter((event) => isBy(event, alone));
  const alert = (await core.store.outbox.read(record.caseId))?.value;

  /** Somebody else of the reserve finds the case where it is told of it, and a post is due that says so. */
  const reserveTold = async (): Promise<boolean> => {
    const told = reserves.filter(({ objectId }) => objectId !== alone.objectId);
    if (record.handledBy === 'reserve' && before.record.handledBy === 'acu') {
      return alert?.handledBy === 'reserve' && alert.dueAt !== undefined && told.some((one) => maySee(one, record));
    }
    if (alert?.notice === undefined) return false;
    // In a case of the reserve's own its channel is told, in which all of them are.
    if (record.handledBy === 'reserve') return told.length > 0;
    const rows = await Promise.all(
      told.map(({ objectId }) =>
        core.store.list.page({ handledBy: 'acu', viewer: objectId, overseen: true }, undefined, 9),
      ),
    );
    return rows.flat().some(({ caseId }) => caseId === record.caseId);
  };
  if (seenBefore.length === 0) return;
  const hidden = seenBefore.filter((person) => !maySee(person, record));
  if (hidden.length > 0) {
    came.hidden += 1;
    promise(await reserveTold(), 'a case went from somebody, and nobody else was told');
  }
  const left = others.filter((person) => maySee(person, record));
  const ends = since.filter(({ kind }) => kind === 'closed');
  if (ends.length > 0) {
    came.closed += 1;
    for (const { sequence, detail } of ends) {
      const earlier = after.events.filter((event) => event.sequence < sequence);
      const opened = seenBefore.some(
        (person) =>
          !isOutAt(earlier, person) && earlier.some((event) => event.kind === 'consulted' && isBy(event, person)),
      );
      promise(opened || (detail?.told === true && (await reserveTold())), 'a case was closed by one person alone');
    }
    // Nobody is left to see that it was, and to take it back.
    if (record.status === 'closed' && record.handledBy === 'reserve' && before.record.handledBy === 'reserve')
      promise(left.length > 0 || hidden.length === 0, 'a case of the reserve was closed by the only one left');
  }
  const exports = since.filter(({ kind }) => kind === 'exported');
  if (exports.length > 0) {
    came.exported += 1;
    for (const { detail, sequence } of exports) {
      const text = after.events.filter(
        (event) => event.sequence < sequence && ['sanitised', 'sanitisedSigned'].includes(event.kind),
      );
      const agreed = detail?.what === 'sanitised' && text.slice(-2).some((event) => !isBy(event, alone));
      promise(agreed || (detail?.told === true && (await reserveTold())), 'a case left Candour by one person alone');
    }
  }
  if (since.some(({ kind }) => kind === 'erased')) {
    came.erased += 1;
    const by = before.record.erasure?.askedBy;
    promise(by !== undefined && by !== alone.objectId, 'a case was erased by one person alone');
  }
}

async function played(core: Core, scene: Scene, came: Came): Promise<void> {
  const handlers = [one, two, three].slice(0, scene.handlers);
  const reserves = [reserve, reserveTwo].slice(0, scene.reserves);
  const deps = casework(core, {
    handlersKnown: async (handledBy) => (handledBy === 'acu' ? handlers : reserves).map(({ objectId }) => objectId),
  });
  const known = [...handlers, ...reserves, custodian];
  const codes = [freshCode(), freshCode()];
  for (const [place, code] of codes.entries()) {
    const conflict = (place === 0) === scene.ofReserve ? 'yes' : 'no';
    await submitReport(core.deps, aSubmission({ code, answers: { mode: 'confidential', what: 'it', conflict } }));
  }
  const cases = codes.map(caseIdOf);
  const done = async (by: Actor, { operation, on, person, choice }: Act): Promise<void> => {
    const [caseId, other] = [cases[on], cases[1 - on]];
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
      number: events.filter(({ kind }) => kind === 'messageToReporter').length + 1,
      choice,
    });
  };
  for (const { by, act: earlier } of scene.before) {
    const who = everybody[by];
    if (who && known.includes(who)) await done(who, earlier);
  }
  const all = (): Promise<readonly StoredCase[]> => Promise.all(cases.map((caseId: CaseId) => stored(core, caseId)));
  const before = await all();
  const person = scene.ofReserve ? reserve : one;
  // What was told before has been posted: what is due now is of what this person did.
  for (const caseId of cases) {
    const alert = await core.store.outbox.read(caseId);
    if (alert) await core.store.outbox.write({ ...alert, value: { ...alert.value, notice: undefined } });
  }
  for (const step of scene.alone) await done(person, step);
  for (const [place, after] of (await all()).entries()) {
    const standing = before[place];
    if (standing) await expectAnother(core, { before: standing, after, alone: person }, { known, reserves }, came);
  }
}

describe('one person alone', () => {
  it('closes, exports, erases and hides no case that others see, but another is told or has agreed', async () => {
    const came: Came = { hidden: 0, closed: 0, exported: 0, erased: 0 };
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        const core = openCore();
        try {
          await played(core, scene, came);
        } finally {
          await core.close();
        }
      }),
      { numRuns },
    );
    // The acts come to where the promise matters.
    expect(came.hidden).toBeGreaterThan(5);
    expect(came.closed).toBeGreaterThan(0);
    expect(came.exported).toBeGreaterThan(0);
  });
});
