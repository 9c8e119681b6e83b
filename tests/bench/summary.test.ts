import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { rowSchema } from './row.ts';

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const outcomeSchema = z.object({ rows: z.array(rowSchema), failed: z.array(z.unknown()) });
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What it times means nothing here: that is for a quiet machine and the whole run.
it('measures the figures of weeks to the end, and a week reads as much in each history', async () => {
  const out = join(folder, 'bench-summary.json');
  const env = { PATH: process.env['PATH'], BENCH_QUICK: '1', BENCH_OUT: out };
  await promisify(execFile)(process.execPath, ['--no-warnings', bench, 'summary'], { env });
  const { rows, failed } = outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(failed).toEqual([]);
  expect(new Set(rows.map(({ group }) => group)).size).toBe(6);
  expect(rows.every(({ value }) => Number.isFinite(value))).toBe(true);
  const values = (unit: string) => [...new Set(rows.filter((row) => row.unit === unit).map(({ value }) => value))];
  expect(values('cases')).toEqual([410]);
  expect(values('documents')).toEqual([770]);
  expect(values('requests')).toEqual([3]);
  const ratios = rows.filter(({ unit, name }) => unit === 'times' && name !== 'p50');
  expect(ratios.map(({ value }) => value)).toEqual([1, 1, 1]);
});
