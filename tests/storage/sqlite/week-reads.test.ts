import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLInputValue } from 'node:sqlite';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import type { SqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createSqliteWeekFigureQueries } from '../../../storage/sqlite/week-figure-queries.ts';
import { countWeekFromCases } from '../../../summary/figures/count-closed-weeks.ts';
import { createFilledFile } from '../../support/storage/fill-sqlite.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { parseTestWeek, rule } from '../../support/summary/figures.ts';
import { weekCaseCount, openCaseCount, createWeekInHistory } from '../../support/summary/week-in-history.ts';

const folder = createTemporaryFolder();
const files: SqliteFile[] = [];
afterAll(() => {
  for (const file of files) file.close();
  rmSync(folder, { recursive: true, force: true });
});

const week = parseTestWeek('2026-W13');
const planSchema = z.object({ detail: z.string() });

/** How many rows come when a week is counted among so many older cases, and by what SQLite looks for them. */
async function readAmong(history: number) {
  const file = await createFilledFile(
    join(folder, `${history}.db`),
    history + weekCaseCount,
    createWeekInHistory(week, history),
  );
  files.push(file);
  let rows = 0;
  const steps: string[] = [];
  const look = (sql: string, values: readonly SQLInputValue[]): void => {
    const plan = file.rows(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => planSchema.parse(row).detail);
    steps.push(...plan.filter((detail) => /\b(?:listed|week_cases)\b|B-TREE/u.test(detail)));
  };
  const watched: SqliteFile = {
    ...file,
    rows: (sql, ...values) => {
      const found = file.rows(sql, ...values);
      rows += found.length;
      look(sql, values);
      return found;
    },
    row: (sql, ...values) => {
      look(sql, values);
      return file.row(sql, ...values);
    },
  };
  const countedOn = addDays(firstDayOfWeek(week), 7);
  const figures = await countWeekFromCases(
    { queries: createSqliteWeekFigureQueries(watched), limitDays: 3, rule },
    { week, handledBy: 'acu', countedOn },
  );
  return { rows, steps, figures };
}

describe('a week that is counted in SQLite', () => {
  it('reads as many rows in a long history as in a short one, and looks for them by the week and by what is open', async () => {
    const [short, long] = [await readAmong(400), await readAmong(2_400)];
    expect(long.rows).toBe(short.rows);
    expect(long.figures.received).toBe(weekCaseCount);
    expect(Object.values(long.figures.open).reduce((sum, each) => sum + each, 0)).toBe(
      openCaseCount + weekCaseCount / 10,
    );
    // Each walks what it finds alone: no step goes through a table, and what is sorted are the days of those found.
    expect(new Set(long.steps)).toEqual(
      new Set([
        'SEARCH week_cases USING PRIMARY KEY (handled_by=? AND week=? AND case_id>?)',
        'SEARCH listed USING COVERING INDEX listed_open_at (handled_by=? AND closed_on=? AND received_on<?)',
        'SEARCH listed USING INDEX listed_by_referral_day (handled_by=? AND referral_due_on<?)',
        'SEARCH listed USING COVERING INDEX listed_open_at (handled_by=? AND closed_on=? AND received_on>? AND received_on<?)',
        'SEARCH listed USING COVERING INDEX listed_open_at (handled_by=? AND closed_on>?)',
      ]),
    );
  });
});
