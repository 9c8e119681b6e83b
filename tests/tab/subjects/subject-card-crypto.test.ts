import { describe, expect, it } from '@jest/globals';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { OperationAnswer } from '../../../contract/operations.ts';
import { decryptSubjectCard } from '../../../crypto/subject-card-encryption.ts';
import type { UnlockedKey } from '../../../tab/crypto/key-store.ts';
import { deriveCardKeys } from '../../../tab/subjects/subject-card-crypto.ts';
import { sealingRefusal } from '../../../tab/ui/change-outcome.ts';
import { sealNextSubjectCard } from '../../../tab/subjects/subject-card-crypto.ts';
import { createSeenCardVersions } from '../../../tab/subjects/subject-card-crypto.ts';
import { createSubjectCard } from '../../support/subjects/subject-cards.ts';
import { createCaseView } from '../../support/tab/case-view.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const tenantId = 'tenant';
const by = toPersonId('a-handler');
const [older, newer] = [createHeldKey(1, 'acu'), createHeldKey(2, 'acu')];
const recipients = (...acu: readonly UnlockedKey[]) => ({
  acu: acu.map(({ recipient }) => recipient),
  recovery: [],
  reserve: [],
  custodians: [],
});
const keys = (held: readonly UnlockedKey[], named = recipients(newer)) => ({
  getKeys: () => held,
  loadMine: async () => {
    const value: OperationAnswer<'keys.mine'> = { envelopes: [], recipients: named, retired: [], groups: ['acu'] };
    return { ok: true as const, value };
  },
});
const { record } = createCaseView();
const seal = (held: readonly UnlockedKey[]) =>
  sealNextSubjectCard({ keys: keys(held), record, tenantId, by }, createSubjectCard({ surname: 'Rees' }));

describe('a card that is about to be kept', () => {
  it('is sealed as the next version under the key that is used now, whatever else is open', async () => {
    const sealed = await seal([older, newer]);
    if (!sealed.ok) throw new Error('it was not sealed');
    expect(sealed.value.card).toMatchObject({ version: 1, generation: keyGenerationId(newer.recipient) });
    const all = await deriveCardKeys([older, newer], { tenantId, group: 'acu' });
    const key = all.get(sealed.value.card.generation);
    if (key === undefined) throw new Error('there is no such key');
    const { sealed: bytes, ...of } = sealed.value.card;
    expect(await decryptSubjectCard(key, bytes, { ...of, by, tenantId, caseId: record.caseId })).toEqual(
      createSubjectCard({ surname: 'Rees' }),
    );
  });

  it('is not sealed by a page that has an earlier key of the group open, or none', async () => {
    expect(await seal([older])).toEqual(sealingRefusal({ code: 'notAllowed', why: 'olderKey' }));
    expect(await seal([])).toEqual(sealingRefusal('keyFirst'));
  });
});

describe('the versions that a page has seen', () => {
  it('only grow', () => {
    const seen = createSeenCardVersions();
    seen.add('one', 3);
    seen.add('one', 2);
    seen.add('two', 1);
    expect([...seen.all()]).toEqual([
      ['one', 3],
      ['two', 1],
    ]);
  });
});
