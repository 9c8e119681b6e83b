import { SealError } from '../../core/ports/seal.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { StoredSubjectCard, SubjectCard } from '../../core/model/subject-card.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { keyGenerationId } from '../../core/model/public-keys.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import {
  type SubjectCardKeyContext,
  decryptSubjectCard,
  sealSubjectCard,
  deriveSubjectCardsKey,
} from '../../crypto/subject-card-encryption.ts';
import { sealingRefusal, type SealingRefusal } from '../ui/change-outcome.ts';
import type { Result } from '../ui/tab-context.ts';
import type { UnlockedKey } from '../crypto/key-store.ts';
import type { Keys } from '../crypto/keys-context.tsx';

interface SealedCard {
  readonly card: { readonly sealed: string; readonly version: number; readonly generation: string };
  readonly digest: string;
}

/** Seals the version after the page's, under the group's current key. */
export async function sealNextSubjectCard(
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
  card: SubjectCard,
): Promise<Result<SealedCard, SealingRefusal>> {
  const group = record.handledBy;
  const current = await findCurrentKey(keys, group);
  if (!current.ok) return current;
  const { identity, generation } = current.value;
  const key = await deriveSubjectCardsKey(identity, { tenantId, group });
  const version = (record.subjectCard?.version ?? 0) + 1;
  const sealed = await sealSubjectCard(key, card, { tenantId, caseId: record.caseId, version, by, generation });
  return { ok: true, value: { card: { sealed, version, generation }, digest: digestOfSeal(sealed) } };
}

export interface StoredCardContext {
  readonly caseId: CaseId;
  readonly tenantId: string;
  readonly keys: ReadonlyMap<string, CryptoKey>;
  readonly lastSavedDigest: string | undefined;
  readonly newestSeenVersion: number;
}

/**
 * `closed`: its key is not unlocked here; `damaged`: not the sealed card, older than one seen before, or not the last
 * in its history.
 */
export async function decryptStoredSubjectCard(
  { sealed, ...of }: StoredSubjectCard,
  { caseId, tenantId, keys, lastSavedDigest, newestSeenVersion }: StoredCardContext,
): Promise<SubjectCard | 'closed' | 'damaged'> {
  if (of.version < newestSeenVersion || digestOfSeal(sealed) !== lastSavedDigest) return 'damaged';
  const key = keys.get(of.generation);
  if (key === undefined) return 'closed';
  return decryptSubjectCard(key, sealed, { ...of, tenantId, caseId }).catch((error: unknown) => {
    if (error instanceof SealError) return 'damaged' as const;
    throw error;
  });
}

export const lastSubjectCardDigest = (events: readonly Pick<EventRecord, 'kind' | 'detail'>[]): string | undefined =>
  events.findLast(({ kind }) => kind === 'subjectsKept')?.detail?.of;

/**
 * Whether the history of an opened case names a card, and its current card last. Another may have been saved since it was
 * compared: then that one is last, and current.
 */
export function isCardInHistory(
  {
    record: { subjectCard },
    entries,
  }: {
    readonly record: Pick<CaseRecord, 'subjectCard'>;
    readonly entries: readonly Pick<EventRecord, 'kind' | 'detail'>[];
  },
  digest: string | undefined,
): boolean {
  const isNamed = entries.some(({ kind, detail }) => kind === 'subjectsKept' && detail?.of === digest);
  return isNamed && (subjectCard && digestOfSeal(subjectCard.sealed)) === lastSubjectCardDigest(entries);
}

interface SeenCardVersions {
  readonly all: () => ReadonlyMap<string, number>;
  readonly add: (caseId: string, version: number) => void;
}

/** Detects, until the page closes, a card that was put back to an earlier version. */
export function createSeenCardVersions(): SeenCardVersions {
  const newest = new Map<string, number>();
  return {
    all: () => newest,
    add: (caseId, version) => void newest.set(caseId, Math.max(version, newest.get(caseId) ?? 0)),
  };
}

export const seenCardVersions = createSeenCardVersions();

/** One key for each unlocked private key of the group, by its public key's fingerprint. */
export async function deriveCardKeys(
  held: readonly UnlockedKey[],
  of: SubjectCardKeyContext,
): Promise<ReadonlyMap<string, CryptoKey>> {
  const keys = new Map<string, CryptoKey>();
  for (const { identity, recipient } of held)
    keys.set(keyGenerationId(recipient), await deriveSubjectCardsKey(identity, of));
  return keys;
}

interface CurrentKey {
  readonly identity: string;
  readonly generation: string;
}

/**
 * A group's key that is unlocked here and that the server still names. Refused with only an earlier one: those who hold
 * the current one could not read what it seals.
 */
export async function findCurrentKey(
  { getKeys, loadMine }: Pick<Keys, 'getKeys' | 'loadMine'>,
  group: SubjectCardKeyContext['group'],
): Promise<Result<CurrentKey, SealingRefusal>> {
  const held = getKeys(group);
  if (held.length === 0) return sealingRefusal('keyFirst');
  const mine = await loadMine();
  if (!mine.ok) return sealingRefusal(mine.refusal);
  const line = mine.value.recipients[group].find((named) => held.some(({ recipient }) => recipient === named));
  const key = held.find(({ recipient }) => recipient === line);
  return key === undefined
    ? sealingRefusal({ code: 'notAllowed', why: 'olderKey' })
    : { ok: true, value: { identity: key.identity, generation: keyGenerationId(key.recipient) } };
}
