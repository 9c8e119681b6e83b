import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { maySeeIdentity, maySee } from '../../../core/model/permissions.ts';
import { redactInvisibleLinks } from '../../../core/casework/case-links.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { CaseFilter } from '../../../core/ports/case-store.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSubmission, type Core, newReturnCode, openCore } from '../../support/core/open-core.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  custodian,
  newRequestId,
  one,
  reserve,
  viewCase,
  readStoredCase,
  three,
  two,
} from '../../support/core/casework.ts';
import { anyOperation, everyOperation, type OperationName } from '../../support/core/every-operation.ts';
import type { PersonId } from '../../../core/model/roles.ts';

const both = createActor('both', 'handler', 'reserve', 'custodian');
const everybody = [one, two, three, reserve, custodian, both, createActor('staff')];

interface Doing {
  readonly operation: OperationName | 'write';
  readonly by: number;
  readonly on: number;
  readonly other: number;
  readonly person: number;
  readonly choice: number;
}
const walks: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({
    operation: fc.oneof(
      { weight: 14, arbitrary: anyOperation },
      { weight: 1, arbitrary: fc.constant('write' as const) },
    ),
    by: fc.nat({ max: everybody.length - 1 }),
    on: fc.nat({ max: 2 }),
    other: fc.nat({ max: 2 }),
    person: fc.nat({ max: everybody.length - 1 }),
    choice: fc.nat({ max: 2 }),
  }),
  { minLength: 10, maxLength: 45 },
);

/** Some handlers declare a conflict before anything else happens: often all who are known. */
const conflictsOfTheFirst = (handlers: number): readonly Doing[] =>
  Array.from({ length: handlers }, (_, by) => ({
    operation: 'declareConflict',
    by,
    on: 0,
    other: 1,
    person: 0,
    choice: 0,
  }));

/** Every way a list may be narrowed that finds an open case. */
const filters = (viewer: PersonId, caseId: CaseId): readonly CaseFilter[] =>
  (['acu', 'reserve'] as const).flatMap((handledBy) => [
    { handledBy, viewer },
    { handledBy, viewer, status: 'open' as const },
    { handledBy, viewer, assignedTo: 'nobody' as const },
    { handledBy, viewer, assignedTo: { objectId: viewer } },
    { handledBy, viewer, caseIdPrefix: caseId.slice(0, 6) },
    { handledBy, viewer, identityAsked: true as const },
  ]);

/** Nothing of a case reaches somebody who is shut out of it: no row, no count, no mention in another case, no alert. */
async function expectNothingOf(core: Core, cases: readonly CaseId[], out: Shut): Promise<void> {
  for (const [caseId, people] of out) {
    const { record } = await readStoredCase(core, caseId);
    expect([...record.excluded].toSorted()).toEqual([...people].toSorted());
    expect([...people]).not.toContain(record.assignee);
    expect([...people]).not.toContain(record.identityAsked?.by);
    const alert = (await core.store.outbox.read(caseId))?.value;
    if (people.size > 0) {
      expect(alert?.posts).toEqual([]);
      expect(alert?.withoutReference === true || alert?.handledBy === 'reserve' || record.erasedOn).toBeTruthy();
    }
    for (const person of everybody.filter(({ objectId }) => people.has(objectId))) {
      expect(maySee(person, record) || maySeeIdentity(person, record)).toBe(false);
      for (const filter of filters(person.objectId, caseId)) {
        const rows = await core.store.list.page(filter, undefined, 50);
        expect(rows.map((row) => row.caseId)).not.toContain(caseId);
        const visible = cases.filter((other) => rows.some((row) => row.caseId === other)).length;
        expect(await core.store.list.count(filter, 99)).toBe(visible);
      }
      for (const other of cases) {
        const { record: beside } = await readStoredCase(core, other);
        if (!maySee(person, beside)) continue;
        expect(JSON.stringify(await viewCase(core, other, person))).not.toContain(caseId);
        const history = await core.store.history.readAll(other);
        const opened = await redactInvisibleLinks(core.store.cases, history, person);
        expect(JSON.stringify(opened)).not.toContain(caseId);
        expect(isHistoryIntact(other, beside.chain, opened.events)).toBe(true);
      }
    }
  }
}
type Shut = ReadonlyMap<CaseId, Set<PersonId>>;

