import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import {
  createAnchor,
  checkHead,
  caseHeadLine,
  parseHeadLines,
  type VerificationResult,
  verifyCase,
} from '../../../core/casework/integrity-verification.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { digestOfCase, emptyChain, type EventRecord, hashOfEvent } from '../../../core/model/event-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import {
  createAskedChange,
  createCasework,
  one,
  readStoredCase,
  type StoredCase,
  two,
} from '../../support/core/casework.ts';
import { everyOperation, type OperationName } from '../../support/core/every-operation.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpSharedCore } from '../../support/core/set-up-core.ts';

const done: readonly OperationName[] = [
  'acknowledge',
  'triage',
  'note',
  'assign',
  'messageReporter',
  'sanitise',
  'move',
  'consult',
  'close',
];

const core = setUpSharedCore();
let genuine: StoredCase;
let foreign: StoredCase;

async function aWorkedCase(): Promise<StoredCase> {
  const code = newReturnCode();
  const caseId = deriveCaseId(code);
  await submitReport(core.deps, createSubmission({ code }));
  for (const [place, name] of done.entries()) {
    const occasion = {
      deps: createCasework(core),
      by: place % 2 === 0 ? one : two,
      other: caseId,
      person: two.objectId,
    };
    const on = await createAskedChange(core, caseId);
    expect(await everyOperation[name]({ ...occasion, on, text: '', number: 1, choice: 1 })).toMatchObject({
      kind: name === 'acknowledge' ? 'acknowledged' : name === 'consult' ? 'consulted' : 'changed',
    });
    core.pass(3_600_000);
  }
  await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
  return readStoredCase(core, caseId);
}

beforeAll(async () => {
  [genuine, foreign] = [await aWorkedCase(), await aWorkedCase()];
});

type Tampering =
  | { readonly kind: 'edit'; readonly at: number; readonly what: number }
  | { readonly kind: 'drop' | 'truncate' | 'double' | 'foreign'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number };

const place = fc.nat({ max: 9 });
const tamperings: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), at: place, what: fc.nat({ max: 5 }) }),
  fc.record({
    kind: fc.constantFrom('drop' as const, 'truncate' as const, 'double' as const, 'foreign' as const),
    at: place,
  }),
  fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
);

const edited = (event: EventRecord, what: number): EventRecord => {
  const sealed = 'YW5vdGhlcg==';
  const edits: readonly Partial<EventRecord>[] = [
    { at: '2020-01-01T00:00:00.000Z' },
    { by: { objectId: toPersonId('somebody-else') } },
    { kind: event.kind === 'noted' ? 'viewed' : 'noted' },
    { detail: { ...event.detail, person: toPersonId('somebody-else') } },
    { note: { for: 'handlers', sealed, digest: digestOfSeal(sealed) } },
    { message: { id: 'another', number: 9, sealed, digest: digestOfSeal(sealed) } },
  ];
  return { ...event, ...edits[what] };
};

function tampered(events: readonly EventRecord[], doing: Tampering): readonly EventRecord[] {
  const event = events[doing.at % events.length];
  if (event === undefined) return events;
  const at = events.indexOf(event);
  switch (doing.kind) {
    case 'edit':
      return events.with(at, edited(event, doing.what));
    case 'drop':
      return events.toSpliced(at, 1);
    case 'truncate':
      return events.slice(0, at);
    case 'double':
      return events.toSpliced(at, 0, event);
    case 'foreign':
      return events.toSpliced(at, 1, ...foreign.events.slice(at, at + 1));
    case 'swap': {
      const other = events[doing.with % events.length] ?? event;
      return events.with(at, other).with(events.indexOf(other), event);
    }
    default:
      return doing satisfies never;
  }
}

/** Everything made to fit again, by somebody who knows how: nothing in it is secret. */
function madeToFit(record: CaseRecord, events: readonly EventRecord[]): StoredCase {
  const chained = events.reduce<readonly EventRecord[]>((so, event) => {
    const stands = { ...record, chain: { ...record.chain, sequence: events.length } };
    const last = so.length === events.length - 1 ? { caseDigest: digestOfCase(stands) } : {};
    const entry = {
      ...event,
      ...last,
      caseId: record.caseId,
      sequence: so.length + 1,
      previous: so.at(-1)?.hash ?? '',
    };
    return [...so, { ...entry, hash: hashOfEvent(entry) }];
  }, []);
  const { sequence, hash } = chained.at(-1) ?? emptyChain;
  return { record: { ...record, chain: { sequence, hash } }, events: chained };
}

const leadsThrough = (events: readonly EventRecord[], anchored: readonly EventRecord[]): boolean =>
  anchored.every(({ hash }, at) => events[at]?.hash === hash);

/** What an audit says that has the heads of an earlier day. */
function audited({ record, events }: StoredCase): VerificationResult | 'cut' | 'replaced' {
  const heads = parseHeadLines([caseHeadLine(foreign.record), caseHeadLine(genuine.record)]);
  const head = heads?.cases.get(record.caseId);
  const verdict = verifyCase(record, events);
  const against = head === undefined ? 'cut' : checkHead(head, events);
  return verdict !== 'whole' || against === 'stands' ? verdict : against;
}

