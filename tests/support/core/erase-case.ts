import type { Store } from '../../../core/ports/store.ts';
import { createTombstone } from '../../../core/casework/erasure.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';

/** Leaves of the case of a code what an erasure leaves, or what one of before left. Throws where there is none. */
export async function eraseCase(
  store: Pick<Store, 'cases'>,
  code: ReturnCode,
  left: Partial<CaseRecord> = {},
): Promise<void> {
  const standing = await store.cases.read(deriveCaseId(code));
  if (standing === undefined) throw new Error('there is no case of this code');
  const { receivedOn: erasedOn } = standing.value;
  const gone = { ...createTombstone(standing.value, erasedOn), ...left };
  await store.cases.change({ case: { ...standing, value: gone }, events: [] });
}
