import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { machineSchema } from './machine.ts';
import { unitsPerReport } from './request-units.ts';
import { type Row, rowSchema } from './row.ts';

const bench = fileURLToPath(new URL('./bench.ts', import.meta.url));
const outcomeSchema = z.object({
  machine: machineSchema,
  rows: z.array(rowSchema),
  failed: z.array(z.object({ group: z.string(), thrown: z.string() })),
});
const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the bench as a command. Rejects with what it printed if it does not end with 0. */
const runBench = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, ['--no-warnings', bench, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  });
const written = (out: string) => outcomeSchema.parse(JSON.parse(readFileSync(out, 'utf8')));

// What it times means nothing here: that is for a quiet machine and the whole run.
describe('a quick run of the bench', () => {
  const out = join(folder, 'bench.json');
  let outcome: z.infer<typeof outcomeSchema>;
  let said = '';
  const valuesOf = (name: string): readonly number[] =>
    outcome.rows.filter((row) => row.name === name).map((row) => row.value);
  const withName = (is: (row: Row) => boolean): readonly number[] => [
    ...new Set(outcome.rows.filter(is).map(({ value }) => value)),
  ];

  beforeAll(async () => {
    const run = await runBench(['--quick'], { BENCH_OUT: out }).catch((error: unknown) => {
      // It printed which group failed, and of what.
      const { data } = z.object({ stdout: z.string() }).safeParse(error);
      throw new Error(data?.stdout ?? 'the bench did not end by itself', { cause: error });
    });
    said = run.stdout;
    outcome = written(out);
  });

  it('measures every group and says each figure with its goal', () => {
    expect(outcome.failed).toEqual([]);
    for (const { name } of outcome.rows) expect(said).toContain(name);
    expect(outcome.rows.filter(({ value }) => !Number.isFinite(value)).map(({ name }) => name)).toEqual([]);
    for (const { goal, met } of outcome.rows) expect(met === undefined).toBe(goal === undefined);
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
    expect(saved).toBeCloseTo(unitsPerReport.saved, 0);
    expect(alerted).toBeCloseTo(unitsPerReport.alerted, 0);
  });

  it('reads as much for a week in a short history as in a long one', () => {
    const ofWeeks = (unit: string) => withName((row) => row.group.startsWith('One week of') && row.unit === unit);
    expect([ofWeeks('cases'), ofWeeks('documents'), ofWeeks('requests')]).toEqual([[410], [770], [3]]);
  });

  it('copies a store of many cases beside what is asked of it, each by its time and by how long it held all others up', () => {
    const many = outcome.rows.filter(({ group }) => group.startsWith('SQLite, 300 cases'));
    const ending = (end: string): number => many.filter(({ name }) => name.endsWith(end)).length;
    expect(ending(': held up everybody for')).toBeGreaterThan(30);
    expect(ending(': held up everybody for')).toBe(ending(': longest'));
    expect(many.filter(({ unit, value }) => unit === 'GB' && value > 0)).toHaveLength(1);
  });

  it.each(['twice', 'missed, or said otherwise than it is', 'not posted'])(
    'has nobody %s, in the campaign and in the simulation',
    (name) => expect(withName((row) => row.name === name)).toEqual([0]),
  );
});

it('ends with 1 if a group fails, whatever that left open, and keeps what others measured', async () => {
  const out = join(folder, 'failed.json');
  // Nothing can be kept beneath a file: a group that wants a folder fails, and others do not.
  const noFolder = join(folder, 'file');
  writeFileSync(noFolder, '');
  const run = runBench(['--quick', 'cases', 'latency', 'subjects'], { BENCH_OUT: out, TMPDIR: noFolder });
  await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('Failed, and not measured') });
  const { failed, rows } = written(out);
  expect(failed.map(({ group }) => group)).toEqual(['latency', 'cases']);
  expect(rows.map(({ group }) => group)).toEqual(
    expect.arrayContaining(['Tab, gzip', 'One card with 300 others, in clear']),
  );
});

it('lists its groups, and ends with 1 if there is none of a name', async () => {
  expect((await runBench(['--help'])).stdout).toMatch(
    /Run if no group is named:\n {2}steps [^]*Run if they are named:\n/u,
  );
  const listed = expect.stringMatching(/^There is no group steeps\.[^]*million/u);
  await expect(runBench(['steeps'])).rejects.toMatchObject({ code: 1, stdout: listed });
});
