import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCsv } from 'hucre/csv';
import { strFromU8, unzipSync } from 'fflate';
import { returnCommand } from '../../cli/return.ts';
import { formatReturnMappingJsonSchema, factNames } from '../../summary/returns/return-mapping.ts';
import { openWeeksCommand, type WeeksCommand } from '../support/cli/weeks-command.ts';
import { createColumn, createMappingFile } from '../support/summary/example-mapping.ts';

const exampleMapping = join(import.meta.dirname, '../../docs/returns/example-mapping.json');
let command: WeeksCommand;
beforeAll(async () => {
  command = await openWeeksCommand(returnCommand);
});
beforeEach(() => command.begin());
afterAll(() => command.close());

const run = (...args: string[]) => command.run(...args);
const file = (name: string): string => command.file(name);
async function mappingFile(content: unknown): Promise<string> {
  const path = file('mapping.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const recordsOf = async (name: string) => parseCsv(await readFile(file(name), 'utf8'));
const byWeek = ['--period', '2026-W40-to-2026-W47', '--format', 'csv', '--out'];

describe('the return command', () => {
  it('writes a return of the unit’s own weeks, and its definitions beside it, for nobody else to read', async () => {
    const mapping = await mappingFile(
      createMappingFile({ columns: [createColumn(), createColumn({ code: 'A2', figure: 'notHeld' })] }),
    );
    const { code, said, written } = await run('--mapping', mapping, ...byWeek, file('out.csv'));
    expect({ code, said, written }).toEqual({
      code: 0,
      said: 'A2: Blank: Candour does not hold this figure.',
      written: '',
    });
    // 49 reports were made, of which four went to the reserve.
    expect(await recordsOf('out.csv')).toEqual([
      ['A1', 'A2'],
      ['45', ''],
    ]);
    expect((await recordsOf('out-definitions.csv'))[1]?.[2]).toBe('45');
    for (const name of ['out.csv', 'out-definitions.csv']) expect((await stat(file(name))).mode & 0o777).toBe(0o600);
  });

  it('writes the example as a workbook in both languages', async () => {
    for (const language of ['en', 'cy']) {
      const args = ['--mapping', exampleMapping, '--period', '2026-Q4', '--so-far', '--format', 'xlsx'];
      const { code } = await run(...args, '--language', language, '--out', file(`${language}.xlsx`));
      expect(code).toBe(0);
      const parts = unzipSync(await readFile(file(`${language}.xlsx`)));
      const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
      expect(book).toContain(language === 'en' ? 'name="Definitions"' : 'name="Diffiniadau"');
    }
  });

  it('writes nothing that a person wrote or is', async () => {
    await run(
      '--mapping',
      exampleMapping,
      '--period',
      '2026-Q4',
      '--so-far',
      '--format',
      'csv',
      '--out',
      file('a.csv'),
    );
    await run(
      '--mapping',
      exampleMapping,
      '--period',
      '2026-Q4',
      '--so-far',
      '--format',
      'xlsx',
      '--out',
      file('a.xlsx'),
    );
    const parts = Object.values(unzipSync(await readFile(file('a.xlsx')))).map((part) => strFromU8(part));
    const all = [
      await readFile(file('a.csv'), 'utf8'),
      await readFile(file('a-definitions.csv'), 'utf8'),
      ...parts,
    ].join('\n');
    for (const canary of ['None of it happened', 'Ni ddigwyddodd dim', 'Example person'])
      expect(all).not.toContain(canary);
  });

  it('makes no return of a period that is not over, unless it is asked for as far as it is', async () => {
    const mapping = await mappingFile(createMappingFile());
    const year = ['--mapping', mapping, '--period', '2026-27', '--format', 'csv', '--out', file('year.csv')];
    expect(await run(...year)).toMatchObject({
      code: 1,
      said: 'The period is not over yet. Candour can count it on 2027-03-29, from 01:00. With --so-far it counts the weeks that are over, and says so.',
    });
    expect(await readdir(command.folder())).toEqual(['mapping.json']);
    expect(await run(...year, '--so-far')).toMatchObject({ code: 0 });
    const sentences = (await recordsOf('year-definitions.csv')).map(([first]) => first);
    expect(sentences).toContain(
      'The period is not complete: the figures leave out the weeks of 23 November 2026 to 28 March 2027.',
    );
    const later = [
      '--mapping',
      mapping,
      '--period',
      '2027-28',
      '--format',
      'csv',
      '--out',
      file('later.csv'),
      '--so-far',
    ];
    expect(await run(...later)).toMatchObject({
      code: 1,
      said: 'No week of the period is over yet. Candour can count the first on 2027-04-05, from 01:00.',
    });
  });

  it('counts no week while the clock is in doubt', async () => {
    const mapping = await mappingFile(createMappingFile());
    command.doubtClock();
    const args = ['--mapping', mapping, '--period', '2025-W20', '--format', 'csv', '--out', file('out.csv')];
    expect(await run(...args)).toMatchObject({ code: 1 });
    expect(await readdir(command.folder())).toEqual(['mapping.json']);
  });

  it('is made for the periods that the mapping names alone', async () => {
    const mapping = await mappingFile(createMappingFile({ periods: ['quarter', 'yearToMarch'] }));
    expect(await run('--mapping', mapping, ...byWeek, file('out.csv'))).toMatchObject({
      code: 2,
      said: 'This mapping is for periods of the kind quarter, yearToMarch, not for this one.',
    });
  });

  it('writes over nothing, and leaves no half of a return', async () => {
    const mapping = await mappingFile(createMappingFile());
    await writeFile(file('out-definitions.csv'), 'mine');
    await expect(run('--mapping', mapping, ...byWeek, file('out.csv'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await readdir(command.folder())).toSorted()).toEqual(['mapping.json', 'out-definitions.csv']);
    expect(await readFile(file('out-definitions.csv'), 'utf8')).toBe('mine');
    await rm(file('out-definitions.csv'));
    await symlink(mapping, file('out.csv'));
    await expect(run('--mapping', mapping, ...byWeek, file('out.csv'))).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('checks a mapping without a store', async () => {
    expect(await run('--mapping', exampleMapping, '--check')).toEqual({
      code: 0,
      written: '',
      said: 'The mapping is valid: 26 columns.',
      opened: 0,
    });
    const wrong = await mappingFile(createMappingFile({ columns: [createColumn({ figure: 'kind.bribry' })] }));
    const sentence =
      'Correct the mapping:\n  columns[0].figure (A1): This is no figure of Candour. The nearest is kind.bribery.';
    expect(await run('--mapping', wrong, '--check')).toEqual({ code: 2, written: '', said: sentence, opened: 0 });
    expect(await run('--mapping', wrong, ...byWeek, file('out.csv'))).toMatchObject({
      code: 2,
      said: sentence,
      opened: 0,
    });
  });

  it('reads no folder, no file without an end, and nothing that is not text', async () => {
    expect(await run('--mapping', '/dev/zero', '--check')).toMatchObject({
      code: 2,
      said: 'Correct the mapping:\n  It is not a file.',
    });
    const long = await mappingFile(' '.repeat(4_000_001));
    expect(await run('--mapping', long, '--check')).toMatchObject({ code: 2 });
    await writeFile(file('bytes'), new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
    expect(await run('--mapping', file('bytes'), '--check')).toMatchObject({
      code: 2,
      said: 'Correct the mapping:\n  The file is not written in UTF-8.',
    });
    spawnSync('mkfifo', [file('pipe')]);
    expect(await run('--mapping', file('pipe'), '--check')).toMatchObject({ code: 2 });
    await expect(run('--mapping', file('none'), '--check')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await run('--mapping', command.folder(), '--check')).toMatchObject({ code: 2 });
  });

  it('prints the schema, and every name that a column can tell', async () => {
    expect(await run('--schema')).toMatchObject({ code: 0, written: formatReturnMappingJsonSchema(), opened: 0 });
    const { written } = await run('--figures');
    expect(
      written
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ')[0]),
    ).toEqual(factNames);
  });

  it.each([
    [[]],
    [['--mapping', 'm']],
    [['--mapping', 'm', '--period', '2026-Q4', '--format', 'pdf', '--out', 'o']],
    [['--mapping', 'm', '--period', '2026-Q5', '--format', 'csv', '--out', 'o']],
    [['--mapping', 'm', '--period', '2026-Q4', '--format', 'csv']],
    [['--mapping', 'm', '--check', '--period', '2026-Q4']],
    [['--schema', '--figures']],
    [['--secret', 'words']],
  ])('says how it is called where the arguments are wrong, and repeats none: %j', async (args) => {
    const { code, said, opened } = await run(...args);
    expect({ code, opened }).toEqual({ code: 2, opened: 0 });
    expect(said.startsWith('Check the arguments.\nnpm run return')).toBe(true);
  });
});
