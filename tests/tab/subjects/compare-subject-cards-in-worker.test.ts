import { describe, expect, it } from '@jest/globals';
import type { SubjectCardsPage } from '../../../core/casework/subject-cards.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { Result } from '../../../tab/ui/tab-context.ts';
import { fetchSubjectCards, type SubjectCardsCall } from '../../../tab/subjects/compare-subject-cards-in-worker.ts';
import type { SubjectCardsAnswer } from '../../../contract/subject-cards.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createSealedCard } from '../../support/subjects/sealed-cards.ts';

const tenantId = 'tenant';
const cards: SubjectCardsPage['cards'] = Array.from({ length: 7 }, () => ({
  caseId: newCaseId(),
  card: { ...createSealedCard(1, '0123456789abcdef'), by: toPersonId('a-handler') },
})).toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1));
const page = (of: SubjectCardsPage['cards'], next?: CaseId): Result<SubjectCardsAnswer> => ({
  ok: true,
  value: { cards: of, former: of, tenantId, handledBy: 'acu', ...(next === undefined ? { cases: 9 } : { next }) },
});
/** A server that hands out three cards at a time. */
const inThrees: SubjectCardsCall = async (_, { after }) => {
  const rest = cards.filter(({ caseId }) => after === undefined || caseId > after);
  const of = rest.slice(0, 3);
  return page(of, rest.length > 3 ? of.at(-1)?.caseId : undefined);
};

describe('the cards that a page fetches', () => {
  it('are all of them, each once and in their order, however many answers they come in', async () => {
    expect(await fetchSubjectCards(inThrees, 'acu')).toEqual({ ok: true, cards, former: cards, tenantId, cases: 9 });
  });

  it('are none where one of the answers is a refusal: a part of them would be compared as if it were all', async () => {
    const refusal = { code: 'tooOften' } as const;
    const stops: SubjectCardsCall = (name, asked) =>
      asked.after === undefined ? inThrees(name, asked) : Promise.resolve({ ok: false, refusal });
    expect(await fetchSubjectCards(stops, 'acu')).toEqual({ ok: false, refusal });
  });

  it('are not asked for without end by a server that never goes on', async () => {
    let asked = 0;
    const [first] = cards;
    const again: SubjectCardsCall = async () => {
      asked += 1;
      return page(cards.slice(0, 1), first?.caseId);
    };
    expect(await fetchSubjectCards(again, 'acu')).toMatchObject({ ok: true });
    expect(asked).toBe(2);
  });
});
