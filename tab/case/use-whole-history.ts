import { useMemo } from 'react';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import { useCaseContext } from './case-context.ts';
import { mergeHistoryEntries } from './merge-history.ts';

interface WholeHistory {
  readonly entries: readonly EventRecord[];
  /** False if entries were written between the opening of the report and those that the page was shown last. */
  readonly isWhole: boolean;
  /** Who is named in it; someone whose name this page does not have by their object id. */
  readonly people: readonly PersonView[];
}

/** The history as it came with the report, and what was written since. Empty until the report is open. */
export function useWholeHistory(): WholeHistory {
  const { view, decryptedCase } = useCaseContext();
  return useMemo(() => {
    if (decryptedCase === undefined) return { entries: [], isWhole: false, people: [] };
    const { entries } = mergeHistoryEntries([decryptedCase.entries, view.events]);
    const isWhole = entries[0]?.sequence === 1;
    const known = [...view.people, ...view.assignable];
    const unnamed = entries.flatMap(({ by }) =>
      typeof by === 'string' || known.some(({ objectId }) => objectId === by.objectId)
        ? []
        : [{ objectId: by.objectId, name: by.objectId }],
    );
    return { entries: isWhole ? entries : decryptedCase.entries, isWhole, people: [...known, ...unnamed] };
  }, [view, decryptedCase]);
}
