import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { saveCases } from '../support/contracts/listed-cases.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, now, today } from '../support/contracts/records.ts';

/** What every CaseLedger promises. */
export function caseLedgerContract(name: string, open: OpenStore): void {
  describe(`CaseLedger of ${name}`, () => {
    it(
      'is empty where there is no case',
      withOpenStore(open, async (store) => {
        expect(await store.ledger.page(undefined, 10)).toEqual([]);
      }),
    );

    it(
      'gives every case whole, whoever handles it, in the order of references and page by page',
      withOpenStore(open, async (store) => {
        const records = Array.from({ length: 23 }, (_, at) =>
          createCase({
            handledBy: at % 4 === 0 ? 'reserve' : 'acu',
            excluded: at % 3 === 0 ? [toPersonId('a-handler')] : [],
          }),
        );
        await saveCases(store, ...records);
        const found: CaseRecord[] = [];
        for (;;) {
          const page = await store.ledger.page(found.at(-1)?.caseId, 5);
          expect(page.length).toBeLessThanOrEqual(5);
          if (page.length === 0) break;
          found.push(...page);
        }
        expect(found).toEqual(records.sort((one, other) => (one.caseId < other.caseId ? -1 : 1)));
      }),
    );

    it(
      'says of every case that what stands beside it is its own, whatever was done to it',
      withOpenStore(open, async (store) => {
        const records = [
          createCase(),
          createCase({
            handledBy: 'reserve',
            urgency: 'urgent',
            assignee: toPersonId('somebody'),
            excluded: [toPersonId('One'), toPersonId('one'), toPersonId('two')],
          }),
          createCase({ status: 'closed', closedOn: today, referral: { decision: 'refer', on: today, dueOn: today } }),
        ];
        await saveCases(store, ...records);
        for (const { caseId } of records) {
          const [found, alert] = [await store.cases.read(caseId), await store.outbox.read(caseId)];
          if (!found || !alert) throw new Error('the case is gone');
          expect(await store.ledger.readIndexState(caseId)).toEqual({
            isIndexConsistent: true,
            alert: alert.value,
            isAlertConsistent: true,
          });
          const posted = {
            ...alert.value,
            state: 'posted' as const,
            leasedUntil: now.toISOString(),
            posts: [{ conversationId: 'a', activityId: 'b', serviceUrl: 'c', postedAt: now.toISOString() }],
          };
          const value = { ...found.value, excluded: [...found.value.excluded, toPersonId('three')], reviewOn: today };
          await store.cases.change({ case: { ...found, value }, alert: { ...alert, value: posted }, events: [] });
          expect(await store.ledger.readIndexState(caseId)).toEqual({
            isIndexConsistent: true,
            alert: posted,
            isAlertConsistent: true,
          });
        }
        expect(await store.ledger.readIndexState(createCase().caseId)).toBeUndefined();
      }),
    );
  });
}
