import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueLedger } from '../../concerns/ports/issue-ledger.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { countWeeks } from '../../summary/count-weeks.ts';
import { type Period, weeksOf } from '../../summary/periods.ts';
import { pullSummary, type SummaryRequest } from '../../summary/pull/pull-summary.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { weeksUpTo } from '../support/summary/week-in-history.ts';
import { quantile } from './figures.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { type CountedStore, countedSqlite, week } from './weeks-stores.ts';

const shown = (count: number): string => count.toLocaleString('en-GB');
const quarter: Period = { kind: 'rolling', weeks: 13, upTo: week };
const yearToMarch: Period = { kind: 'yearToMarch', begins: 2025 };
const second = atMost(1_000);
const fifth = atMost(200);

async function times(rounds: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const ms: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    ms.push(performance.now() - began);
  }
  return ms;
}
const once = async (work: () => Promise<unknown>): Promise<number> => (await times(1, work))[0] ?? Number.NaN;

/** Pulls a summary; throws where none comes, since then nothing was measured. */
async function pulled(deps: CountedStore['deps'], asked: Pick<SummaryRequest, 'audience' | 'period'>): Promise<void> {
  const { kind } = await pullSummary(deps, { ...asked, language: 'en' });
  if (kind !== 'summary') throw new Error(`no summary: ${kind}`);
}

/** Thirteen weeks with many cases, counted for the first time and then read; and a year to March. */
export async function measurePeriods({ weekCases, caseRounds }: Scale): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const each of weekCases) {
    const row = rowsOf(`Thirteen weeks of ${shown(13 * each)} cases, ${shown(each)} each`);
    const { deps, close } = await countedSqlite(13 * each, weeksUpTo(week, 13));
    const first = await once(() => countWeeks(deps, weeksOf(quarter), 'acu'));
    const ofUnit = (period: Period) => () => pulled(deps, { audience: 'acu', period });
    // The weeks that a period is compared with are counted here, once and for ever.
    await ofUnit(quarter)();
    await ofUnit(yearToMarch)();
    rows.push(
      row('counted from their cases, the first time', first, 'ms', second),
      row('pulled from frozen weeks: p95', quantile(await times(caseRounds, ofUnit(quarter)), 0.95), 'ms', second),
      row(
        'a year to March from frozen weeks: p95',
        quantile(await times(caseRounds, ofUnit(yearToMarch)), 0.95),
        'ms',
        fifth,
      ),
    );
    await close();
  }
  return rows;
}

/** Issues to nobody yet, in a file of their own. */
async function withLedger<T>(work: (issues: IssueLedger) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  const store = openSqliteStore(join(folder, 'issues.db'));
  try {
    return await work(store.issues);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A year to March as wider readers have it, before which all that it is made of is issued: its weeks, blocks and
 * quarters, and the year that it is compared with.
 */
export async function measureWiderYear({ yearCases, rounds, caseRounds }: Scale): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const wider = { audience: 'wider', period: yearToMarch } as const;
  for (const each of yearCases) {
    const row = rowsOf(`A year to March for wider readers, beside the one before: ${shown(each)} cases a week`);
    const { deps, close } = await countedSqlite(104 * each, weeksUpTo(week, 104));
    const counted = await once(() => withLedger((issues) => pulled({ ...deps, issues }, wider)));
    const first: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await withLedger(async (issues) => first.push(await once(() => pulled({ ...deps, issues }, wider))));
    }
    await pulled(deps, wider);
    const again = await times(caseRounds, () => pulled(deps, wider));
    rows.push(
      row('a first wider year, its weeks counted from their cases first', counted, 'ms'),
      row('a first wider year, of frozen weeks: p50', quantile(first, 0.5), 'ms', fifth),
      row('the same again, from what was issued: p95', quantile(again, 0.95), 'ms', fifth),
    );
    await close();
  }
  return rows;
}
