import { beforeAll, describe, expect, it } from '@jest/globals';
import { digestOfSeal } from '../../../core/model/digests.ts';
import type { StoredSubjectCard } from '../../../core/model/subject-card.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { sealSubjectCard } from '../../../crypto/subject-card-encryption.ts';
import { deriveCardKeys } from '../../../tab/subjects/subject-card-crypto.ts';
import { lastSubjectCardDigest } from '../../../tab/subjects/subject-card-crypto.ts';
import { type StoredCardContext, decryptStoredSubjectCard } from '../../../tab/subjects/subject-card-crypto.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSubjectCard } from '../../support/subjects/subject-cards.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const tenantId = 'tenant';
const caseId = newCaseId();
const by = toPersonId('a-handler');
const held = createHeldKey(3, 'acu');
const generation = keyGenerationId(held.recipient);

let keys: ReadonlyMap<string, CryptoKey>;
beforeAll(async () => {
  keys = await deriveCardKeys([held], { tenantId, group: 'acu' });
});

async function kept(version: number, surname: string): Promise<StoredSubjectCard> {
  const key = keys.get(generation);
  if (key === undefined) throw new Error('the key is not there');
  const sealed = await sealSubjectCard(key, createSubjectCard({ surname }), {
    tenantId,
    caseId,
    version,
    by,
    generation,
  });
  return { sealed, version, by, generation };
}
const open = (card: StoredSubjectCard, given: Partial<StoredCardContext> = {}) =>
  decryptStoredSubjectCard(card, {
    caseId,
    tenantId,
    keys,
    lastSavedDigest: digestOfSeal(card.sealed),
    newestSeenVersion: 0,
    ...given,
  });
const entryOf = ({ sealed, version }: StoredSubjectCard) =>
  ({ kind: 'subjectsKept', detail: { of: digestOfSeal(sealed), version } }) as const;

describe('the card that is handed out with a case', () => {
  it('is opened where its history names it last', async () => {
    const [first, second] = [await kept(1, 'Rees'), await kept(2, 'Rhys')];
    const lastKept = lastSubjectCardDigest([{ kind: 'received' }, entryOf(first), entryOf(second), { kind: 'noted' }]);
    expect(await open(second, { lastSavedDigest: lastKept })).toEqual(createSubjectCard({ surname: 'Rhys' }));
    expect(lastSubjectCardDigest([{ kind: 'received' }])).toBeUndefined();
  });

  it('is refused where it was put back to an earlier one behind its history, by whoever has never seen the newer', async () => {
    const [first, second] = [await kept(1, 'Rees'), await kept(2, 'Rhys')];
    const lastKept = lastSubjectCardDigest([entryOf(first), entryOf(second)]);
    expect(await open(first, { lastSavedDigest: lastKept })).toBe('damaged');
    expect(await open({ ...first, version: 2 }, { lastSavedDigest: lastKept })).toBe('damaged');
    expect(await open(first, { lastSavedDigest: undefined })).toBe('damaged');
  });

  it('is refused where it is older than one that the page has seen, forged, or of another case', async () => {
    const card = await kept(1, 'Rees');
    expect(await open(card, { newestSeenVersion: 2 })).toBe('damaged');
    expect(await open({ ...card, by: toPersonId('another') })).toBe('damaged');
    expect(await open(card, { caseId: newCaseId() })).toBe('damaged');
  });

  it('stays closed under a key that is not open here', async () => {
    expect(await open(await kept(1, 'Rees'), { keys: new Map() })).toBe('closed');
  });
});
