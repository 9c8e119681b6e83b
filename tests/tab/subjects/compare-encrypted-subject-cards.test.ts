import { beforeAll, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import type { CaseSubjectCard } from '../../../core/ports/case-store.ts';
import type { Subject } from '../../../core/model/subject-card.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { sealSubjectCard } from '../../../crypto/subject-card-encryption.ts';
import { deriveCardKeys } from '../../../tab/subjects/subject-card-crypto.ts';
import {
  compareEncryptedSubjectCards,
  type SubjectCardComparisonInput,
} from '../../../tab/subjects/compare-encrypted-subject-cards.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { createSubjectCard, createSubject } from '../../support/subjects/subject-cards.ts';
import { createHeldKey } from '../../support/tab/keys.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const of = { tenantId, group: 'acu' } as const;
const canary = newCanary();
const person: Partial<Subject> = { numbers: ['4321'], surname: canary, forenames: 'Mair', unit: 'CID' };
const held = createHeldKey(7, 'acu');
const generation = keyGenerationId(held.recipient);
const by = toPersonId('a-handler');
type Sealed = Pick<CaseSubjectCard, 'caseId' | 'card'>;

let keys: ReadonlyMap<string, CryptoKey>;
beforeAll(async () => {
  keys = await deriveCardKeys([held], of);
});

async function sealed(caseId: CaseId, about = person, version = 1): Promise<Sealed> {
  const key = keys.get(generation);
  if (key === undefined) throw new Error('the key is not there');
  const place = { tenantId, caseId, version, by, generation };
  return {
    caseId,
    card: { sealed: await sealSubjectCard(key, createSubjectCard(about), place), version, by, generation },
  };
}
const own = newCaseId();
const mine = { caseId: own, subjects: [createSubject(person)], version: 4 };
const compare = (cards: readonly Sealed[], given: Partial<SubjectCardComparisonInput> = {}) =>
  compareEncryptedSubjectCards({ mine, cards, former: [], tenantId, keys, newestSeenVersions: new Map(), ...given });

describe('comparing sealed cards', () => {
  it('finds those that may be about the same person, with what they say, and keeps nothing of the others', async () => {
    const [same, other] = [await sealed(newCaseId()), await sealed(newCaseId(), { surname: 'Somebody-Else' })];
    const compared = await compare([same, other]);
    expect(compared).toMatchObject({
      found: [
        {
          match: { caseId: same.caseId, strength: 'strong' },
          theirs: { subject: createSubject(person), version: 1, isFormer: false },
        },
      ],
      closed: 0,
      doubtful: [],
    });
    expect(inspect(compared, { depth: 9 })).not.toContain('Somebody-Else');
  });

  it('refuses a card that is forged, that is of another case, or that somebody else is said to have written', async () => {
    const [one, two] = [await sealed(newCaseId()), await sealed(newCaseId())];
    const forger = await deriveCardKeys([createHeldKey(8, 'acu')], of);
    const forged = await sealSubjectCard(
      [...forger.values()][0] ?? (await Promise.reject(new Error('no key'))),
      createSubjectCard(person),
      {
        tenantId,
        ...one.card,
        caseId: one.caseId,
      },
    );
    for (const card of [
      { ...one, card: { ...one.card, sealed: forged } },
      { ...one, card: two.card },
      { ...one, card: { ...one.card, by: toPersonId('another') } },
      { ...one, card: { ...one.card, version: 2 } },
    ]) {
      expect(await compare([card])).toEqual({ found: [], cases: 0, closed: 0, doubtful: [one.caseId] });
    }
  });

  it('refuses a card that was put back to an earlier version since the page saw the newer one', async () => {
    const caseId = newCaseId();
    const [first, second] = [await sealed(caseId), await sealed(caseId, person, 2)];
    const seen = new Map([[caseId, 2]]);
    expect((await compare([second], { newestSeenVersions: seen })).found).toHaveLength(1);
    expect(await compare([first], { newestSeenVersions: seen })).toEqual({
      found: [],
      cases: 0,
      closed: 0,
      doubtful: [caseId],
    });
    // Its content of before under the number of now does not open either.
    const dressed = { caseId, card: { ...first.card, version: 2 } };
    expect(await compare([dressed], { newestSeenVersions: seen })).toEqual({
      found: [],
      cases: 0,
      closed: 0,
      doubtful: [caseId],
    });
  });

  it('counts cards under a key that is not open here, and says nothing else of them', async () => {
    const card = await sealed(newCaseId());
    expect(await compare([card], { keys: new Map() })).toEqual({ found: [], cases: 0, closed: 1, doubtful: [] });
  });

  it('finds who stood on a card that another took the place of, and says that it is a former one', async () => {
    const caseId = newCaseId();
    const nobody = { surname: 'Somebody-Else', numbers: [] };
    const [first, second] = [await sealed(caseId), await sealed(caseId, nobody, 2)];
    const seen = new Map([[caseId, 2]]);
    const compared = await compare([second], { former: [first], newestSeenVersions: seen });
    expect(compared).toMatchObject({
      found: [{ caseId, theirs: { subject: createSubject(person), version: 1, isFormer: true } }],
      cases: 1,
      closed: 0,
      doubtful: [],
    });
    // Whoever is on both is found on the one that stands.
    const both = await compare([await sealed(caseId, person, 2)], { former: [first], newestSeenVersions: seen });
    expect(both.found).toMatchObject([{ theirs: { version: 2, isFormer: false } }]);
  });

  it('finds every pair that is alike, so that nobody on a card stands in for another, and each person of a case once', async () => {
    const other = newCaseId();
    const decoy = { numbers: ['9876'], surname: 'Decoy' };
    const key = keys.get(generation);
    if (key === undefined) throw new Error('the key is not there');
    const place = { tenantId, caseId: other, version: 2, by, generation };
    const card = {
      sealed: await sealSubjectCard(key, createSubjectCard(decoy, person), place),
      version: 2,
      by,
      generation,
    };
    const subjects = [createSubject(decoy), createSubject(person)];
    const compared = await compare([{ caseId: other, card }], {
      mine: { caseId: own, subjects, version: 4 },
      former: [await sealed(other), await sealed(own, person, 3)],
    });
    expect(compared.found.map(({ mine: ours, theirs }) => [ours.subject.surname, theirs.subject.surname])).toEqual([
      ['Decoy', 'Decoy'],
      [canary, canary],
    ]);
    expect(compared.found).toMatchObject([
      { theirs: { place: { position: 0 } } },
      { mine: { isFormer: false }, theirs: { version: 2, isFormer: false, place: { position: 1 } } },
    ]);
  });

  it('compares the former cards of the case as well, and says on which card of each it found somebody', async () => {
    const [other, nobody] = [newCaseId(), { surname: 'Somebody-Else', numbers: [] }];
    const theirs = await sealed(other, person, 3);
    const [written, junk] = [await sealed(own, person, 2), await sealed(newCaseId())];
    const former = [written, { caseId: own, card: { ...junk.card, version: 3 } }];
    // Someone wrote another over it, nobody at all, or one that does not open.
    for (const subjects of [[createSubject(nobody)], []]) {
      const compared = await compare([theirs], { mine: { caseId: own, subjects, version: 4 }, former });
      expect(compared).toMatchObject({
        found: [
          {
            caseId: other,
            mine: { subject: createSubject(person), version: 2, isFormer: true },
            theirs: { subject: createSubject(person), version: 3, isFormer: false },
          },
        ],
        cases: 1,
        closed: 1,
      });
    }
    // Somebody on both is shown on the one that stands, and no case matches itself.
    const both = await compare([theirs], { former });
    expect(both.found).toMatchObject([{ mine: { version: 4, isFormer: false } }]);
    expect((await compare([], { former })).found).toEqual([]);
  });

  it('finds a former card behind one that is junk, and counts former junk without doubting the card that stands', async () => {
    const caseId = newCaseId();
    const first = await sealed(caseId);
    const junk = { caseId, card: { ...(await sealed(newCaseId())).card, version: 2 } };
    expect(await compare([junk], { former: [first] })).toMatchObject({
      found: [{ caseId, theirs: { isFormer: true } }],
      doubtful: [caseId],
    });
    expect(await compare([await sealed(caseId, person, 3)], { former: [first, junk] })).toMatchObject({
      found: [{ caseId, theirs: { version: 3, isFormer: false } }],
      closed: 1,
      doubtful: [],
    });
  });
});
