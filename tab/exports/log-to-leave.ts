import { type ExportedLog, exportedLog, wordedEntries } from '../../concerns/casework/exported-case.ts';
import type { OpenedReport } from '../../concerns/casework/opened-report.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { CaseView } from '../../contract/answers.ts';

export interface KnownHistory {
  readonly view: Pick<CaseView, 'people' | 'assignable'>;
  readonly opened: Pick<OpenedReport, 'historyIsWhole'>;
  readonly entries: readonly EventRecord[];
  readonly openedUpTo: number;
  readonly words: ReadonlyMap<string, string>;
}

/**
 * `openAgain` if there are words, or entries, that the page has not opened; `doubtful` if the history was changed,
 * since it alone says which words belong to an entry.
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
