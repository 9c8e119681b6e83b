import { describe, expect, it } from '@jest/globals';
import { parseCorrections } from '../../../cli/words/corrections.ts';
import { type LocatedWord, locateWords } from '../../../cli/words/word-locations.ts';
import { parseSheetRows, type SheetRow, createSheetTable } from '../../../cli/words/word-sheet.ts';

const file = 'words/cards/some.ts';
const placed = (welsh: string, english = 'Ring {number}'): readonly LocatedWord[] =>
  locateWords(
    new Map([
      [
        file,
        `export const some = { 'a.ring': ${JSON.stringify({ en: english, cy: welsh })}, 'a.go': { en: 'Go', cy: 'Ewch' } };`,
      ],
      ['manifest/some.ts', "export const menu = [{ title: { en: 'Help', cy: 'Cymorth' } }];"],
    ]),
  );
const words = placed('Ffoniwch {number}');
const sheet = parseSheetRows(createSheetTable(words, () => []));
/** The rows as they were written, with something else in the one of a key. */
const rows = (changes: Partial<SheetRow>, key = 'a.ring'): readonly SheetRow[] =>
  sheet.map((row) => (row.key === key ? { ...row, ...changes } : row));
const wrongOf = (changes: Partial<SheetRow>, key?: string) =>
  parseCorrections(rows(changes, key), words, new Set(['a.go'])).wrong;

describe('corrections', () => {
  it('are those that differ from what stands there', () => {
    const found = parseCorrections(rows({ correction: 'Galwch {number}', remark: 'Byrrach' }), words, new Set());
    expect(found.wrong).toEqual([]);
    expect(found.corrections.map(({ word, welsh }) => [word.key, welsh])).toEqual([['a.ring', 'Galwch {number}']]);
    expect(found.remarks).toEqual(['Row 2 (a.ring): Byrrach']);
    const same = parseCorrections(rows({ correction: 'Ffoniwch {number}' }), words, new Set());
    expect(same).toMatchObject({ wrong: [], corrections: [], already: 1 });
  });

  it('are set with typographic marks, since keyboards have straight ones', () => {
    const found = parseCorrections(rows({ correction: `Mae'n "iawn" {number}...` }), words, new Set());
    expect(found.corrections[0]?.welsh).toBe('Mae’n “iawn” {number}…');
  });

  it('can be read twice', () => {
    const corrected = placed('Galwch {number}');
    const again = parseCorrections(rows({ correction: 'Galwch {number}' }), corrected, new Set());
    expect(again).toMatchObject({ wrong: [], corrections: [], already: 1 });
  });

  it.each([
    ['Galwch', 'it lacks {number}, which Candour fills in'],
    ['Galwch {rhif}', 'it has {rhif}, which the English does not have'],
    ['Galwch {number', 'a {brace} in it is not closed'],
    ['{number, plural, dau {x} other {#}}', 'plural form “dau”'],
    ['Galwch {number}!', 'exclamation mark'],
    ['Galwch "{number}', 'straight quotation mark'],
    ['Galwch {number}\nnawr', 'it has 2 lines and the English has 1'],
    ['Galwch\u200b {number}', 'an invisible character'],
    ['Galwch\u2028{number}', 'an invisible character'],
    [`${'Galwch '.repeat(20)}{number}`, 'it has 148 characters and may have 94'],
    ['#NAME?', 'an error from the spreadsheet'],
  ])('are refused where they cannot stand there: %j', (correction, fault) => {
    const wrong = wrongOf({ correction });
    expect(wrong.join('\n')).toContain('Row 2 (a.ring): ');
    expect(wrong.join('\n')).toContain(fault);
  });

  it('are refused where a button or the menu of Teams has no room for them', () => {
    const long = 'Ewch ymlaen i’r cerdyn nesaf un';
    expect(wrongOf({ correction: long }, 'a.go').join()).toContain('may have 30: it is a button');
    expect(parseCorrections(rows({ correction: long }, 'a.go'), words, new Set()).wrong).toEqual([]);
    expect(wrongOf({ correction: `${long} yma` }, '1.title').join()).toContain('may have 32: Teams');
  });

  it('are refused where the sheet is older than the words', () => {
    const changed = rows({ correction: 'Galwch {number}' });
    expect(parseCorrections(changed, placed('Ffoniwch {number} nawr'), new Set()).wrong).toEqual([
      'Row 2 (a.ring): the Welsh has changed since the sheet was made. Make a new sheet and check again.',
    ]);
    const english = placed('Ffoniwch {number}', 'Please ring {number}');
    expect(parseCorrections(changed, english, new Set()).wrong.join()).toContain('the English has changed');
    const gone = words.filter(({ key }) => key !== 'a.ring');
    expect(parseCorrections(changed, gone, new Set()).wrong.join()).toContain('no longer has this text');
  });

  it('leave a row that corrects nothing in peace, though its word has changed or gone since', () => {
    const nothing = { wrong: [], corrections: [] };
    expect(parseCorrections(sheet, placed('Arall {number}', 'Other {number}'), new Set())).toMatchObject(nothing);
    expect(parseCorrections(sheet, [], new Set())).toMatchObject(nothing);
  });

  it.each([{ welsh: 'Galwch {number}' }, { english: 'Call {number}' }, { key: 'a.rign' }, { file: 'words/x.ts' }])(
    'are looked for where they do not belong: a row that was typed over is named (%j)',
    (changes) => {
      expect(wrongOf(changes).join()).toContain('Put corrections into “Corrected Welsh”');
    },
  );

  it('are refused where two rows disagree, and taken once where they agree', () => {
    const [one, other] = [rows({ correction: 'Galwch {number}' }), rows({ correction: 'Canwch {number}' })];
    expect(parseCorrections([...one, ...other], words, new Set()).wrong.join()).toContain(
      'row 2 corrects the same text',
    );
    expect(parseCorrections([...one, ...one], words, new Set()).corrections).toHaveLength(1);
  });
});
