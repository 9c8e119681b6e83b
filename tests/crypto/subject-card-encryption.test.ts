import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { subjectCardBytes, sealedSubjectCardBytes, sealedSubjectCardSchema } from '../../core/model/subject-card.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { toPersonId } from '../../core/model/roles.ts';
import {
  excessSubjectCardBytes,
  type SubjectCardContext,
  decryptSubjectCard,
  sealSubjectCard,
  deriveSubjectCardsKey,
} from '../../crypto/subject-card-encryption.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { createSubjectCard, arbitrarySubjectCard } from '../support/subjects/subject-cards.ts';
import { seedIdentity } from '../support/tab/keys.ts';

const canary = newCanary();
const numRuns = process.env.SLOW ? 1_000 : 60;
const tenantId = '11111111-1111-4111-8111-111111111111';
const group = 'acu';
const place: SubjectCardContext = {
  tenantId,
  caseId: 'C7K2M9QXTR',
  version: 3,
  by: toPersonId('22222222-2222-4222-8222-222222222222'),
  generation: '0123456789abcdef',
};
const card = createSubjectCard({ numbers: ['1234'], surname: canary, forenames: 'Siân', unit: 'Y Fenni' });

let key: CryptoKey;
beforeAll(async () => {
  key = await deriveSubjectCardsKey(seedIdentity(7), { tenantId, group });
});

const refused = async (from: CryptoKey, sealed: string, at: SubjectCardContext): Promise<void> => {
  const error: unknown = await decryptSubjectCard(from, sealed, at).then(
    () => 'opened',
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'SealError', code: 'damaged' });
  expect(inspect(error)).not.toContain(canary);
};

describe('a subject card', () => {
  it('opens as it was sealed, whatever it says, and always has one length', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySubjectCard, fc.nat(1_000), async (card, version) => {
        if (excessSubjectCardBytes(card) > 0) return;
        const at = { ...place, version: version + 1 };
        const sealed = await sealSubjectCard(key, card, at);
        expect(sealedSubjectCardSchema.safeParse(sealed).success).toBe(true);
        expect(Buffer.from(sealed, 'base64')).toHaveLength(sealedSubjectCardBytes);
        expect(canonicalJson(await decryptSubjectCard(key, sealed, at))).toBe(canonicalJson(card));
      }),
      { numRuns },
    );
  });

  it('is sealed anew each time: two that say the same have nothing in common', async () => {
    const [one, other] = [await sealSubjectCard(key, card, place), await sealSubjectCard(key, card, place)];
    expect(one.slice(0, 40)).not.toBe(other.slice(0, 40));
    expect(one.slice(44, 400)).not.toBe(other.slice(44, 400));
    expect(Buffer.from(one, 'base64').includes(canary)).toBe(false);
  });

  it('never opens with one bit changed', async () => {
    const bytes = Buffer.from(await sealSubjectCard(key, card, place), 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes).fill((bytes[at] ?? 0) ^ (1 << bit), at, at + 1);
        await refused(key, changed.toString('base64'), place);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it.each([
    ['tenant', { tenantId: '11111111-1111-4111-8111-111111111112' }],
    ['case', { caseId: 'C7K2M9QXTS' }],
    ['version', { version: 2 }],
    ['later version', { version: 4 }],
    ['writer', { by: toPersonId('22222222-2222-4222-8222-222222222223') }],
    ['generation of the key', { generation: '0123456789abcdee' }],
  ])('does not open for another %s', async (_, other) => {
    await refused(key, await sealSubjectCard(key, card, place), { ...place, ...other });
  });

  it('opens with the key of its group alone', async () => {
    const sealed = await sealSubjectCard(key, card, place);
    for (const [identity, of] of [
      [seedIdentity(8), { tenantId, group }],
      [seedIdentity(7), { tenantId, group: 'reserve' }],
      [seedIdentity(7), { tenantId: 'another', group }],
    ] as const) {
      await refused(await deriveSubjectCardsKey(identity, of), sealed, place);
    }
  });

  it('is refused where it is shorter, longer, empty or spelt otherwise', async () => {
    const sealed = await sealSubjectCard(key, card, place);
    for (const text of ['', sealed.slice(0, -4), `${sealed}AAAA`, `${sealed}\n`, 'a name']) {
      await refused(key, text, place);
    }
  });

  it('gives its key to nobody', async () => {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    await expect(deriveSubjectCardsKey('AGE-SECRET-KEY-PQ-1', { tenantId, group })).rejects.toMatchObject({
      code: 'malformedIdentity',
    });
  });

  it('says how much too long it is, and is not sealed then', async () => {
    const long = createSubjectCard(
      ...Array.from({ length: 5 }, () => ({ surname: 'x', description: 'ŵ'.repeat(300) })),
    );
    const over = excessSubjectCardBytes(long);
    expect(over).toBeGreaterThan(0);
    expect(over).toBeLessThan(2 * subjectCardBytes);
    await expect(sealSubjectCard(key, long, place)).rejects.toMatchObject({ code: 'brokenText' });
    expect(excessSubjectCardBytes(card)).toBe(0);
  });

  it('takes nothing that is no card, and repeats nothing of it', async () => {
    const error: unknown = await sealSubjectCard(key, createSubjectCard({ surname: canary.repeat(20) }), place).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: 'brokenText' });
    expect(inspect(error)).not.toContain(canary);
  });
});