describe('an audit', () => {
  it('finds a case whole that is as it was written', () => {
    for (const { record, events } of [genuine, foreign]) expect(audited({ record, events })).toBe('whole');
  });

  it('finds any edit, drop, swap, doubling or truncation, and where', () => {
    fc.assert(
      fc.property(fc.array(tamperings, { minLength: 1, maxLength: 4 }), (doings) => {
        const events = doings.reduce(tampered, genuine.events);
        fc.pre(JSON.stringify(events) !== JSON.stringify(genuine.events));
        const verdict = verifyCase(genuine.record, events);
        const first = genuine.events.findIndex((event, at) => JSON.stringify(event) !== JSON.stringify(events[at]));
        const brokenAt = first === -1 ? genuine.events.length + 1 : first + 1;
        expect(verdict).toMatchObject({ brokenAt });
      }),
    );
  });

  it('finds them given the anchor, also where all hashes were made anew and the case was rewritten', () => {
    fc.assert(
      fc.property(fc.array(tamperings, { minLength: 1, maxLength: 4 }), (doings) => {
        const events = doings.reduce(tampered, genuine.events);
        const fits = madeToFit({ ...genuine.record, status: 'received' }, events);
        if (fits.events.length > 0) expect(verifyCase(fits.record, fits.events)).toBe('whole');
        // What only stands behind the anchored head is growth, which no anchor of an earlier day forbids.
        fc.pre(!leadsThrough(fits.events, genuine.events));
        expect(audited(fits)).not.toBe('whole');
      }),
    );
  });

  it('finds a record that was changed behind its history, in any one thing', () => {
    const changes: readonly Partial<CaseRecord>[] = [
      { status: 'received' },
      { assignee: toPersonId('somebody-else') },
      { excluded: [toPersonId('somebody-else')] },
      { handledBy: 'reserve' },
      { sealedReport: foreign.record.sealedReport },
      { sealedIdentity: 'YW5vdGhlcg==' },
      { mailboxRecipient: foreign.record.mailboxRecipient },
      { receivedOn: addDays(genuine.record.receivedOn, -1) },
      { revision: 0 },
      { hold: true },
      { possibleChis: true },
    ];
    for (const change of changes) {
      expect(verifyCase({ ...genuine.record, ...change }, genuine.events)).toMatchObject({ why: 'record' });
    }
  });

  it('finds a seal that was put in the place of another, and one that was taken out', () => {
    const at = genuine.events.findIndex(({ kind }) => kind === 'noted');
    const event = genuine.events[at];
    if (event?.note === undefined) throw new Error('the history has no note');
    for (const sealed of ['YW5vdGhlcg==', undefined]) {
      const events = genuine.events.with(at, { ...event, note: { ...event.note, sealed } });
      expect(verifyCase(genuine.record, events)).toEqual({ brokenAt: at + 1, why: 'seal' });
    }
  });

  it('lets a case grow after it was anchored', async () => {
    const before = caseHeadLine(genuine.record);
    const [on, caseId] = [await createAskedChange(core, genuine.record.caseId), genuine.record.caseId];
    await everyOperation.note({
      deps: createCasework(core),
      by: one,
      on,
      other: caseId,
      person: toPersonId(''),
      text: '',
      number: 1,
      choice: 0,
    });
    const { record, events } = await readStoredCase(core, caseId);
    const head = parseHeadLines([before])?.cases.get(caseId);
    if (head === undefined) throw new Error('the anchor has no such case');
    expect([verifyCase(record, events), checkHead(head, events)]).toEqual(['whole', 'stands']);
    genuine = { record, events };
  });
});

describe('an anchor', () => {
  const lines = fc.uniqueArray(
    fc
      .tuple(fc.nat({ max: 99 }), fc.string({ minLength: 43, maxLength: 43 }))
      .map(([sequence, hash]) => `reference ${sequence} ${hash}`),
    { maxLength: 12 },
  );

  it('is one root for the same heads in any order, and another for any other', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (heads, at) => {
        const { count, root } = createAnchor(heads);
        expect(count).toBe(heads.length);
        expect(createAnchor(heads.toReversed()).root).toBe(root);
        fc.pre(heads.length > 0);
        const place = at % heads.length;
        expect(createAnchor(heads.toSpliced(place, 1)).root).not.toBe(root);
        expect(createAnchor(heads.with(place, `${heads[place]}x`)).root).not.toBe(root);
      }),
    );
  });

  it('is not read where a line is damaged or a case stands in it twice', () => {
    const line = caseHeadLine(genuine.record);
    expect(parseHeadLines([line])?.cases.size).toBe(1);
    for (const broken of [[line, line], [line, ''], [line.slice(1)], [line.slice(0, -1)], [`${line} `]]) {
      expect(parseHeadLines(broken)).toBeUndefined();
    }
  });
});
