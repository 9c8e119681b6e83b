import { type Day, parseDay } from './calendar.ts';
import type { EventKind } from './event-record.ts';

interface DatedNote {
  /** The day on which it happened, which its writer gave. */
  readonly happenedOn?: Day;
  readonly text: string;
}

const pattern = /^\[\[(\d{4}-\d{2}-\d{2})\]\]\n/u;

/** The kinds of entries whose words may begin with a day. */
const datedKinds: ReadonlySet<EventKind> = new Set(['noted', 'decided', 'reasoned', 'contacted']);

/** The day is a first line, as pages of before there were days show it above the words. */
export const formatDatedNote = ({ happenedOn, text }: DatedNote): string =>
  happenedOn === undefined ? text : `[[${happenedOn}]]\n${text}`;

export function parseDatedNote(kind: EventKind, decrypted: string): DatedNote {
  const [line = '', named] = (datedKinds.has(kind) && pattern.exec(decrypted)) || [];
  const happenedOn = named === undefined ? undefined : parseDay(named);
  return happenedOn === undefined ? { text: decrypted } : { happenedOn, text: decrypted.slice(line.length) };
}
