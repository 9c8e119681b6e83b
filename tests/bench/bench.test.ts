import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { machineSchema } from './machine.ts';
import { unitsOfAReport } from './request-units.ts';
import { type Row, rowSchema } from './row.ts';

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const outcomeSchema = z.object({ machine: machineSchema, rows: z.array(rowSchema) });
const failedRunSchema = z.object({ stdout: z.string() });
const folder = temporaryFolder();
const out = join(folder, 'bench.json');
let rows: readonly Row[] = [];
let said = '';

const valuesOf = (name: string): readonly number[] => rows.filter((row) => row.name === name).map((row) => row.value);

beforeAll(async () => {
  const env = { PATH: process.env['PATH'], BENCH_QUICK: '1', BENCH_OUT: out };
  const run = promisify(execFile)(process.execPath, ['--no-warnings', bench], { env });
  const { stdout } = await run.catch((error: unknown) => {
    // Which group failed, and of what, stands in what it printed.
    throw new Error(failedRunSchema.safeParse(error).data?.stdout ?? 'the bench did not end by itself', {
      cause: error,
    });
  });
  said = stdout;
  rows = outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8'))).rows;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// What it times means nothing here: that is for a quiet machine and the whole run.
describe('a short run of the bench', () => {
  it('measures every group and says each figure with its goal', () => {
    expect(new Set(rows.map(({ group }) => group)).size).toBe(10);
    for (const { name } of rows) expect(said).toContain(name);
    expect(rows.filter(({ value }) => !Number.isFinite(value)).map(({ name }) => name)).toEqual([]);
    for (const { goal, met } of rows) expect(met === undefined).toBe(goal === undefined);
  });

  it.each(['lost', 'duplicate', 'refused', 'opened and not as typed', 'without an alert'])(
    'counts no report that is %s, in the burst and in the soak',
    (name) => expect(valuesOf(name)).toEqual([0, 0]),
  );

  it('saves as many reports as were begun', () => expect(valuesOf('reports')).toEqual([30, 120]));

  it('sees an alert for every urgent report', () => expect(valuesOf('alerts')).toEqual([5]));

  it('sees nothing of Cosmos DB between steps, one batch before the receipt and two writes after it', () => {
    expect(valuesOf('requests between the steps')).toEqual([0]);
    expect(valuesOf('batches among them')).toEqual([1]);
    expect(valuesOf('writes after the receipt: lease and mark of the alert')).toEqual([2]);
  });

  it('counts the units of a report by which the needs of a force are worked out', () => {
    const [saved = 0] = valuesOf('units of that batch');
    const [alerted = 0] = valuesOf('units of these and of the pace of the channel');
    expect(saved).toBeCloseTo(unitsOfAReport.saved, 0);
    expect(alerted).toBeCloseTo(unitsOfAReport.alerted, 0);
  });
});
