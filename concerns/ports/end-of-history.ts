import type { CaseId } from '../terms/codes.ts';
import type { EventRecord } from '../records/event-record.ts';
import type { EntriesAsked, History } from './history.ts';

export interface EndOfHistory {
  readonly last: EventRecord | undefined;
  readonly reviewSet: EventRecord | undefined;
}

const lastOne = { last: 1 } as const;
const lastReview = { kinds: ['reviewSet'], last: 1 } as const;

export const askedForEnd: readonly EntriesAsked[] = [lastOne, lastReview];

export async function endOfHistory(history: Pick<History, 'entries'>, caseId: CaseId): Promise<EndOfHistory> {
  const [[last], [reviewSet]] = await Promise.all([
    history.entries(caseId, lastOne),
    history.entries(caseId, lastReview),
  ]);
  return { last, reviewSet };
}
