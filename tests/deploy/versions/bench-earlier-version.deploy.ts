import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { rowSchema } from '../../bench/row.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const bench = fileURLToPath(new URL('../../bench/bench.ts', import.meta.url));
const outcomeSchema = z.object({ rows: z.array(rowSchema), failed: z.array(z.object({ thrown: z.string() })) });

// What it times means nothing here. A figure that is none says that somebody was not led on, by either version.
it('a short run of the bench beside an earlier version leads everybody to a receipt, by both', async () => {
  const folder = createTemporaryFolder();
  const out = join(folder, 'beside.json');
  const env = { PATH: process.env['PATH'], BENCH_OUT: out };
  await promisify(execFile)(process.execPath, ['--no-warnings', bench, '--quick', 'beside'], { env });
  const { rows, failed } = outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
  rmSync(folder, { recursive: true });
  expect(failed).toEqual([]);
  expect(rows.filter(({ goal }) => goal !== undefined)).toHaveLength(2);
  for (const { value } of rows) expect(Number.isFinite(value)).toBe(true);
});
