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
it('measures what is asked among many cases to the end, and makes a copy beside reports', async () => {
  const out = join(folder, 'bench-scale.json');
  const env = { PATH: process.env['PATH'], BENCH_QUICK: '1', BENCH_OUT: out };
  await promisify(execFile)(process.execPath, ['--no-warnings', bench, 'scale'], { env });
  const { rows, failed } = outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
  expect(failed).toEqual([]);
  expect(new Set(rows.map(({ group }) => group)).size).toBe(2);
  expect(rows.filter(({ value }) => !Number.isFinite(value))).toEqual([]);
  // Each question by how long it took and by how long it held everybody up.
  const held = rows.filter(({ name }) => name.endsWith(': held up everybody for'));
  expect(held.length).toBe(
    rows.filter(({ name, unit, group }) => unit === 'ms' && name.endsWith(': longest') && group.startsWith('SQLite'))
      .length,
  );
  expect(rows.filter(({ unit, value }) => unit === 'GB' && value > 0)).toHaveLength(1);
});
