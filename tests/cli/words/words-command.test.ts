import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  columnHeadings,
  type SheetTable,
  parseCsvTable,
  parseXlsxTable,
  renderXlsx,
} from '../../../cli/words/word-sheet.ts';
import { encodeCsv } from '../../../summary/files/csv.ts';
import { runWords, type WordsProject, createWordsProject } from '../../support/cli/words-project.ts';
import { importedProjectPath } from '../../support/imported-file.ts';

const common = importedProjectPath(() => import('../../../words/cards/common.ts'), import.meta.url);
const ofReport = importedProjectPath(() => import('../../../words/tab/report-page.ts'), import.meta.url);
const above = Object.values(columnHeadings);
const place = (heading: string): number => above.findIndex((one) => one === heading);
/** The sheet with something typed into a column, by key. */
const typed = (table: SheetTable, heading: string, texts: Readonly<Record<string, string>>): SheetTable =>
  table.map((row) => row.map((cell, at) => (at === place(heading) ? (texts[row[place('Key')] ?? ''] ?? cell) : cell)));

let project: WordsProject;
beforeEach(() => {
  project = createWordsProject();
});
afterEach(() => project.remove());

describe('the sheet of words', () => {
  it('goes out as a workbook and comes back with a correction, in which nothing else changes', async () => {
    const file = project.path('words.xlsx');
    expect((await project.run('sheet', file)).code).toBe(0);
    const table = await parseXlsxTable(project.bytes('words.xlsx'));
    const before = project.files();
    const corrections = { 'common.start': "Yn ôl i'r cychwyn", 'report.busy': 'Eiliad, os gwelwch yn dda' };
    const remarks = { 'common.done': 'A yw hwn yn ferf?' };
    project.put(
      'back.xlsx',
      await renderXlsx(typed(typed(table, columnHeadings.correction, corrections), columnHeadings.remark, remarks)),
    );

    const { code, said } = await project.run('read', project.path('back.xlsx'));
    expect(code).toBe(0);
    expect(said).toContain('Corrections written: 2.');
    expect(said).toContain('(common.done): A yw hwn yn ferf?');
    const after = project.files();
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual([common, ofReport]);
    expect(project.formatted).toEqual(changed);
    const lines = (path: string) => {
      const [old, now] = [before.get(path)?.split('\n') ?? [], after.get(path)?.split('\n') ?? []];
      return now.filter((line, at) => line !== old[at]);
    };
    expect(lines(common).join()).toContain("cy: 'Yn ôl i’r cychwyn'");
    expect(lines(common)).toHaveLength(1);
    expect(lines(ofReport)).toHaveLength(1);

    expect((await project.run('read', project.path('back.xlsx'))).said).toContain('written: 0. Already there: 2.');
    expect(project.files()).toEqual(after);
  });

  it('writes all of a sheet or nothing, and names everything that is wrong', async () => {
    await project.run('sheet', project.path('words.csv'));
    const table = parseCsvTable(project.bytes('words.csv'));
    const corrections = { 'common.start': 'Yn ôl', 'common.step': 'Cam', 'common.required': '{label' };
    project.put('back.csv', encodeCsv(typed(table, columnHeadings.correction, corrections)));
    const before = project.files();
    const { code, said } = await project.run('read', project.path('back.csv'));
    expect(code).toBe(1);
    expect(said).toMatch(/Row \d+ \(common\.step\): it lacks \{number\}, \{of\}/u);
    expect(said).toMatch(/Row \d+ \(common\.required\): a \{brace\} in it is not closed/u);
    expect(said).toContain('Nothing was written: correct these 2 problems first.');
    expect(project.files()).toEqual(before);
    expect(project.formatted).toEqual([]);
  });

  it('says what a sheet holds in lines of their own, whatever a terminal would make of it', async () => {
    await project.run('sheet', project.path('words.csv'));
    const table = parseCsvTable(project.bytes('words.csv'));
    const remarks = { 'common.done': 'Iawn.\nCorrections written: 9.\u001b[2J\u202e\u0007' };
    const back = typed(table, columnHeadings.remark, remarks).toSpliced(
      1,
      0,
      table[1]?.with(place('Key'), '\u001b]0;x') ?? [],
    );
    const { code, said } = await project.run('read', project.put('back.csv', encodeCsv(back)));
    expect(code).toBe(1);
    expect(said).toMatch(/\(common\.done\): Iawn\. Corrections written: 9\.\[2J$/mu);
    expect(said).toMatch(/^Row 2 \(\]0;x\): someone changed its file, key, English or Welsh/mu);
    expect(said).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(said.split('\n').filter((line) => line.startsWith('Corrections written'))).toEqual([]);
  });

  it('brings any corrections into the words, whichever rows they are in', async () => {
    await project.run('sheet', project.path('words.csv'));
    const table = parseCsvTable(project.bytes('words.csv'));
    const plain = project.words().filter(({ en, file }) => !/[{\n]/u.test(en.text) && file.startsWith('words/'));
    const text = fc
      .stringMatching(/^[a-zŵŷâêîôû’“”;,.?–]([a-zŵŷâêîôû’“”;,.?– ]{0,20}[a-zŵŷâêîôû?])?$/u)
      .filter((one) => !one.includes('...'));
    await fc.assert(
      fc.asyncProperty(fc.subarray([...plain], { minLength: 1, maxLength: 5 }), text, async (chosen, welsh) => {
        const names = new Set(chosen.map(({ file, key }) => `${file} ${key}`));
        const back = table.map((row, at) =>
          at > 0 && names.has(`${row[0]} ${row[1]}`) ? row.with(place(columnHeadings.correction), welsh) : row,
        );
        const copy = createWordsProject();
        const { code } = await copy.run('read', copy.put('back.csv', encodeCsv(back)));
        const now = copy.words();
        copy.remove();
        expect(code).toBe(0);
        expect(now.map(({ cy }) => cy.text)).toEqual(
          project.words().map((word) => (names.has(`${word.file} ${word.key}`) ? welsh : word.cy.text)),
        );
      }),
      { numRuns: process.env['SLOW'] ? 50 : 5 },
    );
  });

  it('says which guides quote a word that was corrected', async () => {
    await project.run('sheet', project.path('words.csv'));
    const table = parseCsvTable(project.bytes('words.csv'));
    const guide = 'docs/guides/cy/handler.md';
    const quoted = table.find((row) => project.text(guide).includes(`**${row[place(columnHeadings.welsh)]}**`));
    const [file, key] = quoted ?? [];
    const back = table.map((row) =>
      row[0] === file && row[1] === key ? row.with(place(columnHeadings.correction), 'Gair newydd') : row,
    );
    const { said } = await project.run('read', project.put('back.csv', encodeCsv(back)));
    expect(said).toContain(`${guide} quotes “${quoted?.[place(columnHeadings.welsh)]}”, which is now “Gair newydd”.`);
  });

  it('is printed where no file is named, in the order of files and lines each time', async () => {
    const { code, written, said } = await project.run('sheet');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(written.startsWith('File,Key,')).toBe(true);
    expect((await project.run('sheet')).written).toBe(written);
    const files = parseCsvTable(Buffer.from(written))
      .slice(1)
      .map(([file]) => file);
    expect(files).toEqual(files.toSorted((one = '', other = '') => (one < other ? -1 : 1)));
  });

  it('never takes the place of a file, in which corrections may stand', async () => {
    const file = project.put('words.csv', 'corrections');
    await expect(project.run('sheet', file)).rejects.toThrow('There is such a file already');
    expect(project.text('words.csv')).toBe('corrections');
    await expect(project.run('sheet', project.path('words.doc'))).rejects.toThrow('ends in .xlsx or .csv');
    await expect(project.run('sheet', project.path('no/words.csv'))).rejects.toThrow('cannot be written there');
    await expect(project.run('read', project.path('none.csv'))).rejects.toThrow('check its name.');
    await expect(project.run('read', project.folder)).rejects.toThrow('check its name.');
  });
});

describe('the command', () => {
  it.each([
    [[], 0],
    [['help'], 0],
    [['sheets'], 2],
    [['read'], 2],
    [['first-card', 'twice'], 2],
    [['sheet', 'a.csv', 'b.csv'], 2],
  ])('says how it is called for %j', async (args, code) => {
    const run = await runWords(...args);
    expect(run.code).toBe(code);
    expect(run.said).toContain('npm run words -- first-card');
  });
});