/** What a walk came to: how often somebody shut out was refused, and how many cases went to the reserve. */
interface Came {
  refused: number;
  reserved: number;
}

async function walked(core: Core, walk: readonly Doing[], known: number, came: Came): Promise<void> {
  const handlers = [one, two, three].slice(0, known);
  const deps = createCasework(core, {
    listHandlers: async (handledBy) => (handledBy === 'acu' ? handlers : [reserve]).map(({ objectId }) => objectId),
  });
  const codes = [newReturnCode(), newReturnCode(), newReturnCode()];
  const answers = (mode: string, conflict: string) => ({ mode, what: 'what happened', conflict });
  const reports = [answers('confidential', 'no'), answers('named', 'no'), answers('confidential', 'yes')];
  for (const [place, code] of codes.entries()) {
    await submitReport(core.deps, createSubmission({ code, answers: reports[place] ?? answers('notKept', 'no') }));
  }
  const cases = codes.map(deriveCaseId);
  const all = () => Promise.all(cases.map((caseId) => readStoredCase(core, caseId)));
  const out: Shut = new Map(cases.map((caseId) => [caseId, new Set<PersonId>()]));
  for (const { operation, by, on, other, person, choice } of walk) {
    const [caseId, beside, code] = [cases[on], cases[other], codes[on]];
    const [actor, who] = [everybody[by], everybody[person]];
    if (!caseId || !beside || !code || !actor || !who) throw new Error('there is no such case or person');
    if (operation === 'write') {
      await addFollowUp(core.deps, { code, id: newRequestId(), text: 'more' });
      continue;
    }
    const before = await all();
    const occasion = {
      deps,
      by: actor,
      on: await createAskedChange(core, caseId),
      other: beside,
      person: who.objectId,
      text: before[on]?.record.sanitised?.digest ?? '',
      request: before[on]?.record.identityAsked?.reason,
      number: (before[on]?.events ?? []).filter(({ kind }) => kind === 'messageToReporter').length + 1,
      choice,
    };
    const outcome = await everyOperation[operation](occasion);
    const isOut = (which: CaseId) => out.get(which)?.has(actor.objectId) === true;
    if (isOut(caseId) || (operation === 'link' && isOut(beside))) {
      const unknown = { ...occasion, on: { ...occasion.on, caseId: newCaseId() } };
      expect(outcome).toEqual(await everyOperation[operation](unknown));
      expect(outcome).toEqual({ kind: 'refused' });
      expect(await all()).toEqual(before);
      came.refused += 1;
    }
    if (outcome.kind === 'out') expect(Object.keys(outcome)).toEqual(['kind']);
    if (operation === 'declareConflict' && outcome.kind === 'out') out.get(caseId)?.add(actor.objectId);
    if (operation === 'excludePerson' && ['out', 'changed'].includes(outcome.kind)) out.get(caseId)?.add(who.objectId);
    if (['readmitPerson', 'readmitPersonAsReserve'].includes(operation) && outcome.kind === 'changed')
      out.get(caseId)?.delete(who.objectId);
    await expectNothingOf(core, cases, out);
  }
  for (const { record, events } of await all()) {
    expect(isHistoryIntact(record.caseId, record.chain, events)).toBe(true);
    expect(isRecordIntact(record, events)).toBe(true);
    came.reserved += events.filter(({ kind }) => kind === 'movedToReserve').length;
  }
}

describe('somebody who is shut out of a case', () => {
  it('is handed nothing of it from then on, whatever anybody does in whatever order', async () => {
    const came: Came = { refused: 0, reserved: 0 };
    await fc.assert(
      fc.asyncProperty(walks, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 2 }), async (walk, known, first) => {
        const core = openCore();
        try {
          await walked(core, [...conflictsOfTheFirst(first), ...walk], known, came);
        } finally {
          await core.close();
        }
      }),
      { numRuns: 60 },
    );
    // The walks come to where the rule matters.
    expect(came.refused).toBeGreaterThan(5);
    expect(came.reserved).toBeGreaterThan(0);
  });
});
