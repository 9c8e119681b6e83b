import { describe, expect, it } from '@jest/globals';
import { printTopic } from '../../../bot/http/print-topic.ts';
import { createGuidancePdfCache, type GuidancePdfDependencies } from '../../../bot/http/guidance-routes.ts';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { languages } from '../../../core/model/language.ts';
import type { Topics } from '../../../guidance/topic.ts';
import { translate } from '../../../words/cards/translate.ts';
import { fewContacts } from '../../support/cards/example-views.ts';
import { topicTitle, topicIds, topics } from '../../support/guidance/built-in-topics.ts';
import { createTopic, createTopicSource } from '../../support/guidance/topic-source.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { PUBLIC_HOST: 'Candour.Example.org' } });

const get = async (path: string) => {
  const response = await fetch(new URL(path, bot.endpoint()));
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe('a topic on paper', () => {
  it.each(languages)('is a tagged PDF of one page, in %s', async (language) => {
    // Each takes a while to be drawn and read: all of one language, and some of the other.
    for (const topic of topicIds.filter((_, at) => language === 'cy' || at % 4 === 0)) {
      const { status, headers, bytes } = await get(`/guidance/${language}/${topic}.pdf`);
      expect([status, headers.get('content-type'), headers.get('set-cookie')]).toEqual([200, 'application/pdf', null]);
      expect(headers.get('cache-control')).toBe('no-store');
      const read = await parsePdf(bytes);
      expect(read).toMatchObject({
        isTagged: true,
        showsTitle: true,
        title: topicTitle(language, topic),
        unmarked: [],
      });
      expect(read.language).toBe({ en: 'en-GB', cy: 'cy' }[language]);
      expect([topic, read.pages.length]).toEqual([topic, 1]);
      expect(read.elements[0]).toMatchObject({ tag: 'H1', text: topicTitle(language, topic) });
      const address = `https://candour.example.org/guidance/${language}/${topic}`;
      const code = read.elements.find(({ tag }) => tag === 'Figure');
      expect(code?.alternative).toBe(translate(language, 'print.qr', { address }));
    }
    const { bytes } = await get(`/guidance/${language}/support.pdf`);
    const said = (await parsePdf(bytes)).elements
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/\s+/gu, ' ');
    expect(said).toContain('0808 80 10 800');
    expect(said).not.toMatch(/[{}]/u);
  });

  it('is linked from its page, and is the same for everybody, whenever they ask', async () => {
    const page = new TextDecoder().decode((await get('/guidance/en/what')).bytes);
    expect(page).toContain('href="/guidance/en/what.pdf"');
    const lines = bot.log.length;
    const files = await Promise.all(Array.from({ length: 50 }, () => get('/guidance/en/what.pdf')));
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
    expect(bot.log.slice(lines)).toEqual([]);
  });

  it('says the address of a page that nobody can press, and what a force has written', async () => {
    const own = createTopic(
      'own',
      createTopicSource('## When\n\nSee [the law](https://example.org/law).\n\n- one {force}'),
    );
    const printed = createGuidancePdfCache(dependencies(new Map([['own', own]])));
    const read = await parsePdf((await printed('en', 'own', 'sheet')) ?? new Uint8Array());
    expect(read.elements.slice(1).map(({ tag, text }) => [tag, text])).toEqual([
      ['H2', 'When'],
      ['P', 'See the law (https://example.org/law).'],
      ['P', '• one Gwent Police'],
    ]);
  });

  it.each(languages)('is a poster of one page as well, with a code to its public page, in %s', async (language) => {
    for (const topic of topicIds.filter((_, at) => language === 'cy' || at % 4 === 1)) {
      const { status, bytes } = await get(`/guidance/${language}/${topic}/poster.pdf`);
      expect(status).toBe(200);
      const read = await parsePdf(bytes);
      expect(read).toMatchObject({
        isTagged: true,
        showsTitle: true,
        title: topicTitle(language, topic),
        unmarked: [],
      });
      expect([topic, read.pages.length]).toEqual([topic, 1]);
      const address = `https://candour.example.org/guidance/${language}/${topic}`;
      expect(read.elements.find(({ tag }) => tag === 'Figure')?.alternative).toBe(
        translate(language, 'print.qr', { address }),
      );
      expect(read.elements.map(({ text }) => text)).toContain(address);
    }
    const page = new TextDecoder().decode((await get(`/guidance/${language}/what`)).bytes);
    expect(page).toContain(`href="/guidance/${language}/what/poster.pdf"`);
  });

  it.each(['gone', 'contents', '__proto__', 'what.pdf'])('has no poster for %j', async (name) => {
    expect((await get(`/guidance/en/${encodeURIComponent(name)}/poster.pdf`)).status).toBe(404);
  });

  it.each(['gone', 'contents', '__proto__', '../what', 'what.pdf'])('is not there for %j', async (name) => {
    expect((await get(`/guidance/en/${encodeURIComponent(name)}.pdf`)).status).toBe(404);
  });
});

const printWith =
  (fonts: typeof readPdfFonts): GuidancePdfDependencies['print'] =>
  (topic, wanted) =>
    printTopic(topic, wanted, { contacts: fewContacts, publicHost: undefined, fonts });
const dependencies = (live: Topics, given: Partial<GuidancePdfDependencies> = {}): GuidancePdfDependencies => ({
  topicsNow: () => live,
  print: printWith(readPdfFonts),
  ...given,
});

describe('the sheets', () => {
  it('are made once for all, and again where their topic changed or one could not be made', async () => {
    let [made, fails] = [0, true];
    let live: Topics = topics;
    const fonts = async () => {
      made += 1;
      if (fails) throw new Error('no fonts');
      return await readPdfFonts();
    };
    const printed = createGuidancePdfCache(dependencies(topics, { print: printWith(fonts), topicsNow: () => live }));
    await expect(printed('en', 'what', 'sheet')).rejects.toThrow('no fonts');
    fails = false;
    await Promise.all([printed('en', 'what', 'sheet'), printed('en', 'what', 'sheet'), printed('cy', 'what', 'sheet')]);
    expect(made).toBe(3);
    await printed('en', 'what', 'sheet');
    expect(made).toBe(3);
    live = new Map([...topics, ['own', createTopic('own', createTopicSource('Words.'))]]);
    await printed('en', 'what', 'sheet');
    expect(made).toBe(3);
    live = new Map([...topics, ['what', createTopic('what', createTopicSource('Other words.'))]]);
    const read = await parsePdf((await printed('en', 'what', 'sheet')) ?? new Uint8Array());
    expect(read.elements[1]?.text).toBe('Other words.');
    expect(made).toBe(4);
  });

  it('lead nowhere where the server does not know its own name', async () => {
    const read = await parsePdf(
      (await createGuidancePdfCache(dependencies(topics))('en', 'what', 'sheet')) ?? new Uint8Array(),
    );
    expect(read.elements.filter(({ tag }) => tag === 'Figure')).toEqual([]);
  });

  it('are no posters where the server does not know its own name', async () => {
    expect(await createGuidancePdfCache(dependencies(topics))('en', 'what', 'poster')).toBeUndefined();
  });
});
