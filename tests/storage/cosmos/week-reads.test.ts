import { describe, expect, it } from '@jest/globals';
import { addDays, mondayOf } from '../../../core/model/calendar.ts';
import { caseWrite } from '../../../storage/cosmos/case-documents.ts';
import { countFromCases } from '../../../summary/figures/closed-weeks.ts';
import { isAboutDocuments } from '../../fakes/cosmos-service.ts';
import { freshCaseId } from '../../support/contracts/records.ts';
import { newDatabase } from '../../support/storage/cosmos-database.ts';
import { aWeek, rule } from '../../support/summary/figures.ts';
import { casesOfTheWeek, weekInHistory } from '../../support/summary/week-in-history.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

const week = aWeek('2026-W13');

/** What is asked when a week is counted among so many older cases, and how many documents are looked at to answer. */
async function askedAmong(history: number) {
  const database = await newDatabase(cosmos);
  const make = weekInHistory(week, history);
  for (let at = 0; at < history + casesOfTheWeek; at += 1) {
    cosmos.put(database.name, 'cases', caseWrite().addCase(make(at, freshCaseId())).resourceBody);
  }
  const store = database.open();
  const [requests, lookedAt] = [cosmos.requests.length, cosmos.lookedAt()];
  const countedOn = addDays(mondayOf(week), 7);
  const { received } = await countFromCases(
    { queries: store.queries, limitDays: 3, rule },
    { week, handledBy: 'acu', countedOn },
  );
  await store.close();
  return {
    received,
    requests: cosmos.requests.slice(requests).filter(isAboutDocuments).length,
    lookedAt: cosmos.lookedAt() - lookedAt,
  };
}

describe('a week that is counted in Cosmos DB', () => {
  it('looks at as many documents in a long history as in a short one, in three requests', async () => {
    const [short, long] = [await askedAmong(400), await askedAmong(2_400)];
    expect(long).toEqual(short);
    expect(long).toMatchObject({ received: casesOfTheWeek, requests: 3 });
    // A document for each of its days that is asked about, and those that are open: fewer than the history has.
    expect(long.lookedAt).toBeLessThan(1_000);
  });
});
