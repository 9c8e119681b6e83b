import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { fillWeeks } from '../../development/example-reports.ts';
import { summaryCommand, type SummaryCommandDependencies } from '../../cli/summary.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { type ExampleStore, openExampleStore } from '../support/cli/example-store.ts';

let example: ExampleStore;
beforeAll(async () => {
  example = await openExampleStore();
  await fillWeeks(example.deps);
});
afterAll(async () => {
  await example.close();
});

const run = (...args: string[]) => runAt({}, ...args);

async function runAt(differences: Partial<SummaryCommandDependencies>, ...args: string[]) {
  const written: Uint8Array[] = [];
  const said: string[] = [];
  const { store, clock, timeZone } = example.deps;
  const { queries, weeks, publications } = store;
  const code = await summaryCommand(
    {
      queries,
      weeks,
      publications,
      clock,
      timeZone,
      limitDays: 3,
      rule: { smallCount: 5, hideZero: false },
      write: (bytes) => written.push(bytes),
      isTerminal: false,
      fonts: readPdfFonts,
      printLine: (line) => said.push(line),
      ...differences,
    },
    args,
  );
  return { code, written: Buffer.concat(written).toString('utf8'), said: said.join('\n') };
}

describe('the summary command', () => {
  it('writes the last closed week of the unit as text', async () => {
    const { code, written, said } = await run('--for', 'acu');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(written).toContain('One week: 16 to 22 November 2026.');
    expect(written).toMatch(/^All\s+7\s+\d+\s+\+\d$/mu);
  });

  it('gives the reserve its own weeks only', async () => {
    const { written } = await run('--for', 'reserve', '--period', '2026-W41', '--format', 'csv');
    expect(written).toMatch(/,reserve,received,Reports received,all,All,count,Count,1,shown,/u);
  });

  it('hides small counts from wider readers in every format', async () => {
    for (const [format, hidden] of [
      ['text', 'not shown'],
      ['csv', ',,hidden,'],
      ['json', '"kind": "hidden"'],
    ] as const) {
      const { code, written } = await run('--for', 'wider', '--period', '2026-W42', '--format', format);
      expect(code).toBe(0);
      expect(written).toContain(hidden);
    }
  });

  it('adds up four weeks for wider readers in fixed blocks only, in Welsh as well', async () => {
    const { written } = await run(
      '--for',
      'wider',
      '--period',
      '2026-W40-to-2026-W43',
      '--language',
      'cy',
      '--format',
      'json',
    );
    const summary = z.object({ weeks: z.array(z.string()), title: z.string() });
    expect(summary.parse(JSON.parse(written))).toMatchObject({
      weeks: ['2026-W40', '2026-W41', '2026-W42', '2026-W43'],
      title: '28 Medi i 25 Hydref 2026',
    });
  });

  it('names the nearest periods that wider readers may have, and writes nothing, where one is not safe', async () => {
    expect(await run('--for', 'wider', '--period', '4-to-2026-W46')).toEqual({
      code: 1,
      written: '',
      said: 'With that period, these readers could work out small counts. Ask for 2026-W46 or 2026-W40-to-2026-W43 or 2026-Q3 or 2025-26.',
    });
  });

  it('tells of a quarter as far as it is over', async () => {
    const { written } = await run('--for', 'acu', '--period', '2026-Q4', '--format', 'json');
    const summary = z.object({ title: z.string(), weeks: z.array(z.string()) }).parse(JSON.parse(written));
    expect(summary).toEqual({
      title: 'October to December 2026',
      weeks: ['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44', '2026-W45', '2026-W46', '2026-W47'],
    });
  });

  it('says when a week that is not over can be counted', async () => {
    expect(await run('--for', 'acu', '--period', '2026-W48')).toEqual({
      code: 1,
      written: '',
      said: 'Week 2026-W48 is not over yet. Candour can count it on 2026-11-30, from 01:00.',
    });
  });

  it.each([
    [['--for', 'everyone'], '--for'],
    [['--period', '2026-W54', '--for', 'acu'], '--period'],
    [['--for', 'acu', '--period', '3-to-2026-W47'], '--period'],
    [['--for', 'acu', '--secret', 'words'], 'arguments'],
    [[], '--for'],
  ])('names wrong arguments and does not repeat them: %j', async (args, name) => {
    const { code, said, written } = await run(...args);
    expect({ code, written }).toEqual({ code: 2, written: '' });
    expect(said.split('\n')[0]).toBe(`Check ${name}.`);
  });
});

describe('a file of the summary command', () => {
  let folder: string;
  beforeEach(() => {
    folder = createTemporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written into a folder under its own name, for the account alone', async () => {
    for (const format of ['text', 'csv', 'xlsx', 'pdf', 'json']) {
      const { code, said, written } = await run(
        '--for',
        'wider',
        '--format',
        format,
        '--language',
        'cy',
        '--out',
        folder,
      );
      const end = format === 'text' ? 'txt' : format;
      const path = join(folder, `candour-summary-wider-2026-W47-cy.${end}`);
      expect({ code, said, written }).toEqual({ code: 0, said: `Written: ${path}`, written: '' });
      expect(statSync(path).mode & 0o077).toBe(0);
      expect(statSync(path).size).toBeGreaterThan(0);
    }
  });

  it('takes the place of no other, unless that is said', async () => {
    const path = join(folder, 'mine.csv');
    writeFileSync(path, 'kept', { mode: 0o644 });
    const args = ['--for', 'acu', '--format', 'csv', '--out', path];
    expect(await run(...args)).toEqual({
      code: 1,
      written: '',
      said: `${path} exists already. Add --replace to overwrite it.`,
    });
    expect(readFileSync(path, 'utf8')).toBe('kept');
    expect((await run(...args, '--replace')).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Reports received');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is refused in a sentence where there is no such folder', async () => {
    const path = join(folder, 'nowhere', 'a.csv');
    expect(await run('--for', 'acu', '--format', 'csv', '--out', path)).toEqual({
      code: 1,
      written: '',
      said: `${path} does not exist.`,
    });
  });

  it('of a workbook goes to no screen, and to whatever else is named as it is', async () => {
    const { code, said, written } = await runAt({ isTerminal: true }, '--for', 'acu', '--format', 'xlsx');
    expect({ code, written }).toEqual({ code: 2, written: '' });
    expect(said).toBe('A terminal cannot show xlsx. Name a file or a folder with --out.');
    expect((await run('--for', 'acu', '--format', 'xlsx')).written.startsWith('PK')).toBe(true);
  });

  it('is of no other figures than what a screen shows', async () => {
    const { written: schema } = await run('--for', 'acu', '--format', 'schema');
    expect(schema).toBe(readFileSync(new URL('../../docs/summary.schema.json', import.meta.url), 'utf8'));
    const { written } = await run('--for', 'acu', '--format', 'json');
    expect(
      z.object({ head: z.object({ received: z.object({ value: z.literal(7) }) }) }).safeParse(JSON.parse(written))
        .success,
    ).toBe(true);
  });
});
