import { useCallback } from 'react';
import { newRequestId } from '../parts/request-ids.ts';
import { useTab } from '../parts/tab-context.ts';
import { type Bulk, useBulk } from './use-bulk.ts';

/** A case that goes to somebody, under a name of its own. */
export interface Given {
  readonly caseId: string;
  readonly request: string;
  /** Whom it is with as the page shows it. */
  readonly from?: string;
  readonly to: string;
}

/** A case that is to go to somebody, named so that a repeat of it is done once. */
export const newGiven = (given: Omit<Given, 'request'>): Given => ({ ...given, request: newRequestId() });

/** Gives several cases to one person. `onDone` after each round. */
export function useGiving(onDone: () => void): Bulk<Given> {
  const { call } = useTab();
  const send = useCallback(
    (some: readonly Given[]) =>
      call('bulk.give', { cases: some.map(({ to: _to, ...one }) => one), to: some[0]?.to ?? '' }),
    [call],
  );
  return useBulk(send, 'bulk.done', onDone);
}
