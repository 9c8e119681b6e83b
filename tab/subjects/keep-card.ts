import { digestOfSeal } from '../../concerns/terms/digests.ts';
import type { SubjectCard } from '../../concerns/records/subject-card.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { CaseView } from '../../contract/answers.ts';
import { sealSubjectCard } from '../../seals/subject-card.ts';
import { type NotSealed, notSealed } from '../parts/sending.ts';
import type { Result } from '../parts/tab-context.ts';
import type { Keys } from '../seals/keys-context.tsx';
import { cardKeys, generationNow } from './card-keys.ts';

export interface SealedCard {
  readonly card: { readonly sealed: string; readonly version: number; readonly generation: string };
  readonly digest: string;
}

/**
 * Seals the version after the one on the page. Refused with only an earlier key: holders of the current one could not
 * read the card.
 */
export async function sealCard(
  {
    keys,
    record,
    tenantId,
    by,
  }: {
    readonly keys: Pick<Keys, 'keysOf' | 'loadMine'>;
    readonly record: CaseView['record'];
    readonly tenantId: string;
    readonly by: PersonId;
  },
  card: SubjectCard,
): Promise<Result<SealedCard, NotSealed>> {
  const group = record.handledBy;
  const held = keys.keysOf(group);
  if (held.length === 0) return notSealed('keyFirst');
  const mine = await keys.loadMine();
  if (!mine.ok) return notSealed(mine.refusal);
  const generation = generationNow(held, mine.value.recipients, group);
  const key = generation === undefined ? undefined : (await cardKeys(held, { tenantId, group })).get(generation);
  if (generation === undefined || key === undefined) {
    return notSealed({ code: 'notAllowed', why: 'olderKey' });
  }
  const version = (record.subjectCard?.version ?? 0) + 1;
  const sealed = await sealSubjectCard(key, card, { tenantId, caseId: record.caseId, version, by, generation });
  return { ok: true, value: { card: { sealed, version, generation }, digest: digestOfSeal(sealed) } };
}
