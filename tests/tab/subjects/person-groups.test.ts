import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { Subject } from '../../../core/model/subject-card.ts';
import type { PersonGroupAnswer } from '../../../contract/subject-cards.ts';
import { sealSubjectCard } from '../../../crypto/subject-card-encryption.ts';
import { buildPersonGroups } from '../../../tab/subjects/person-groups.ts';
import { deriveCardKeys } from '../../../tab/subjects/subject-card-crypto.ts';
import { newCaseId, today } from '../../support/contracts/records.ts';
import { createSubjectCard } from '../../support/subjects/subject-cards.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const held = createHeldKey(7, 'acu');
const generation = keyGenerationId(held.recipient);
const by = toPersonId('a-handler');
type GroupedCase = PersonGroupAnswer['cases'][number];
type Card = GroupedCase['cards'][number];
let keys: ReadonlyMap<string, CryptoKey>;
beforeAll(async () => {
  keys = await deriveCardKeys([held], { tenantId, group: 'acu' });
});

async function seal(caseId: CaseId, version: number, ...about: readonly Partial<Subject>[]): Promise<Card> {
  const key = keys.get(generation);
  if (key === undefined) throw new Error('the key is not there');
  const place = { tenantId, caseId, version, by, generation };
  return { sealed: await sealSubjectCard(key, createSubjectCard(...about), place), version, by, generation };
}
const [first, second, third] = [newCaseId(), newCaseId(), newCaseId()];
const jones: Partial<Subject> = { numbers: ['4321'], surname: 'Jones' };
const evans: Partial<Subject> = { surname: 'Evans', forenames: 'Mair' };
interface Named {
  readonly caseId: CaseId;
  readonly card: Card;
  readonly position?: number;
}
const placeOf = ({ card, position = 0 }: Named) => ({ of: digestOfSeal(card.sealed), position });
/** The cases of an answer, in each of which stands what these pairs say. */
const answerOf = (
  cards: readonly Named[],
  pairs: readonly (readonly [Named, Named])[],
  onlyMine = false,
): PersonGroupAnswer => ({
  tenantId,
  isMore: false,
  cases: [...new Set(cards.map(({ caseId }) => caseId))].map((caseId, day) => ({
    caseId,
    receivedOn: addDays(today, day),
    cards: cards.filter((one) => one.caseId === caseId).map(({ card }) => card),
    confirmed: pairs
      .flatMap(([one, other]) => (onlyMine ? [[one, other] as const] : [[one, other] as const, [other, one] as const]))
      .filter(([mine]) => mine.caseId === caseId)
      .map(([mine, theirs]) => ({
        other: theirs.caseId,
        by,
        at: '2026-02-01T10:00:00.000Z',
        mine: placeOf(mine),
        theirs: placeOf(theirs),
      })),
  })),
});
const groupsOf = async (answer: PersonGroupAnswer, caseId = first, of = keys) =>
  (await buildPersonGroups(answer, caseId, of)).map(({ reports }) => reports.map((one) => one.caseId));

