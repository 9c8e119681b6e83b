import type { CaseId } from '../concerns/terms/case-id.ts';
import { StoreError } from '../concerns/ports/store-error.ts';

interface OfACase {
  readonly caseId: CaseId;
}

/** Throws StoreError `broken` unless everything written in one step belongs to one case: nothing is written. */
export function assertSameCase(record: OfACase, alert: OfACase | undefined, events: readonly OfACase[]): void {
  if ([...(alert ? [alert] : []), ...events].some(({ caseId }) => caseId !== record.caseId)) {
    throw new StoreError('broken');
  }
}
