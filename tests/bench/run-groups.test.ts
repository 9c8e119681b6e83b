import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import type { Group } from './group.ts';
import { machineSchema } from './machine.ts';
import { rowSchema, createRows } from './row.ts';
import { runGroups } from './run-groups.ts';
import { createScale } from './scale.ts';

const outcomeSchema = z.object({
  machine: machineSchema,
  rows: z.array(rowSchema),
  failed: z.array(z.object({ group: z.string(), thrown: z.string() })),
});
const written = (path: string) => outcomeSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const row = createRows('made up')('a list: p95', 7, 'ms');
const groupOf = (name: string, measure: Group['measure'], more: Partial<Group> = {}): Group => ({
  name,
  title: `${name} group`,
  takes: 'no time',
  measure,
  ...more,
});
const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a group that fails is named in the file, which has its rows until then and those of the others', async () => {
  const out = join(folder, 'with-one-failed.json');
  const said: string[] = [];
  const whole = async function* () {
    yield [row];
  };
  const broken = async function* () {
    yield [row];
    // What was measured so far is kept by then, should the whole be ended from outside.
    expect(written(out).rows).toEqual([row, row]);
    throw new TypeError('planted');
  };
  const groups = [groupOf('first', whole), groupOf('broken', broken), groupOf('last', whole, { cells: ['p95'] })];
  const outcome = await runGroups(groups, createScale(true), { out, say: (text) => said.push(text) });
  expect(outcome).toEqual({
    rows: [row, row, row],
    failed: [{ group: 'broken', thrown: 'TypeError: planted' }],
  });
  expect(written(out)).toMatchObject(outcome);
  expect(said.join('\n')).toContain('Failed: broken: TypeError: planted');
  expect(readFileSync(join(folder, 'last.md'), 'utf8')).toContain('| a list | 7 |');
});
