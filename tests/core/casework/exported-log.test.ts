import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type ExportedLog,
  createExportedLog,
  exportedLogSchema,
  checkExportedLog,
  noteEntries,
} from '../../../core/casework/export-format.ts';
import {
  type EventKind,
  eventKinds,
  type EventRecord,
  exportableEventKinds,
  type NewEvent,
} from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { now, today } from '../../support/contracts/records.ts';
import { createWorkedCase } from '../../support/tab/case-export.ts';

const by = { objectId: toPersonId('a-handler') };
const said = (kind: EventKind, place = 0): NewEvent => ({
  kind,
  by,
  at: now.toISOString(),
  ...(kind === 'taskAdded' && { detail: { dueOn: today } }),
  note: { for: 'handlers', sealed: btoa(`${kind} ${place}`) },
});
const exportOf = (events: readonly EventRecord[]): readonly EventRecord[] => {
  const last = events.at(-1);
  if (last === undefined) throw new Error('there is no history');
  return [...events, { ...last, sequence: last.sequence + 1, kind: 'exported' }];
};
const wordsOf = (events: readonly EventRecord[]): ReadonlyMap<string, string> =>
  new Map(events.flatMap(({ note, kind }) => (note === undefined ? [] : [[note.digest, `words of ${kind}`] as const])));
const nobody = () => undefined;

describe('the decision log of a case as it leaves', () => {
  it('holds the words of what was written down with who, when and which, and of nothing else', () => {
    const { events } = createWorkedCase({ happenings: eventKinds.map((kind) => said(kind)) });
    const log = createExportedLog(events, wordsOf(events), () => 'A. Handler');
    expect(exportedLogSchema.parse(log)).toEqual(log);
    expect(log.missing).toEqual([]);
    expect(new Set(log.entries.map(({ kind }) => kind))).toEqual(new Set(exportableEventKinds));
    for (const entry of log.entries) {
      const event = events.find(({ sequence }) => sequence === entry.sequence);
      expect(entry).toMatchObject({ kind: event?.kind, by, at: event?.at, name: 'A. Handler', for: 'handlers' });
      expect([entry.digest, entry.text]).toEqual([event?.note?.digest, `words of ${entry.kind}`]);
    }
    expect(log.entries.find(({ kind }) => kind === 'taskAdded')?.dueOn).toBe(today);
  });

  it('never holds an identity, nor the reasons around one or around a possible covert source', () => {
    const never = ['identityShared', 'identityOpened', 'messagesStopped', 'sanitised', 'messageToReporter'] as const;
    for (const kind of never) expect(exportableEventKinds).not.toContain(kind);
    const { events } = createWorkedCase({ happenings: never.map((kind) => said(kind)) });
    expect(noteEntries(events)).toEqual([]);
    expect(JSON.stringify(createExportedLog(events, wordsOf(events), nobody))).not.toContain('words of');
  });

  it('says of what does not open where it stands, and holds against its history', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...eventKinds), { maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (kinds, opens) => {
          const { events } = createWorkedCase({ happenings: kinds.map(said) });
          const opened = new Map([...wordsOf(events)].filter(() => opens.next().value));
          const log = createExportedLog(events, opened, nobody);
          expect(checkExportedLog(log, exportOf(events))).toEqual({ isMatching: true, later: [] });
          const places = [...log.entries, ...log.missing].map(({ sequence }) => sequence);
          expect(places.toSorted((one, other) => one - other)).toEqual(
            noteEntries(events).map(({ sequence }) => sequence),
          );
          for (const { digest } of log.missing) expect(opened.has(digest)).toBe(false);
        },
      ),
    );
  });

  it('says what was written after it was put together', () => {
    const { events } = createWorkedCase({ happenings: [said('decided', 1), said('noted', 2), said('closed', 3)] });
    const log = createExportedLog(events.slice(0, -2), wordsOf(events), nobody);
    const later = events.slice(-2).map(({ sequence }) => sequence);
    expect(checkExportedLog(log, exportOf(events))).toEqual({ isMatching: true, later });
  });

  it('is not the history’s where anything of it was changed, dropped, doubled or added', () => {
    const { events } = createWorkedCase({
      happenings: [said('decided', 1), said('taskAdded', 2), said('noted', 3), said('identityOpened', 4)],
    });
    const opened = new Map([...wordsOf(events)].filter(([, text]) => text !== 'words of noted'));
    const log = createExportedLog(events, opened, nobody);
    const [first, second] = log.entries;
    const [gone] = log.missing;
    if (first === undefined || second === undefined || gone === undefined) throw new Error('the log is too short');
    const other = 'a'.repeat(43);
    const identity = { ...first, sequence: events.length };
    const odd: readonly ExportedLog[] = [
      { ...log, entries: [first] },
      { ...log, entries: [second, first] },
      { ...log, entries: [first, first, second] },
      { ...log, entries: [first, second, identity] },
      { ...log, entries: [{ ...first, digest: other }, second] },
      { ...log, entries: [{ ...first, at: '2026-11-24T10:00:00.000Z' }, second] },
      { ...log, entries: [{ ...first, kind: 'reasoned' }, second] },
      { ...log, entries: [{ ...first, for: 'self' }, second] },
      { ...log, entries: [{ ...first, by: { objectId: toPersonId('another') } }, second] },
      { ...log, entries: [first, { ...second, dueOn: undefined }] },
      { ...log, missing: [] },
      { ...log, missing: [{ ...gone, digest: other }] },
      { ...log, missing: [gone, { sequence: first.sequence, digest: first.digest }] },
      { ...log, upTo: 1 },
    ];
    for (const one of odd) expect(checkExportedLog(one, exportOf(events)).isMatching).toBe(false);
    expect(checkExportedLog(log, exportOf(events)).isMatching).toBe(true);
  });
});
