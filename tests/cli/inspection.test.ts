import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { inspectionCommand } from '../../cli/inspection.ts';
import { formatForceAnswersJsonSchema } from '../../summary/inspection/inspection-questions.ts';
import { openWeeksCommand, type WeeksCommand } from '../support/cli/weeks-command.ts';
import { exampleSettings } from '../support/summary/example-sheet.ts';

const exampleAnswers = join(import.meta.dirname, '../../docs/returns/example-answers.json');
let command: WeeksCommand;
beforeAll(async () => {
  command = await openWeeksCommand((given, args) =>
    inspectionCommand(
      { ...given, withWeeks: (work) => given.withWeeks((count) => work(count, exampleSettings)), fonts: readPdfFonts },
      args,
    ),
  );
});
beforeEach(() => command.begin());
afterAll(() => command.close());

const run = (...args: string[]) => command.run(...args);
const file = (name: string): string => command.file(name);
const quarter = ['--period', '2026-Q4', '--so-far'];

describe('the inspection command', () => {
  it('writes the sheet with what the force has answered, and says what it has not', async () => {
    const { code, written, said } = await run(...quarter, '--answers', exampleAnswers);
    expect({ code, said }).toEqual({
      code: 0,
      said: 'Not answered in words yet: readers, speed, feedback, awareness, protection, categories, referral, repeats, retention, audit.',
    });
    expect(written).toContain('| Reports received | 45 | `received.all` |');
    expect(written).toContain('- Case handlers in the settings (`ROLE_HANDLERS`): 4');
    expect(written.match(/^\*\*The force has not answered this yet\.\*\*$/gmu)).toHaveLength(10);
  });

  it('writes a sheet without answers as well', async () => {
    const { code, written } = await run(...quarter, '--language', 'cy');
    expect(code).toBe(0);
    expect(written.match(/^\*\*Nid yw’r heddlu wedi ateb hyn eto\.\*\*$/gmu)).toHaveLength(12);
  });

  it('gives each figure again as it stands in the sheet', async () => {
    const { written: sheet } = await run(...quarter);
    const figures = [...sheet.matchAll(/^\| .* \| (\d+|none) \| `([\w.]+)` \|$/gmu)];
    expect(figures.length).toBeGreaterThan(60);
    for (const [, value, id = ''] of figures) {
      const { code, written } = await run('--figure', id, ...quarter);
      expect(code).toBe(0);
      const [, again] = /^[\w.]+ 2026-Q4 as at 2026-11-25: (.*)\n$/u.exec(written) ?? [];
      expect([id, value === 'none' ? again?.startsWith('Blank') : again]).toEqual([
        id,
        value === 'none' ? true : value,
      ]);
    }
  });

  it('counts nothing of the reserve', async () => {
    // 49 reports were made, of which four went to the reserve.
    expect(await run('--figure', 'received.all', ...quarter)).toMatchObject({
      written: 'received.all 2026-Q4 as at 2026-11-25: 45\n',
    });
  });

  it('writes files for nobody else to read, over nothing that is there', async () => {
    for (const format of ['text', 'xlsx', 'pdf']) {
      const out = ['--format', format, '--out', file(`sheet.${format}`)];
      expect(await run(...quarter, ...out)).toMatchObject({ code: 0, written: '' });
      expect((await stat(file(`sheet.${format}`))).mode & 0o777).toBe(0o600);
      await expect(run(...quarter, ...out)).rejects.toMatchObject({ code: 'EEXIST' });
    }
    expect((await readFile(file('sheet.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Object.keys(unzipSync(await readFile(file('sheet.xlsx'))))).toContain('xl/workbook.xml');
  });

  it('writes nothing that a person wrote in a report or is', async () => {
    await run(...quarter, '--answers', exampleAnswers, '--format', 'xlsx', '--out', file('sheet.xlsx'));
    const { written } = await run(...quarter, '--answers', exampleAnswers);
    const parts = Object.values(unzipSync(await readFile(file('sheet.xlsx')))).map((part) => strFromU8(part));
    for (const canary of ['None of it happened', 'Ni ddigwyddodd dim', 'Example person']) {
      expect([written, ...parts].join('\n')).not.toContain(canary);
    }
  });

  it('tells of no period that is not over, unless it is asked for as far as it is, nor while the clock is in doubt', async () => {
    expect(await run('--period', '2026-Q4')).toMatchObject({ code: 1, written: '' });
    expect(await run('--period', '2027-Q2', '--so-far')).toMatchObject({
      code: 1,
      said: 'No week of the period is over yet. Candour can count the first on 2027-04-05, from 01:00.',
    });
    command.doubtClock();
    expect(await run('--period', '2025-W20')).toMatchObject({ code: 1, written: '' });
  });

  it('checks answers without a store, and writes nothing by wrong ones', async () => {
    expect(await run('--answers', exampleAnswers, '--check')).toEqual({
      code: 0,
      written: '',
      said: 'The answers file is valid. Not answered yet: readers, speed, feedback, awareness, protection, categories, referral, repeats, retention, audit.',
      opened: 0,
    });
    await writeFile(file('answers.json'), '{"v":1,"answers":{"way":{}}}');
    const said = 'Correct the answers:\n  answers: There is an unknown field: way.';
    expect(await run('--answers', file('answers.json'), '--check')).toMatchObject({ code: 2, said, opened: 0 });
    const out = ['--format', 'text', '--out', file('out.md')];
    expect(await run(...quarter, '--answers', file('answers.json'), ...out)).toMatchObject({
      code: 2,
      said,
      opened: 0,
    });
    expect(await readdir(command.folder())).toEqual(['answers.json']);
  });

  it('names the nearest figure where there is none of that name, and prints the schema', async () => {
    expect(await run('--figure', 'recieved.all', ...quarter)).toMatchObject({
      code: 2,
      said: 'Candour has no such figure. The nearest is received.all.',
    });
    expect(await run('--schema')).toMatchObject({ code: 0, written: formatForceAnswersJsonSchema(), opened: 0 });
  });

  it.each([
    [[]],
    [['--period', '2026-Q5']],
    [['--period', '2026-Q4', '--format', 'xlsx']],
    [['--period', '2026-Q4', '--format', 'docx', '--out', 'o']],
    [['--figure', 'received.all']],
    [['--answers', 'a', '--check', '--period', '2026-Q4']],
    [['--secret', 'words']],
  ])('says how it is called where the arguments are wrong, and repeats none: %j', async (args) => {
    const { code, said, opened } = await run(...args);
    expect({ code, opened }).toEqual({ code: 2, opened: 0 });
    expect(said.startsWith('Check the arguments.\nnpm run inspection')).toBe(true);
  });
});
