import { type ExportedLog, exportedLog, wordedEntries } from '../../concerns/casework/exported-log.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { CaseView } from '../../contract/answers.ts';

/** Everything that a page knows of a history with which a log could leave. */
export interface KnownHistory {
  readonly view: Pick<CaseView, 'people' | 'assignable'>;
  readonly opened: Pick<OpenedReport, 'historyIsWhole'>;
  /** Its entries to its end, as far as they are known without a gap. */
  readonly entries: readonly EventRecord[];
  /** The last entry that was handed out when the report was opened. */
  readonly openedUpTo: number;
  /** The words of handlers that the held keys open, by the digests of their seals. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * The decision log as it can leave. `openAgain` where others wrote something down since the report was opened, or more
 * happened than the page knows; `doubtful` where the history is not the one that was written: what words belong to an
 * entry is known by that alone.
 */
export function logToLeave({
  view,
  opened,
  entries,
  openedUpTo,
  words,
}: KnownHistory): { readonly log: ExportedLog } | { readonly whyNot: 'openAgain' | 'doubtful' } {
  if (!opened.historyIsWhole) return { whyNot: 'doubtful' };
  const since = wordedEntries(entries).filter(({ sequence }) => sequence > openedUpTo);
  const isKnown = entries[0]?.sequence === 1 && since.every(({ note }) => words.has(note.digest));
  if (!isKnown) return { whyNot: 'openAgain' };
  const people = [...view.people, ...view.assignable];
  const nameOf = (by: EventRecord['by']): string | undefined =>
    typeof by === 'string' ? undefined : people.find(({ objectId }) => objectId === by.objectId)?.name;
  return { log: exportedLog(entries, words, nameOf) };
}
