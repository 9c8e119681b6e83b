import { useCallback } from 'react';
import { newRequestId } from '../parts/request-ids.ts';
import { useTab } from '../parts/tab-context.ts';
import { type Bulk, useBulk } from './use-bulk.ts';

export interface Given {
  readonly caseId: string;
  readonly request: string;
  readonly from?: string;
  readonly to: string;
}

/** The request id makes a repeat harmless. */
export const newGiven = (given: Omit<Given, 'request'>): Given => ({ ...given, request: newRequestId() });

export function useGiving(onDone: () => void): Bulk<Given> {
  const { call } = useTab();
  const send = useCallback(
    (some: readonly Given[]) =>
      call('bulk.give', { cases: some.map(({ to: _to, ...one }) => one), to: some[0]?.to ?? '' }),
    [call],
  );
  return useBulk(send, 'bulk.done', onDone);
}
