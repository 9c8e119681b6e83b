import { base64 } from '@scure/base';
import { describe, expect, it } from '@jest/globals';
import { createPaperDraftRenderer } from '../../../bot/api/content-operations.ts';
import type { TextWorkerQueue } from '../../../bot/content/text-worker-queue.ts';
import type { ContentWords } from '../../../core/model/content-entry.ts';
import { languages } from '../../../core/model/language.ts';
import { printFormats } from '../../../core/model/output-formats.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { ContentPrintAnswer } from '../../../contract/content.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { translate } from '../../../words/cards/translate.ts';
import { fewContacts } from '../../support/cards/example-views.ts';
import { createContentWords, writers } from '../../support/core/content.ts';
import { inlineTextReader } from '../../support/guidance/inline-text-reader.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { PUBLIC_HOST: 'candour.example.org' } });

const tabOf = (objectId: string) => {
  bot.clock.forward(1_000);
  return bot.tab({ objectId, name: 'Writer One' });
};
const wanted = { topic: 'gifts', words: createContentWords(), language: 'en', form: 'sheet' } as const;
const bytesOf = (paper: ContentPrintAnswer) => (paper.kind === 'file' ? base64.decode(paper.base64) : new Uint8Array());
const inBoth = (text: string): ContentWords => createContentWords({ text: { en: text, cy: text } });

const drafts = (texts: Pick<TextWorkerQueue, 'printDraft'> = inlineTextReader) =>
  createPaperDraftRenderer({ contacts: fewContacts, publicHost: 'candour.example.org', texts });

describe('a draft on paper', () => {
  it.each(languages.flatMap((language) => printFormats.map((form) => [language, form] as const)))(
    'is drawn as readers would have it, and says that it is a draft (%s, %s)',
    async (language, form) => {
      const paper = await tabOf(developmentPeople.writer).call('content.print', { ...wanted, language, form });
      expect(paper).toMatchObject({ kind: 'file', name: `gifts-${form}-${language}.pdf` });
      const read = await parsePdf(bytesOf(paper));
      expect(read).toMatchObject({ isTagged: true, title: wanted.words.title[language], unmarked: [] });
      expect(read.pages.length).toBe(1);
      expect(read.elements[1]?.text.replaceAll('\n', ' ')).toBe(wanted.words.text[language]);
      const address = `https://candour.example.org/guidance/${language}/gifts`;
      const code = read.elements.find(({ tag }) => tag === 'Figure');
      expect(code?.alternative).toBe(translate(language, 'print.qr', { address }));
      const { forceName } = fewContacts;
      expect(read.beside.join('')).toContain(translate(language, 'print.draft', { force: forceName[language] }));
    },
  );

  it('is drawn for a second person and an admin, and for nobody else', async () => {
    const { secondWriter, admin, handler, staff } = developmentPeople;
    for (const may of [secondWriter, admin]) {
      expect((await tabOf(may).call('content.print', wanted)).kind).toBe('file');
    }
    for (const other of [handler, staff]) {
      expect(await tabOf(other).send('content.print', wanted)).toMatchObject({
        status: 403,
        text: '{"code":"refused"}',
      });
    }
    const lines = bot.log.join('');
    for (const said of ['gifts', 'Gifts', 'supervisor']) expect(lines).not.toContain(said);
  });

  it.each([
    ['an id that leads elsewhere', { topic: '../what' }],
    ['another form', { form: 'book' }],
    ['another language', { language: 'fr' }],
    ['more than anybody writes', { words: createContentWords({ text: { en: 'x'.repeat(20_001), cy: '' } }) }],
  ])('is not taken with %s', async (_, differences) => {
    const asked = { ...wanted, ...differences };
    expect(await tabOf(developmentPeople.writer).send('content.print', asked)).toMatchObject({ status: 400 });
  });

  it('is not parsed where it is nothing but signs, by no operation that reads it', async () => {
    const signs = '**a '.repeat(4_900);
    const words = inBoth(signs);
    const writer = tabOf(developmentPeople.writer);
    expect(await writer.call('content.print', { ...wanted, words })).toEqual({ kind: 'unreadable' });
    expect(await writer.call('content.check', { topic: 'gifts', words, links: false })).toEqual({
      dead: [],
      unchecked: [],
    });
  });

  it.each(printFormats)('is drawn with all letters of a word that nothing breaks (%s)', async (form) => {
    const words = inBoth('x'.repeat(19_900));
    const paper = await tabOf(developmentPeople.writer).call('content.print', { ...wanted, form, words });
    const { pages } = await parsePdf(bytesOf(paper));
    const letters = pages.flat().join('').match(/x/gu)?.length;
    if (form === 'sheet') expect(letters).toBeGreaterThanOrEqual(19_900);
    else expect(paper.kind).toBe('file');
  });

  it('is one at a time for each person, and again once it is made or failed', async () => {
    const waiting = Promise.withResolvers<void>();
    let fails = false;
    const draw = drafts({
      printDraft: async (by, asked) => {
        await waiting.promise;
        if (fails) throw new Error('no fonts');
        return inlineTextReader.printDraft(by, asked);
      },
    });
    const [first, another] = [draw(writers.one, wanted), draw(writers.two, wanted)];
    const meanwhile = draw(writers.one, wanted);
    waiting.resolve();
    expect(await meanwhile).toEqual({ kind: 'busy' });
    expect([(await first).kind, (await another).kind]).toEqual(['file', 'file']);
    fails = true;
    await expect(draw(writers.one, wanted)).rejects.toThrow('no fonts');
    fails = false;
    expect((await draw(writers.one, wanted)).kind).toBe('file');
  });

  it.each([
    ['words in one language only', createContentWords({ text: { en: 'Only English.', cy: '' } }), 'unreadable'],
    ['HTML', inBoth('<script>alert(1)</script>'), 'unreadable'],
    ['a thousand lines', inBoth('a\n\n'.repeat(1_000)), 'tooLong'],
    ['lines of Candour’s own without end', inBoth('{{signs}}\n\n'.repeat(150)), 'tooLong'],
    ['a thousand words', inBoth('word '.repeat(1_000)), 'tooLong'],
    ['one word without end', inBoth('W'.repeat(19_000)), 'file'],
    ['signs that no font has', inBoth('漢字 \u{1F6A8}'), 'file'],
    ['a day that has passed', createContentWords({ reviewBy: '2020-01-01' }), 'file'],
  ])('of %s is answered in words or drawn', async (_, words, kind) => {
    for (const form of printFormats) {
      expect((await drafts()(toPersonId('one'), { ...wanted, words, form })).kind).toBe(kind);
    }
  });

  it('is a poster of its title alone where no sentence fits', async () => {
    const words = inBoth(`${'long '.repeat(60)}sentence.`);
    const read = await parsePdf(bytesOf(await drafts()(writers.one, { ...wanted, words, form: 'poster' })));
    expect(read.elements.slice(0, 2).map(({ tag }) => tag)).toEqual(['H1', 'Figure']);
  });

  it('has no poster where the server does not know its address', async () => {
    const draw = createPaperDraftRenderer({ contacts: fewContacts, publicHost: undefined, texts: inlineTextReader });
    expect(await draw(writers.one, { ...wanted, form: 'poster' })).toEqual({ kind: 'noAddress' });
    expect((await draw(writers.one, wanted)).kind).toBe('file');
  });
});
