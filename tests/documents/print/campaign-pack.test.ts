import { describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { languages } from '../../../core/model/language.ts';
import { loadBuiltInPacks, packsFolder } from '../../../guidance/node/built-in-texts.ts';
import { readBilingualSources } from '../../../guidance/node/built-in-texts.ts';
import { splitPages } from '../../../guidance/parse-pack-text.ts';
import { createPackFiles } from '../../../documents/print/campaign-pack.ts';
import { fullContacts } from '../../support/cards/example-views.ts';
import { cardProblems } from '../../support/cards/card-problems.ts';
import { plan } from '../../support/guidance/built-in-plan.ts';
import { topics } from '../../support/guidance/built-in-topics.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const fonts = await readPdfFonts();
const { talks, posters } = loadBuiltInPacks();
const made = (contacts = fullContacts) =>
  createPackFiles(
    {
      plan,
      topics,
      talks,
      posters,
      contacts,
      guidanceUrl: (language, topic = '') => `https://candour.example/guidance/${language}/${topic}`,
    },
    fonts,
  );
const files = await made();
const textOf = ({ content }: { readonly content: string | Uint8Array }): string =>
  typeof content === 'string' ? content : '';
const named = (start: string, end: string) => files.filter(({ name }) => name.startsWith(start) && name.endsWith(end));
const pdfs = files.flatMap(({ name, content }) => (typeof content === 'string' ? [] : [{ name, content }]));
const languageOf = (name: string) => (name.includes('.cy.') ? 'cy' : 'en-GB');

describe('the words of talks and posters', () => {
  it('can all be read, alike in both languages', () => {
    expect([...talks.keys(), ...posters.keys()].sort()).toEqual([...readBilingualSources(packsFolder).keys()].sort());
  });
});

describe('a pack to take away', () => {
  it('has everything in both languages', () => {
    const english = files.map(({ name }) => name).filter((name) => name.includes('.en.'));
    expect(files.map(({ name }) => name)).toEqual([...english, ...english.map((name) => name.replace('.en.', '.cy.'))]);
    expect(new Set(english.map((name) => name.split('/')[0]))).toEqual(
      new Set(['plan.en.md', 'cards', 'sheets', 'posters', 'slides']),
    );
  });

  it('is the same each time', async () => {
    expect(await made()).toEqual(files);
  });

  it.each(languages)('warns before anything else why another channel singles people out (%s)', (language) => {
    const [text] = named(`plan.${language}`, 'md').map(textOf);
    const [, , warning] = text?.split('\n\n') ?? [];
    expect(warning).toMatch(language === 'en' ? /who opened a message/u : /pwy agorodd neges/u);
  });

  it('asks no questions that Candour alone can count', () => {
    expect(files.filter(({ name }) => name.includes('pulse'))).toEqual([]);
  });

  it.each(named('cards/', 'json'))('has a card $name that needs no Candour to lead on', ({ content }) => {
    const card: unknown = JSON.parse(String(content));
    expect(cardProblems(card)).toEqual([]);
    expect(String(content)).not.toContain('Action.Execute');
    expect(String(content)).toContain('https://candour.example/guidance/');
  });

  it.each(pdfs)('has $name tagged from beginning to end, in its language', async ({ name, content }) => {
    const read = await parsePdf(content);
    expect(read).toMatchObject({ isTagged: true, showsTitle: true, unmarked: [], language: languageOf(name) });
    expect(read.elements.filter(({ tag }) => tag === 'H1')).toHaveLength(1);
    expect(read.pages.flat().join(' ')).not.toMatch(/\{[a-z]+\}/iu);
    for (const { tag, alternative = '' } of read.elements)
      if (tag === 'Figure') expect(alternative).toContain('https://candour.example/guidance/');
  });

  it.each(pdfs.filter(({ name }) => name.startsWith('posters/')))('has $name on one page', async ({ content }) => {
    expect((await parsePdf(content)).pages).toHaveLength(1);
  });

  it.each(pdfs.filter(({ name }) => name.startsWith('slides/')))('has a page for each part of $name', async (file) => {
    const [, name = ''] = /^slides\/(\w+)\./u.exec(file.name) ?? [];
    const parts = splitPages(talks.get(name)?.en.blocks ?? []);
    expect(parts.length).toBeGreaterThan(2);
    expect((await parsePdf(file.content)).pages).toHaveLength(parts.length + 1);
  });
});
