import type { CaseId } from '../terms/case-id.ts';
import type { EventRecord } from '../records/event-record.ts';
import type { EntriesAsked, History } from './history.ts';

/** The end of a history, which a new entry is built on: no more is read for it, however long the history is. */
export interface EndOfHistory {
  /** The last entry, without its seals. */
  readonly last: EventRecord | undefined;
  /** The last entry that set the day of the review. */
  readonly reviewSet: EventRecord | undefined;
}

const lastOne = { last: 1 } as const;
const lastReview = { kinds: ['reviewSet'], last: 1 } as const;

/** The questions that the end of a history is read from. */
export const askedForEnd: readonly EntriesAsked[] = [lastOne, lastReview];

/** The end of a case's history. Throws StoreError. */
export async function endOfHistory(history: Pick<History, 'entries'>, caseId: CaseId): Promise<EndOfHistory> {
  const [[last], [reviewSet]] = await Promise.all([
    history.entries(caseId, lastOne),
    history.entries(caseId, lastReview),
  ]);
  return { last, reviewSet };
}
