import type { Store } from '../../../concerns/ports/store.ts';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import type { ReturnCode } from '../../../concerns/terms/return-code.ts';

/** Leaves of the case of a code what an erasure leaves. Throws where there is none. */
export async function erasedAtOnce(store: Pick<Store, 'cases'>, code: ReturnCode): Promise<void> {
  const standing = await store.cases.read(caseIdOf(code));
  if (standing === undefined) throw new Error('there is no case of this code');
  const { receivedOn: erasedOn } = standing.value;
  const gone = { ...standing.value, sealedReport: '', mailboxRecipient: '', contentTag: '', erasedOn };
  await store.cases.change({ case: { ...standing, value: gone }, events: [] });
}
