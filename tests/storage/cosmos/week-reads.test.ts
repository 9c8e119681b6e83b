import { describe, expect, it } from '@jest/globals';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { createCaseWriteBuilder } from '../../../storage/cosmos/case-documents.ts';
import { countWeekFromCases } from '../../../summary/figures/count-closed-weeks.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { parseTestWeek, rule } from '../../support/summary/figures.ts';
import { weekCaseCount, createWeekInHistory } from '../../support/summary/week-in-history.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

const week = parseTestWeek('2026-W13');

/** What is asked when a week is counted among so many older cases, and how many documents are looked at to answer. */
async function askedAmong(history: number) {
  const database = await createDatabase(cosmos);
  const make = createWeekInHistory(week, history);
  for (let at = 0; at < history + weekCaseCount; at += 1) {
    cosmos.put(database.name, 'cases', createCaseWriteBuilder().addCase(make(at, newCaseId())).resourceBody);
  }
  const store = database.open();
  const [requests, lookedAt] = [cosmos.requests.length, cosmos.documentsRead()];
  const countedOn = addDays(firstDayOfWeek(week), 7);
  const { received } = await countWeekFromCases(
    { queries: store.queries, limitDays: 3, rule },
    { week, handledBy: 'acu', countedOn },
  );
  await store.close();
  return {
    received,
    requests: cosmos.requests.slice(requests).filter(isDocumentRequest).length,
    lookedAt: cosmos.documentsRead() - lookedAt,
  };
}

describe('a week that is counted in Cosmos DB', () => {
  it('looks at as many documents in a long history as in a short one, in three requests', async () => {
    const [short, long] = [await askedAmong(400), await askedAmong(2_400)];
    expect(long).toEqual(short);
    expect(long).toMatchObject({ received: weekCaseCount, requests: 3 });
    // A document for each of its days that is asked about, and those that are open: fewer than the history has.
    expect(long.lookedAt).toBeLessThan(1_000);
  });
});
