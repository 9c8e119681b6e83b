import { z } from 'zod';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { today } from '../../support/contracts/records.ts';
import type { MakeCase } from '../../support/summary/week-in-history.ts';
import { filesExcept, filesFor, firstLoad, totalKilobytes } from '../../support/tab/built-tab.ts';
import { firstBudget, weighTab } from '../../support/tab/page-budgets.ts';
import { generateCases, limitHistory, viewer } from '../generated-cases.ts';
import { quantile } from '../statistics.ts';
import { type FilledStore, createFilledCosmos, createFilledSqlite, sealedReport } from '../filled-stores.ts';
import type { Group } from '../group.ts';
import { listQueries, readOverview } from '../queries.ts';
import { pointReadUnits } from '../request-units.ts';
import { atMost, type Row, createRows } from '../row.ts';
import { runInterleaved, measureMs } from '../timing.ts';

const shown = (count: number): string => count.toLocaleString('en-GB');

/** The same page from what is sealed beside it alone, as if there were no columns and no indexes. */
const scan = `SELECT record ->> 'caseId' FROM cases
  WHERE record ->> 'handledBy' = 'acu' AND record ->> 'status' <> 'closed' AND record ->> 'urgency' = 'urgent'
    AND NOT EXISTS (SELECT 1 FROM json_each(record, '$.excluded') WHERE value = ?)
  ORDER BY record ->> 'receivedOn' DESC, record ->> 'caseId' LIMIT 50`;

/** Cases that a store is filled with. */
interface Mix {
  readonly name: string;
  readonly cases: readonly CaseRecord[];
  /** Whether the largest store must answer about as fast as this one: only its history is longer. */
  readonly isLike: boolean;
}

/**
 * The cases of each store, the most of them last. Of those of the second size there are two: a unit a tenth as large, and
 * the unit of the largest store with a shorter history.
 */
function mixesOf(counts: readonly number[]): readonly Mix[] {
  const all = counts.map((count) => ({
    name: `${shown(count)} cases`,
    cases: generateCases(count, today),
    isLike: false,
  }));
  const [fewer, most] = [counts.at(-2), all.at(-1)];
  if (fewer === undefined || most === undefined) return all;
  const cases = limitHistory(most.cases, fewer, today);
  return [...all.slice(0, -1), { name: `${shown(fewer)} cases, as much in hand`, cases, isLike: true }, most];
}

/** Stores with all cases of each mix, with the same seal in each. */
async function filled<S extends FilledStore>(
  mixes: readonly Mix[],
  seal: string,
  fill: (count: number, make: MakeCase) => Promise<S>,
) {
  const stores: (S & Mix)[] = [];
  for (const mix of mixes) {
    const make: MakeCase = (at, caseId) => {
      const record = mix.cases[at];
      if (record === undefined) throw new Error('no such case');
      return { ...record, caseId, sealedReport: seal };
    };
    stores.push({ ...mix, ...(await fill(mix.cases.length, make)) });
  }
  return stores;
}

type Sized = FilledStore & Pick<Mix, 'name' | 'isLike'>;
const doneSchema = z.looseObject({ value: z.looseObject({ rows: z.array(z.unknown()).optional() }) });

/** How fast the same is asked of all stores, how many cases each answer shows, and the largest store over each other one. */
async function rowsOfStores(
  kind: string,
  stores: readonly Sized[],
  rounds: number,
  afterRound: () => void = () => undefined,
): Promise<readonly Row[]> {
  const all = stores.flatMap((of) =>
    Object.entries(listQueries(of.store, of.cases)).map(([what, ask]) => ({ of, what, ask })),
  );
  // Each question of all stores one after the other.
  const whats = [...new Set(all.map(({ what }) => what))];
  const sorted = whats.flatMap((what) => all.filter((one) => one.what === what));
  const times = await runInterleaved(new Map(sorted.map((one) => [one, one.ask])), measureMs, rounds, { afterRound });
  const found = new Map<string, { readonly p95: number; readonly length: number | undefined }>();
  const rows: Row[] = [];
  for (const one of all) {
    const row = createRows(`${kind}, ${one.of.name}`);
    const ms = times.get(one) ?? [];
    const p95 = quantile(ms, 0.95);
    const length = doneSchema.parse(JSON.parse(await one.ask(0))).value.rows?.length;
    found.set(`${one.of.name} ${one.what}`, { p95, length });
    rows.push(
      row(`${one.what}: p50`, quantile(ms, 0.5), 'ms'),
      row(`${one.what}: p95`, p95, 'ms', atMost(100)),
      ...(length === undefined ? [] : [row(`${one.what}: shown`, length, 'cases')]),
    );
  }
  const most = stores.at(-1)?.name ?? '';
  const ratios = stores.slice(0, -1).flatMap(({ name, isLike }) => {
    const row = createRows(`${kind}, p95 of ${most} over that of ${name}`);
    return whats.map((what) => {
      const [less, more] = [found.get(`${name} ${what}`), found.get(`${most} ${what}`)];
      // Fifty rows take longer to read and write out than eight, however they are found.
      const goal = isLike && less?.length === more?.length ? atMost(1.5) : undefined;
      return row(`${what}: ratio`, (more?.p95 ?? Number.NaN) / (less?.p95 ?? Number.NaN), 'times', goal);
    });
  });
  return [...rows, ...ratios];
}

