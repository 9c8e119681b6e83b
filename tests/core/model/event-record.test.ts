import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import {
  digestOfLink,
  emptyChain,
  eventKinds,
  type EventRecord,
  eventRecordSchema,
  hashOfEvent,
  type NewEvent,
  nextEvent,
  noteReaders,
} from '../../../core/model/event-record.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { caseStatuses } from '../../../core/model/case-record.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { toPersonId } from '../../../core/model/roles.ts';

const anyEvent: fc.Arbitrary<NewEvent> = fc.record(
  {
    kind: fc.constantFrom(...eventKinds),
    by: fc.oneof(
      fc.constantFrom('system' as const, 'reporter' as const),
      fc.record({ objectId: fc.string({ maxLength: 12 }).map(toPersonId) }),
    ),
    at: fc.string({ maxLength: 12 }),
    message: fc.record({
      id: fc.string({ maxLength: 8 }),
      number: fc.integer({ min: 1, max: 9 }),
      sealed: fc.base64String(),
    }),
    note: fc.record({ for: fc.constantFrom(...noteReaders), sealed: fc.base64String() }),
    link: fc.record({ other: fc.constant(newReturnCode()).map(deriveCaseId), salt: fc.base64String() }),
    request: fc.string({ maxLength: 6 }),
    detail: fc.record(
      {
        from: fc.constantFrom(...caseStatuses),
        to: fc.constantFrom(...caseStatuses),
        person: fc.string({ maxLength: 6 }).map(toPersonId),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['kind', 'by', 'at'] },
);
const historyOf = (caseId: EventRecord['caseId'], events: readonly NewEvent[]): readonly EventRecord[] =>
  events.reduce<readonly EventRecord[]>(
    (history, event) => [...history, nextEvent(caseId, history.at(-1) ?? emptyChain, event)],
    [],
  );
const histories = fc
  .array(anyEvent, { minLength: 1, maxLength: 8 })
  .map((events) => historyOf(deriveCaseId(newReturnCode()), events));

/** Something else in an entry's place, with the digest of its own seal. */
const otherThan = (event: EventRecord, other: NewEvent): EventRecord => ({
  ...event,
  ...other,
  message: other.message && { ...other.message, digest: digestOfSeal(other.message.sealed) },
  note: other.note && { ...other.note, digest: digestOfSeal(other.note.sealed) },
  link: other.link && { ...other.link, digest: digestOfLink(other.link) },
});

/** Whether entries are those that led to a head: what somebody does who checks a history against its case. */
const leadTo = (head: Pick<EventRecord, 'sequence' | 'hash'>, history: readonly EventRecord[]): boolean =>
  history.length === head.sequence &&
  history.at(-1)?.hash === head.hash &&
  history.every(
    (event, place) =>
      event.sequence === place + 1 &&
      event.previous === (history[place - 1]?.hash ?? emptyChain.hash) &&
      event.hash === hashOfEvent(event),
  );
const headOf = (history: readonly EventRecord[]) => history.at(-1) ?? emptyChain;

describe('the chain of a history', () => {
  it('leads to its head, counted from one, also after it was stored', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const stored = history.map((event) => eventRecordSchema.parse(JSON.parse(JSON.stringify(event))));
        expect(leadTo(headOf(history), stored)).toBe(true);
        expect(history.map((event) => event.sequence)).toEqual(history.map((_, place) => place + 1));
      }),
    );
  });

  it('shows every entry that was edited, even where its own hash was made anew', () => {
    fc.assert(
      fc.property(histories, fc.nat(), anyEvent, (history, at, other) => {
        const place = at % history.length;
        const edited = history.map((event, index) => (index === place ? otherThan(event, other) : event));
        fc.pre(JSON.stringify(edited) !== JSON.stringify(history));
        expect(leadTo(headOf(history), edited)).toBe(false);
        const rehashed = edited.map((event) => ({ ...event, hash: hashOfEvent(event) }));
        expect(leadTo(headOf(history), rehashed)).toBe(false);
      }),
    );
  });

  it('shows an entry of which any one thing was edited', () => {
    const [first] = historyOf(deriveCaseId(newReturnCode()), [
      {
        kind: 'messageFromReporter',
        by: 'reporter',
        at: '2026-11-25',
        request: 'request',
        detail: { person: toPersonId('one'), hold: false },
        message: { id: 'one', number: 1, sealed: 'c2Vh' },
        note: { for: 'handlers', sealed: 'bm90ZQ==' },
      },
    ]);
    if (first?.message === undefined || first.note === undefined) throw new Error('the history has no words');
    const edits: readonly Partial<EventRecord>[] = [
      { caseId: deriveCaseId(newReturnCode()) },
      { sequence: 2 },
      { kind: 'messageToReporter' },
      { by: 'system' },
      { at: '2026-11-26' },
      { message: undefined },
      { message: { ...first.message, id: 'two' } },
      { message: { ...first.message, number: 2 } },
      { message: { ...first.message, digest: digestOfSeal('c2Vi') } },
      { request: 'another' },
      { request: undefined },
      { detail: { person: toPersonId('two'), hold: false } },
      { detail: { person: toPersonId('one') } },
      { note: { ...first.note, for: 'self' } },
      { note: { ...first.note, digest: digestOfSeal('c2Vi') } },
      { note: undefined },
      { caseDigest: 'another' },
      { previous: 'another' },
    ];
    for (const edit of edits) expect(hashOfEvent({ ...first, ...edit })).not.toBe(first.hash);
  });

  it('stands where the seals are gone: the hash is over their digests', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const erased = history.map(({ message, note, ...event }) => ({
          ...event,
          message: message && { ...message, sealed: undefined },
          note: note && { ...note, sealed: undefined },
        }));
        expect(leadTo(headOf(history), erased)).toBe(true);
      }),
    );
  });

  it('shows entries that were dropped, swapped, doubled or moved from another case', () => {
    fc.assert(
      fc.property(histories, histories, fc.nat(), (history, foreign, at) => {
        const place = at % history.length;
        const head = headOf(history);
        expect(leadTo(head, history.toSpliced(place, 1))).toBe(false);
        expect(leadTo(head, history.toSpliced(place, 0, ...history.slice(place, place + 1)))).toBe(false);
        expect(leadTo(head, history.toSpliced(place, 1, ...foreign.slice(0, 1)))).toBe(false);
        if (history.length > 1) {
          const other = (place + 1) % history.length;
          const swapped = history.map((event, index) =>
            index === place ? (history[other] ?? event) : index === other ? (history[place] ?? event) : event,
          );
          expect(leadTo(head, swapped)).toBe(false);
        }
      }),
    );
  });

  it('shows a history that was written anew from any entry on', () => {
    fc.assert(
      fc.property(histories, fc.nat(), anyEvent, (history, at, other) => {
        const place = at % history.length;
        const kept = history.slice(0, place);
        const caseId = history[0]?.caseId ?? deriveCaseId(newReturnCode());
        const anew = [other, ...history.slice(place + 1)].reduce<readonly EventRecord[]>(
          (so, event) => [
            ...so,
            nextEvent(caseId, so.at(-1) ?? emptyChain, { kind: event.kind, by: event.by, at: event.at }),
          ],
          kept,
        );
        fc.pre(anew[place]?.hash !== history[place]?.hash);
        expect(leadTo(headOf(history), anew)).toBe(false);
      }),
    );
  });

  it('tells a person from the words for the system and for the one who reported', () => {
    const caseId = deriveCaseId(newReturnCode());
    const by = (actor: NewEvent['by']) =>
      nextEvent(caseId, emptyChain, { kind: 'received', by: actor, at: '2026-11-25' }).hash;
    const hashes = [
      by('system'),
      by('reporter'),
      by({ objectId: toPersonId('system') }),
      by({ objectId: toPersonId('reporter') }),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
