import { describe, expect, it } from '@jest/globals';
import { caseListItemSchema, type CaseRecord } from '../../core/model/case-record.ts';
import type { CaseSubjectCard } from '../../core/ports/case-store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { saveCases } from '../support/contracts/listed-cases.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase } from '../support/contracts/records.ts';
import { createSealedCard } from '../support/subjects/sealed-cards.ts';

const generation = '0123456789abcdef';
const by = toPersonId('a-handler');
const carded = (differences: Partial<CaseRecord> = {}): CaseRecord =>
  createCase({
    subjectCard: { ...createSealedCard(2, generation), by },
    formerCards: [{ ...createSealedCard(1, generation), by }],
    ...differences,
  });
const inOrder = (records: readonly CaseRecord[]) =>
  records.toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1));

/** What every SubjectCardStore promises. */
export function subjectCardsContract(name: string, open: OpenStore): void {
  describe(`SubjectCardStore of ${name}`, () => {
    it(
      'is empty where no case has a card',
      withOpenStore(open, async (store) => {
        await saveCases(store, createCase(), createCase({ handledBy: 'reserve' }));
        expect(await store.subjectCards.page('acu', undefined, 10)).toEqual([]);
      }),
    );

    it(
      'gives every card of a kind of case with who may have it, in the order of references and page by page',
      withOpenStore(open, async (store) => {
        const records = Array.from({ length: 11 }, (_, at) =>
          carded({
            tenantId: at % 5 === 0 ? 'another' : 'tenant',
            excluded: at % 3 === 0 ? [toPersonId('somebody')] : [],
            status: at % 2 === 0 ? 'closed' : 'inProgress',
          }),
        );
        await saveCases(store, ...records, createCase(), createCase());
        const reserved = carded({ handledBy: 'reserve' });
        await saveCases(store, reserved);
        const found: CaseSubjectCard[] = [];
        for (;;) {
          const page = await store.subjectCards.page('acu', found.at(-1)?.caseId, 4);
          expect(page.length).toBeLessThanOrEqual(4);
          if (page.length === 0) break;
          found.push(...page);
        }
        expect(found).toEqual(
          inOrder(records).map(
            ({ caseId, tenantId, handledBy, excluded, mailboxRecipient, subjectCard, formerCards }) => ({
              caseId,
              access: { tenantId, handledBy, excluded, mailboxRecipient },
              card: subjectCard,
              former: formerCards,
              withdrawn: [],
            }),
          ),
        );
        const [alone] = await store.subjectCards.page('reserve', undefined, 10);
        expect(alone?.card).toEqual(reserved.subjectCard);
      }),
    );

    it(
      'gives the card that stands, and none once it is gone',
      withOpenStore(open, async (store) => {
        const record = carded();
        await saveCases(store, record);
        const next = { ...record, subjectCard: { ...createSealedCard(2, generation), by } };
        const change = async (value: CaseRecord) => {
          const standing = await store.cases.read(record.caseId);
          if (standing === undefined) throw new Error('the case is gone');
          return store.cases.change({ case: { value, version: standing.version }, events: [] });
        };
        expect(await change(next)).toBe('changed');
        expect((await store.subjectCards.page('acu', undefined, 10)).map(({ card }) => card)).toEqual([
          next.subjectCard,
        ]);
        const { subjectCard: _gone, ...without } = next;
        expect(await change(without)).toBe('changed');
        expect(await store.subjectCards.page('acu', undefined, 10)).toEqual([]);
      }),
    );

    it(
      'says which cards were withdrawn',
      withOpenStore(open, async (store) => {
        const [one, other] = [carded({ withdrawnCards: ['d'.repeat(43)] }), carded()];
        await saveCases(store, one, other);
        const found = await store.subjectCards.page('acu', undefined, 10);
        const withdrawn = new Map(found.map((card) => [card.caseId, card.withdrawn]));
        expect([withdrawn.get(one.caseId), withdrawn.get(other.caseId)]).toEqual([['d'.repeat(43)], []]);
      }),
    );

    it(
      'keeps a card out of lists',
      withOpenStore(open, async (store) => {
        const record = carded();
        await saveCases(store, record);
        const listed = await store.list.page({ handledBy: 'acu', viewer: by }, undefined, 10);
        expect(listed).toEqual([caseListItemSchema.parse(record)]);
        expect(JSON.stringify(listed)).not.toContain(record.subjectCard?.sealed);
        expect(JSON.stringify(await store.queries.listWeekCases(record.week, 'acu'))).not.toContain(generation);
      }),
    );
  });
}
