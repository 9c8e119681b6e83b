import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { correctFiles } from '../../../cli/words/corrections.ts';
import {
  findButtonKeys,
  locateWords,
  readSources,
  readWordFiles,
  indexUses,
} from '../../../cli/words/word-locations.ts';
import { catalogue } from '../../../words/cards/catalogue.ts';
import { catalogue as tabCatalogue } from '../../../words/tab/catalogue.ts';
import { topics } from '../../support/guidance/built-in-topics.ts';
import { listButtons } from '../../support/cards/example-views.ts';
import { gallery } from '../../support/cards/gallery.ts';
import { importedProjectPath } from '../../support/imported-file.ts';

const named = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);
const root = `${import.meta.dirname}/../../..`;
const words = locateWords(readWordFiles(root));
const byKey = (folder: string) =>
  Object.fromEntries(
    words
      .filter(({ file }) => dirname(file) === folder)
      .map(({ key, en, cy }) => [key, { en: en.text, cy: cy.text }] as const),
  );
const file = (text: string): ReadonlyMap<string, string> => new Map([['words/cards/some.ts', text]]);

describe('the words in the source', () => {
  it('are all that the cards and the tab say, letter for letter', () => {
    expect(byKey(dirname(named(() => import('../../../words/cards/catalogue.ts'))))).toEqual(catalogue);
    expect(byKey(dirname(named(() => import('../../../words/tab/catalogue.ts'))))).toEqual(tabCatalogue);
  });

  it('are also the names of contacts and channels, the days, and the menu of Teams', () => {
    const keys = words.map((word) => `${word.file} ${word.key}`);
    expect(keys).toContain(`${named(() => import('../../../words/contacts.ts'))} forceName`);
    expect(keys).toContain(`${named(() => import('../../../words/alert-channels.ts'))} acu.typed`);
    expect(keys).toContain(`${named(() => import('../../../words/date-format.ts'))} months`);
    expect(keys).toContain(`${named(() => import('../../../manifest/app-manifest.ts'))} personal.1.title`);
  });

  it('say on which card or page they are read, and who asks for them', () => {
    expect(words.find(({ key }) => key === 'limits.life')?.where).toContain('The first card of a report');
    const uses = indexUses(readSources(root));
    expect(
      uses(
        named(() => import('../../../words/cards/report-first-page.ts')),
        'limits.life',
      ),
    ).toContain(named(() => import('../../../cards/report/report-page.ts')));
    expect(
      uses(
        named(() => import('../../../words/cards/option.ts')),
        'option.yes',
      ),
    ).toContain(named(() => import('../../../words/cards/question-word-keys.ts')));
    expect(
      uses(
        named(() => import('../../../words/tab/report-page.ts')),
        'report.over',
      ).every((path) => path.startsWith('tab/')),
    ).toBe(true);
  });

  it('are known where they stand on a button, so that a correction can be held to its room', () => {
    const keys = findButtonKeys(readSources(root));
    const drawn = gallery().flatMap(({ card }) => listButtons(card).map(({ title }) => title));
    const known = Object.entries(catalogue).filter(([key]) => keys.has(key) || key === 'common.thisLanguage');
    // A topic of the guidance may be called as a word is: its title stands in its file.
    const titles = new Set([...topics.values()].flatMap(({ text }) => [text.en.title, text.cy.title]));
    const said = drawn.filter((title) => !titles.has(String(title)));
    const fixed = said.filter((title) => Object.values(catalogue).some(({ en, cy }) => en === title || cy === title));
    expect(fixed.filter((title) => !known.some(([, { en, cy }]) => en === title || cy === title))).toEqual([]);
    expect(fixed.length).toBeGreaterThan(100);
  });

  it('are found with their quotes, escapes and all', () => {
    const text = `/** Here. */\nexport const some = { 'a.b': { en: "it's", cy: \`mae\\u2019r ŵyl\` } };\n`;
    const [word] = locateWords(file(text));
    expect(word).toMatchObject({ key: 'a.b', where: 'Here.', en: { text: "it's" }, cy: { text: 'mae’r ŵyl' } });
    expect(text.slice(word?.cy.start, word?.cy.end)).toBe('`mae\\u2019r ŵyl`');
  });

  it('are none where a language is put together from parts', () => {
    expect(locateWords(file("export const some = { en: 'a' + 'b', cy: 'c' };"))).toEqual([]);
  });

  it.each([
    ["export const some = { 'a.b': { en: 'x', cy: ", 'words/cards/some.ts cannot be read as TypeScript.'],
    ["const a = { 'a.b': { en: 'x', cy: 'y' } }; const b = { 'a.b': { en: 'x', cy: 'y' } };", 'two words for a.b'],
  ])('are refused where they cannot be told apart or read', (text, sentence) => {
    expect(() => locateWords(file(text))).toThrow(sentence);
  });
});

describe('a corrected file', () => {
  const text = [
    '/** Some. */',
    'export const some = {',
    "  'a.one': { en: 'One', cy: 'Un' },",
    '  // “Dau” – a note with letters outside ASCII: ŵ',
    "  'a.two': { en: 'Two', cy: \"Dau\" },",
    "  'a.three': { en: 'Three', cy: `Tri` },",
    '};',
    '',
  ].join('\n');
  const found = locateWords(file(text));

  it('says what was corrected, whatever that holds, and is otherwise as it was', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'", '"', '`${x}`', '\\', '\\n', '\u2028', '*/', "'; process.exit();'"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: found.length - 1 })), anything, (places, welsh) => {
        // What is no text by itself cannot stand in a file in UTF-8.
        fc.pre(welsh.isWellFormed());
        const corrections = places.flatMap((place) => {
          const word = found[place];
          return word ? [{ word, welsh }] : [];
        });
        const changed = correctFiles(file(text), corrections).get('words/cards/some.ts') ?? text;
        const now = locateWords(file(changed));
        expect(now.map(({ cy }) => cy.text)).toEqual(
          found.map(({ cy }, place) => (places.includes(place) ? welsh : cy.text)),
        );
        const without = (all: string, at: typeof found): string =>
          at.toReversed().reduce((rest, { cy }) => rest.slice(0, cy.start) + rest.slice(cy.end), all);
        expect(without(changed, now)).toBe(without(text, found));
      }),
      { numRuns: process.env['SLOW'] ? 1_000 : 60 },
    );
  });
});