describe('reports that may be one person’s', () => {
  it('are those that confirmed pairs connect, this case first and the others by day, with who confirmed each', async () => {
    const [a, b, c] = [
      { caseId: first, card: await seal(first, 1, jones) },
      { caseId: second, card: await seal(second, 1, jones) },
      { caseId: third, card: await seal(third, 1, jones) },
    ];
    const answer = answerOf(
      [a, b, c],
      [
        [a, b],
        [b, c],
      ],
    );
    expect(await groupsOf(answer)).toEqual([[first, second, third]]);
    expect(await groupsOf(answer, third)).toEqual([[third, first, second]]);
    const [group] = await buildPersonGroups(answer, first, keys);
    expect(group?.reports[1]).toEqual({ caseId: second, receivedOn: addDays(today, 1) });
    expect(group?.pairs.map(({ cases }) => cases.toSorted())).toEqual(
      expect.arrayContaining([[first, second].toSorted(), [second, third].toSorted()]),
    );
    expect(group?.pairs).toHaveLength(2);
  });

  it('are not joined by a case that is about two people', async () => {
    const two = await seal(second, 1, jones, evans);
    const [a, b, bEvans, c] = [
      { caseId: first, card: await seal(first, 1, jones) },
      { caseId: second, card: two },
      { caseId: second, card: two, position: 1 },
      { caseId: third, card: await seal(third, 1, evans) },
    ];
    const answer = answerOf(
      [a, b, c],
      [
        [a, b],
        [bEvans, c],
      ],
    );
    expect(await groupsOf(answer)).toEqual([[first, second]]);
    expect(await groupsOf(answer, second)).toEqual([
      [second, first],
      [second, third],
    ]);
  });

  it('are joined by an earlier card and a later one that say the same of somebody, or share a number', async () => {
    const [a, before, after, renamed, c] = [
      { caseId: first, card: await seal(first, 1, jones) },
      { caseId: second, card: await seal(second, 1, jones) },
      { caseId: second, card: await seal(second, 2, evans, { numbers: ['4321'], surname: 'Joness' }), position: 1 },
      { caseId: second, card: await seal(second, 3, evans) },
      { caseId: third, card: await seal(third, 1, jones) },
    ];
    expect(
      await groupsOf(
        answerOf(
          [a, before, after, c],
          [
            [a, before],
            [after, c],
          ],
        ),
      ),
    ).toEqual([[first, second, third]]);
    expect(
      await groupsOf(
        answerOf(
          [a, before, renamed, c],
          [
            [a, before],
            [renamed, c],
          ],
        ),
      ),
    ).toEqual([[first, second]]);
  });

  it('are none where only one of two cases says so, or they name different places', async () => {
    const [a, b] = [
      { caseId: first, card: await seal(first, 1, jones, evans) },
      { caseId: second, card: await seal(second, 1, jones) },
    ];
    expect(await groupsOf(answerOf([a, b], [[a, b]], true))).toEqual([]);
    const answer = answerOf([a, b], [[a, b]]);
    const elsewhere = ({ confirmed, ...one }: GroupedCase): GroupedCase => ({
      ...one,
      confirmed: confirmed.map((its) => ({ ...its, theirs: { ...its.theirs, position: 1 } })),
    });
    const moved = answer.cases.map((one) => (one.caseId === second ? elsewhere(one) : one));
    expect(await groupsOf({ ...answer, cases: moved })).toEqual([]);
  });

  it('are none by a card that is withdrawn, forged, of another case or version, without that place, or under a closed key', async () => {
    const [a, b] = [
      { caseId: first, card: await seal(first, 1, jones) },
      { caseId: second, card: await seal(second, 1, jones) },
    ];
    const wrong: readonly Named[] = [
      { ...b, card: { ...b.card, version: 2 } },
      { ...b, card: { ...b.card, by: toPersonId('somebody-else') } },
      { ...b, card: await seal(third, 1, jones) },
      { ...b, card: { ...b.card, sealed: a.card.sealed } },
      { ...b, card: { ...b.card, sealed: `AAAA${b.card.sealed.slice(4)}` } },
      { ...b, card: { ...b.card, sealed: 'AAAA' } },
      { ...b, position: 4 },
    ];
    for (const other of wrong) expect(await groupsOf(answerOf([a, other], [[a, other]]))).toEqual([]);
    expect(await groupsOf(answerOf([a, b], [[a, b]]))).toEqual([[first, second]]);
    expect(await groupsOf(answerOf([a, b], [[a, b]]), first, new Map())).toEqual([]);
    // The server hands out no withdrawn card.
    const answer = answerOf([a, b], [[a, b]]);
    const without = answer.cases.map((one) => (one.caseId === second ? { ...one, cards: [] } : one));
    expect(await groupsOf({ ...answer, cases: without })).toEqual([]);
  });
});
