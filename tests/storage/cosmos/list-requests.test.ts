import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../core/model/calendar.ts';
import { createCaseWriteBuilder } from '../../../storage/cosmos/case-documents.ts';
import { unrestrictedViewer } from '../../../core/ports/case-store.ts';
import type { Store } from '../../../core/ports/store.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { createCase, today } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';

let cosmos: StrictCosmos;
let store: Store;
beforeAll(async () => {
  cosmos = await startStrictCosmos({ tls: true });
  const database = await createDatabase(cosmos);
  for (let at = 0; at < 119; at += 1) {
    const record = createCase({ receivedOn: addDays(today, -Math.floor(at / 7)) });
    const { resourceBody } = createCaseWriteBuilder().addCase(record);
    cosmos.put(database.name, 'cases', resourceBody);
  }
  store = database.open();
});
afterAll(async () => {
  await store.close();
  await cosmos.stop();
});

/** How many questions something asks of the database, their plans left out. */
async function questionsOf(
  work: () => Promise<readonly unknown[]>,
): Promise<readonly [questions: number, found: number]> {
  const before = cosmos.requests.length;
  const found = await work();
  return [cosmos.requests.slice(before).filter(isDocumentRequest).length, found.length];
}
const ofTheUnit = { handledBy: 'acu', viewer: unrestrictedViewer } as const;

// What a list takes in Azure is its round trips: each is some milliseconds, whatever it brings.
describe('in Cosmos DB', () => {
  it('a page of a list comes in one answer', async () => {
    expect(await questionsOf(() => store.list.page(ofTheUnit, undefined, 50))).toEqual([1, 50]);
  });

  it('a list of several walks asks each once, and again only the one that the page ends with', async () => {
    const timeLimits = { acknowledge: 1, triage: 5, update: 28 };
    const question = { ...ofTheUnit, status: 'open', order: { by: 'dueFirst', timeLimits } } as const;
    // Three clocks and the days of referrals. Of fifty cases, seven on each day, the last one's day is cut short.
    expect(await questionsOf(() => store.list.page(question, undefined, 50))).toEqual([5, 50]);
  });

  it('a day with more cases than a page is asked for by itself', async () => {
    const question = { ...ofTheUnit, status: 'open', order: { by: 'unansweredFirst' } } as const;
    expect(await questionsOf(() => store.list.page(question, undefined, 5))).toEqual([4, 5]);
  });
});
