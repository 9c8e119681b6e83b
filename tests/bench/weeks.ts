import { addDays } from '../../concerns/terms/calendar.ts';
import { countFromCases } from '../../summary/closed-weeks.ts';
import { isAboutDocuments } from '../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { casesOfTheWeek, weekInHistory } from '../support/summary/week-in-history.ts';
import { quantile } from './figures.ts';
import { unitsOfPointRead } from './request-units.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { type CountedStore, countedCosmos, countedSqlite, sunday, week } from './weeks-stores.ts';

const warmUps = 5;
const most = atMost(1.2);
/** A case with a report of some 2,000 characters, sealed. */
const reportKilobytes = 9;
const shown = (count: number): string => count.toLocaleString('en-GB');

interface OfSize extends CountedStore {
  readonly history: number;
}

const countOnce = ({ deps }: CountedStore) =>
  countFromCases(deps, { week, handledBy: 'acu', countedOn: addDays(sunday, 1) });

/** What a count of the week takes in each store: in turn, so that what else the machine does falls on all alike. */
async function mediansOf(stores: readonly OfSize[], rounds: number): Promise<ReadonlyMap<OfSize, number>> {
  const times = new Map<OfSize, number[]>(stores.map((store) => [store, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [store, ms] of times) {
      const began = performance.now();
      await countOnce(store);
      if (round >= warmUps) ms.push(performance.now() - began);
    }
  }
  return new Map([...times].map(([store, ms]) => [store, quantile(ms, 0.5)]));
}

/** The largest over the smallest: NaN where there is none. */
const ratioOf = (values: readonly number[]): number => (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN);

/** One week of a hundred cases, counted from its cases in histories of every size. */
export async function measureOneWeek({ historyCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const stores: OfSize[] = [];
  for (const history of historyCounts) {
    stores.push({ history, ...(await countedSqlite(history + casesOfTheWeek, weekInHistory(week, history))) });
  }
  const medians = await mediansOf(stores, caseRounds);
  const row = rowsOf(`One week of ${casesOfTheWeek} cases in SQLite, counted from its cases`);
  const ratio = rowsOf('The same, the largest history over the smallest');
  const found: { readonly store: OfSize; readonly ms: number; readonly cases: number }[] = [];
  for (const [store, ms] of medians) {
    const { queries } = store.deps;
    const open = await queries.openAt(sunday, 'acu');
    const read = (await queries.ofWeek(week, 'acu')).length + open.reduce((sum, { cases }) => sum + cases, 0);
    found.push({ store, ms, cases: read });
    await store.close();
  }
  return [
    ...found.flatMap(({ store: { history }, ms, cases }) => [
      row(`among ${shown(history)}: p50`, ms, 'ms'),
      row(`among ${shown(history)}: cases read, of the week and open`, cases, 'cases'),
    ]),
    ratio('p50', ratioOf(found.map(({ ms }) => ms)), 'times', most),
    ratio('cases read', ratioOf(found.map(({ cases }) => cases)), 'times', most),
  ];
}

/** What a count asks of the stand-in: requests about documents, and how many of these it looks at to answer. */
async function askedBy(cosmos: StrictCosmos, store: CountedStore) {
  const [requests, lookedAt] = [cosmos.requests.length, cosmos.lookedAt()];
  await countOnce(store);
  return {
    requests: cosmos.requests.slice(requests).filter(isAboutDocuments).length,
    lookedAt: cosmos.lookedAt() - lookedAt,
  };
}

/** The same in the stand-in for Cosmos DB: what is asked of it, since how fast it answers is the stand-in's own matter. */
export async function measureOneWeekInCosmos({ cosmosHistoryCounts, caseRounds }: Scale): Promise<readonly Row[]> {
  const cosmos = await startStrictCosmos({ tls: true });
  const stores: OfSize[] = [];
  for (const history of cosmosHistoryCounts) {
    stores.push({ history, ...(await countedCosmos(cosmos, history + casesOfTheWeek, weekInHistory(week, history))) });
  }
  const medians = await mediansOf(stores, Math.ceil(caseRounds / 10));
  const row = rowsOf(`One week of ${casesOfTheWeek} cases in the stand-in for Cosmos DB, counted from its cases`);
  const ratio = rowsOf('The same in the stand-in, the largest history over the smallest');
  const found: Awaited<ReturnType<typeof askedBy>>[] = [];
  const rows: Row[] = [];
  for (const [store, ms] of medians) {
    const asked = await askedBy(cosmos, store);
    const among = `among ${shown(store.history)}`;
    rows.push(
      row(`${among}: documents looked at`, asked.lookedAt, 'documents'),
      row(
        `${among}: units, were each of them read by its id`,
        asked.lookedAt * unitsOfPointRead(reportKilobytes),
        'RU',
      ),
      row(`${among}: requests`, asked.requests, 'requests'),
      row(`${among}: p50, of which most is the stand-in's`, ms, 'ms'),
    );
    found.push(asked);
    await store.close();
  }
  await cosmos.stop();
  return [
    ...rows,
    ratio('documents looked at', ratioOf(found.map(({ lookedAt }) => lookedAt)), 'times', most),
    ratio('requests', ratioOf(found.map(({ requests }) => requests)), 'times', most),
  ];
}
