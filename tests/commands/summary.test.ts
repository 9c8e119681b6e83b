import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fillWeeks } from '../../development/fill-weeks.ts';
import { summaryCommand } from '../../commands/summary.ts';
import { type ExampleStore, openExampleStore } from '../support/commands/example-store.ts';

let example: ExampleStore;
beforeAll(async () => {
  example = await openExampleStore();
  await fillWeeks(example.deps);
});
afterAll(async () => {
  await example.close();
});

async function run(...args: string[]) {
  const written: string[] = [];
  const said: string[] = [];
  const { store, clock, timeZone } = example.deps;
  const { queries, weeks } = store;
  const code = await summaryCommand(
    {
      queries,
      weeks,
      clock,
      timeZone,
      limitDays: 3,
      rule: { smallCount: 5, hideZero: false },
      write: (text) => written.push(text),
      say: (line) => said.push(line),
    },
    args,
  );
  return { code, written: written.join(''), said: said.join('\n') };
}

describe('the summary command', () => {
  it('writes the last closed week of the unit as text', async () => {
    const { code, written, said } = await run('--for', 'acu');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(written).toContain('Week 2026-W47');
    expect(written).toMatch(/^All\s+7\s+\d+\s+\+\d$/mu);
  });

  it('gives the reserve its own weeks only', async () => {
    const { written } = await run('--for', 'reserve', '--period', '2026-W41', '--format', 'csv');
    expect(written).toContain('Reports received,All,1,');
  });

  it('hides small counts from wider readers in every format', async () => {
    for (const format of ['text', 'csv', 'json']) {
      const { code, written } = await run('--for', 'wider', '--period', '2026-W42', '--format', format);
      expect(code).toBe(0);
      expect(written).toContain('not shown');
    }
  });

  it('adds up four weeks for wider readers in fixed blocks only, in Welsh as well', async () => {
    const { written } = await run(
      '--for',
      'wider',
      '--period',
      '2026-W41-to-2026-W44',
      '--language',
      'cy',
      '--format',
      'json',
    );
    const summary = z.object({ weeks: z.array(z.string()), title: z.string() });
    expect(summary.parse(JSON.parse(written))).toMatchObject({
      weeks: ['2026-W41', '2026-W42', '2026-W43', '2026-W44'],
      title: 'Wythnosau 2026-W41 i 2026-W44',
    });
  });

  it('names the nearest periods that wider readers may have, and writes nothing, where one is not safe', async () => {
    expect(await run('--for', 'wider', '--period', '4-to-2026-W47')).toEqual({
      code: 1,
      written: '',
      said: 'For these readers that period could give small counts away. Ask for 2026-W41-to-2026-W44 or 2026-W47.',
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
      said: 'Week 2026-W48 is not over yet. It can be counted on 2026-11-30, from 01:00.',
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
    expect(said.split('\n')[0]).toBe(`Please check ${name}.`);
  });
});
