import type { TitledCase } from '../../core/casework/case-titles.ts';
import type { CaseTitle, StoredCaseTitle } from '../../core/model/case-title.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { keyGenerationId } from '../../core/model/public-keys.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import { decryptCaseTitle, deriveCaseTitlesKey, sealCaseTitle } from '../../crypto/case-title-encryption.ts';
import type { Keys } from '../crypto/keys-context.tsx';
import { findCurrentKey } from '../subjects/subject-card-crypto.ts';
import type { SealingRefusal } from '../ui/change-outcome.ts';
import type { Result } from '../ui/tab-context.ts';
import type { ShownTitle, TitleStore } from '../crypto/title-store.ts';

/** Decrypts what the server says is the title of a case, and refuses one that is older than one seen before. */
export async function openTitle(
  {
    keys,
    titles,
    tenantId,
  }: { readonly keys: Pick<Keys, 'getKeys'>; readonly titles: TitleStore; readonly tenantId: string },
  { caseId, handledBy, title }: TitledCase,
): Promise<ShownTitle> {
  const { sealed, ...of } = title;
  if (of.version < titles.newestVersion(caseId)) return { kind: 'damaged' };
  const held = keys.getKeys(handledBy).find(({ recipient }) => keyGenerationId(recipient) === of.generation);
  if (held === undefined) return { kind: 'closed' };
  const key = await deriveCaseTitlesKey(held.identity, { tenantId, group: handledBy });
  try {
    const { title: words, subject } = await decryptCaseTitle(key, sealed, { ...of, tenantId, caseId });
    titles.addVersion(caseId, of.version);
    return { kind: 'open', title: words, subject };
  } catch (error) {
    if (error instanceof SealError) return { kind: 'damaged' };
    throw error;
  }
}

interface SealedTitle {
  readonly title: Omit<StoredCaseTitle, 'by'>;
  readonly digest: string;
}

/** Seals the version after the page's, under the group's current key. */
export async function sealNextTitle(
  {
    keys,
    record,
    tenantId,
    by,
  }: {
    readonly keys: Pick<Keys, 'getKeys' | 'loadMine'>;
    readonly record: CaseView['record'];
    readonly tenantId: string;
    readonly by: PersonId;
  },
  title: CaseTitle,
): Promise<Result<SealedTitle, SealingRefusal>> {
  const group = record.handledBy;
  const current = await findCurrentKey(keys, group);
  if (!current.ok) return current;
  const { identity, generation } = current.value;
  const key = await deriveCaseTitlesKey(identity, { tenantId, group });
  const version = (record.caseTitle?.version ?? 0) + 1;
  const sealed = await sealCaseTitle(key, title, { tenantId, caseId: record.caseId, version, by, generation });
  return { ok: true, value: { title: { sealed, version, generation }, digest: digestOfSeal(sealed) } };
}