/** What each question asks of the stand-in: requests about documents, and how many of these it looks at to answer. */
async function rowsOfRequests(cosmos: StrictCosmos, { store, cases, name }: Sized): Promise<readonly Row[]> {
  const row = createRows(`Asked of the Cosmos DB stand-in, ${name}`);
  const rows: Row[] = [];
  for (const [what, ask] of Object.entries(listQueries(store, cases))) {
    cosmos.forgetRequests();
    const before = cosmos.documentsRead();
    await ask(0);
    rows.push(
      row(`${what}: requests, plans counted`, cosmos.requests.filter(isDocumentRequest).length, 'requests'),
      row(`${what}: documents looked at`, cosmos.documentsRead() - before, 'documents'),
    );
  }
  return rows;
}

/** Whoever has a case opened its report when it came in, and when it was last worked on. */
const openingsOf = ({ caseId, receivedOn, updatedOn = receivedOn, assignee = viewer }: CaseRecord) =>
  [receivedOn, updatedOn].map(
    (day, place): EventRecord => ({
      caseId,
      sequence: place + 2,
      kind: 'consulted',
      by: { objectId: assignee },
      at: `${day}T10:00:00.000Z`,
      previous: 'hash',
      hash: 'hash',
    }),
  );

/** What the supervisor's page asks of the stand-in: of a unit as it is, and with as much in hand, but a shorter history. */
async function rowsOfOverview(cosmos: StrictCosmos, counts: readonly number[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const fill = (count: number, make: MakeCase) => createFilledCosmos(cosmos, count, make, openingsOf);
  for (const { name, store, close } of await filled(mixesOf(counts), sealedReport, fill)) {
    const row = createRows(`The supervisor’s page, asked of the Cosmos DB stand-in, ${name}`);
    cosmos.forgetRequests();
    const before = cosmos.documentsRead();
    await readOverview(store);
    const documents = cosmos.documentsRead() - before;
    rows.push(
      row('requests, plans counted', cosmos.requests.filter(isDocumentRequest).length, 'requests'),
      row('documents looked at', documents, 'documents'),
      row('units, were each of them read by its id', documents * pointReadUnits(sealedReport.length / 1_024), 'RU'),
    );
    await close();
  }
  return rows;
}

function weightRows(): readonly Row[] {
  const first = filesFor(firstLoad);
  const row = createRows('Tab, gzip');
  return [
    row('first load, with the list of cases', totalKilobytes(first), 'kB', atMost(firstBudget)),
    ...weighTab()
      .filter(({ part }) => part.endsWith('-page.tsx'))
      .map(({ part, budget, files }) =>
        row(`beside it, ${part}`, totalKilobytes(files), 'kB', atMost(budget?.maxKilobytes ?? 0)),
      ),
    row('loaded later, all parts together', totalKilobytes(filesExcept(first)), 'kB'),
  ];
}

export const cases: Group = {
  name: 'cases',
  title: 'lists among many cases, by both stores, and the weight of the page that shows them',
  takes: 'twelve minutes',
  cells: ['p95', 'shown', 'ratio'],
  async *measure({ cases: { counts, rounds } }) {
    yield weightRows();
    const mixes = mixesOf(counts);
    const files = await filled(mixes, sealedReport, createFilledSqlite);
    yield await rowsOfStores('SQLite', files, rounds);
    const row = createRows('Measured beside it: open and urgent, SQLite without columns and indexes');
    for (const { name, file } of files) {
      const times = await runInterleaved(new Map([[name, () => file.rows(scan, viewer)]]), measureMs, 5, {
        warmUps: 0,
      });
      yield [row(`${name}: p50`, quantile(times.get(name) ?? [], 0.5), 'ms')];
    }
    for (const file of files) await file.close();

    const cosmos = await startStrictCosmos({ tls: true });
    // No list reads a seal: a short one, since the stand-in keeps all in memory.
    const fill = (count: number, make: MakeCase) => createFilledCosmos(cosmos, count, make);
    const stores = await filled(mixes, sealedReport.slice(0, 400), fill);
    // What it remembers of a hundred thousand requests would be gone through whenever garbage is collected.
    yield await rowsOfStores('Cosmos DB stand-in', stores, rounds, () => cosmos.forgetRequests());
    for (const store of stores.slice(-1)) yield await rowsOfRequests(cosmos, store);
    for (const store of stores) await store.close();
    yield await rowsOfOverview(cosmos, counts.slice(0, 2));
    await cosmos.stop();
  },
};
