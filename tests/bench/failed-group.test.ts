import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { machineSchema } from './machine.ts';
import { rowSchema, rowsOf } from './row.ts';
import { runGroups } from './run-groups.ts';

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const outcomeSchema = z.object({
  machine: machineSchema,
  rows: z.array(rowSchema),
  failed: z.array(z.object({ group: z.string(), thrown: z.string() })),
});
const written = (path: string) => outcomeSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const row = rowsOf('made up')('a figure', 7, 'ms');
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a group of the bench that fails', () => {
  it('is named in the file, which has what the others measured before it and after it', async () => {
    const file = join(folder, 'with-one-failed.json');
    const said: string[] = [];
    const broken = async () => {
      // What was measured so far is kept by then, should the whole be ended from outside.
      expect(written(file).rows).toEqual([row]);
      throw new TypeError('planted');
    };
    const groups = { first: async () => [row], broken, last: async () => [row] };
    await runGroups(groups, file, (text) => said.push(text));
    const failed = [{ group: 'broken', thrown: 'TypeError: planted' }];
    expect(written(file)).toMatchObject({ rows: [row, row], failed });
    expect(said.join('\n')).toContain('Failed: broken: TypeError: planted');
  });

  it.each([
    [['steps', 'latency'], ['steps', 'latency'], []],
    [['cases'], ['sqlite'], ['Tab, gzip']],
  ])('ends %j with 1, whatever it left open, and a file all the same', async (asked, failed, kept) => {
    const file = join(folder, `${asked.join('-')}.json`);
    // Nothing can be kept beneath a file: whatever wants a folder fails, and the rest does not.
    const noFolder = join(folder, 'file');
    writeFileSync(noFolder, '');
    const env = { PATH: process.env['PATH'], BENCH_QUICK: '1', BENCH_OUT: file, TMPDIR: noFolder };
    const run = promisify(execFile)(process.execPath, ['--no-warnings', bench, ...asked], { env });
    await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('Failed, and not measured') });
    const outcome = written(file);
    expect(outcome.failed.map(({ group }) => group)).toEqual(failed);
    expect(outcome.rows.map(({ group }) => group)).toEqual(expect.arrayContaining(kept));
  });
});
