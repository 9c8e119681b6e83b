import { describe, expect, it } from '@jest/globals';
import { keyGenerationOf } from '../../../core/model/recipients.ts';
import { personId } from '../../../core/model/directory.ts';
import type { AnswerOf } from '../../../contract/operations.ts';
import { openSubjectCard } from '../../../crypto/subject-card.ts';
import type { HeldKey } from '../../../tab/crypto/key-store.ts';
import { cardKeys, generationNow } from '../../../tab/subjects/seal-card.ts';
import { notSealed } from '../../../tab/ui/request-status.ts';
import { sealCard } from '../../../tab/subjects/seal-card.ts';
import { createSeenVersions } from '../../../tab/subjects/seal-card.ts';
import { aCard } from '../../support/subjects/any-card.ts';
import { aView } from '../../support/tab/a-view.ts';
import { keyOf } from '../../support/tab/keys.ts';

const tenantId = 'tenant';
const by = personId('a-handler');
const [older, newer] = [keyOf(1, 'acu'), keyOf(2, 'acu')];
const recipients = (...acu: readonly HeldKey[]) => ({
  acu: acu.map(({ recipient }) => recipient),
  recovery: [],
  reserve: [],
  custodians: [],
});
const keys = (held: readonly HeldKey[], named = recipients(newer)) => ({
  keysOf: () => held,
  loadMine: async () => {
    const value: AnswerOf<'keys.mine'> = { envelopes: [], recipients: named, retired: [], groups: ['acu'] };
    return { ok: true as const, value };
  },
});
const { record } = aView();
const seal = (held: readonly HeldKey[]) =>
  sealCard({ keys: keys(held), record, tenantId, by }, aCard({ surname: 'Rees' }));

describe('a card that is about to be kept', () => {
  it('is sealed as the next version under the key that is used now, whatever else is open', async () => {
    const sealed = await seal([older, newer]);
    if (!sealed.ok) throw new Error('it was not sealed');
    expect(sealed.value.card).toMatchObject({ version: 1, generation: keyGenerationOf(newer.recipient) });
    const all = await cardKeys([older, newer], { tenantId, group: 'acu' });
    const key = all.get(sealed.value.card.generation);
    if (key === undefined) throw new Error('there is no such key');
    const { sealed: bytes, ...of } = sealed.value.card;
    expect(await openSubjectCard(key, bytes, { ...of, by, tenantId, caseId: record.caseId })).toEqual(
      aCard({ surname: 'Rees' }),
    );
  });

  it('is not sealed by a page that has an earlier key of the group open, or none', async () => {
    expect(await seal([older])).toEqual(notSealed({ code: 'notAllowed', why: 'olderKey' }));
    expect(await seal([])).toEqual(notSealed('keyFirst'));
    expect(generationNow([older], recipients(newer), 'acu')).toBeUndefined();
  });
});

describe('the versions that a page has seen', () => {
  it('only grow', () => {
    const seen = createSeenVersions();
    seen.saw('one', 3);
    seen.saw('one', 2);
    seen.saw('two', 1);
    expect([...seen.all()]).toEqual([
      ['one', 3],
      ['two', 1],
    ]);
  });
});
