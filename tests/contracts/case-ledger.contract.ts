import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../concerns/case-record.ts';
import { saveCases } from './listed-cases.ts';
import { type OpenStore, withStore } from './open-store.ts';
import { aCase } from './records.ts';

/** What every CaseLedger promises. */
export function caseLedgerContract(name: string, open: OpenStore): void {
  describe(`CaseLedger of ${name}`, () => {
    it(
      'is empty where there is no case',
      withStore(open, async (store) => {
        expect(await store.ledger.from(undefined, 10)).toEqual([]);
      }),
    );

    it(
      'gives every case whole, whoever handles it, in the order of references and page by page',
      withStore(open, async (store) => {
        const records = Array.from({ length: 23 }, (_, at) =>
          aCase({ handledBy: at % 4 === 0 ? 'reserve' : 'acu', excluded: at % 3 === 0 ? ['a-handler'] : [] }),
        );
        await saveCases(store, ...records);
        const found: CaseRecord[] = [];
        for (;;) {
          const page = await store.ledger.from(found.at(-1)?.caseId, 5);
          expect(page.length).toBeLessThanOrEqual(5);
          if (page.length === 0) break;
          found.push(...page);
        }
        expect(found).toEqual(records.sort((one, other) => (one.caseId < other.caseId ? -1 : 1)));
      }),
    );
  });
}
