import { daySchema } from '../records/case-record.ts';
import {
  type EventRecord,
  eventRecordSchema,
  isLeaving,
  type LeavingKind,
  leavingKinds,
  noteReaders,
} from '../records/event-record.ts';
import { z } from 'zod';

const digest = z.string().regex(/^[\w-]{43}$/u);
const sequence = z.int().min(1);

const logEntrySchema = z.strictObject({
  sequence,
  kind: z.enum(leavingKinds),
  by: eventRecordSchema.shape.by,
  name: z.string().optional(),
  at: z.string(),
  dueOn: daySchema.optional(),
  for: z.enum(noteReaders),
  digest,
  text: z.string(),
});
type LogEntry = z.infer<typeof logEntrySchema>;

export const exportedLogSchema = z.strictObject({
  upTo: sequence,
  entries: z.array(logEntrySchema).readonly(),
  missing: z.array(z.strictObject({ sequence, digest })).readonly(),
});
export type ExportedLog = z.infer<typeof exportedLogSchema>;

type Worded = EventRecord & { readonly kind: LeavingKind; readonly note: NonNullable<EventRecord['note']> };
const isWorded = (event: EventRecord): event is Worded => event.note !== undefined && isLeaving(event.kind);

const dueOnOf = ({ kind, detail }: EventRecord) => (kind === 'taskAdded' ? detail?.dueOn : undefined);

export const wordedEntries = (events: readonly EventRecord[]): readonly Worded[] => events.filter(isWorded);

export function exportedLog(
  events: readonly EventRecord[],
  words: ReadonlyMap<string, string>,
  nameOf: (by: EventRecord['by']) => string | undefined,
): ExportedLog {
  const entries: LogEntry[] = [];
  const missing: { readonly sequence: number; readonly digest: string }[] = [];
  for (const event of wordedEntries(events)) {
    const { sequence: place, kind, by, at, note } = event;
    const dueOn = dueOnOf(event);
    const text = words.get(note.digest);
    if (text === undefined) missing.push({ sequence: place, digest: note.digest });
    else {
      const name = nameOf(by);
      entries.push({
        sequence: place,
        kind,
        by,
        ...(name !== undefined && { name }),
        at,
        ...(dueOn !== undefined && { dueOn }),
        for: note.for,
        digest: note.digest,
        text,
      });
    }
  }
  return { upTo: events.at(-1)?.sequence ?? 1, entries, missing };
}

const whoOf = (by: EventRecord['by']): string => (typeof by === 'string' ? by : `person:${by.objectId}`);
const inOrder = (list: readonly { readonly sequence: number }[]): boolean =>
  list.every((one, place) => one.sequence > (list[place - 1]?.sequence ?? 0));

export interface LogFound {
  readonly isIts: boolean;
  readonly later: readonly number[];
}

export function logInHistory({ upTo, entries, missing }: ExportedLog, history: readonly EventRecord[]): LogFound {
  const worded = wordedEntries(history.slice(0, -1));
  const opened = new Map(entries.map((one) => [one.sequence, one]));
  const closed = new Map(missing.map((one) => [one.sequence, one]));
  const until = worded.filter((event) => event.sequence <= upTo);
  const isAsWritten = (event: Worded): boolean => {
    const one = opened.get(event.sequence);
    if (one === undefined) return closed.get(event.sequence)?.digest === event.note.digest;
    return (
      !closed.has(event.sequence) &&
      one.digest === event.note.digest &&
      one.for === event.note.for &&
      one.kind === event.kind &&
      one.at === event.at &&
      whoOf(one.by) === whoOf(event.by) &&
      one.dueOn === dueOnOf(event)
    );
  };
  return {
    isIts:
      inOrder(entries) &&
      inOrder(missing) &&
      entries.length + missing.length === until.length &&
      until.every(isAsWritten),
    later: worded.filter((event) => event.sequence > upTo).map((event) => event.sequence),
  };
}
