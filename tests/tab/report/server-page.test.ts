import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import {
  generateReturnCode,
  parseReturnCode,
  type ReturnCode,
  formatReturnCode,
} from '../../../core/model/return-code.ts';
import type { ReportCall } from '../../../tab/ui/post-json.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { createComeBackConversation } from '../../../dialogs/come-back-conversation.ts';
import { createReportSession, type ReportSession } from '../../../tab/report/report-session.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { wordsOfCode } from '../../support/journeys/code-forms.ts';
import { topicIds } from '../../support/guidance/built-in-topics.ts';
import { createCall } from '../../support/journeys/page-client.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

const show = (topic: string, language: string) => ({ candour: { verb: 'show', card: 'guidance', topic, language } });
const talkOver = (call: ReportCall): ReportSession =>
  createReportSession({
    call,
    me: { objectId: randomUUID(), name: 'Somebody at a page' },
    loadComeBack: async () => createComeBackConversation,
    loadCodeWords: async () => returnCodeWords,
    random: (bytes) => new Uint8Array(bytes),
    monotonic: () => performance.now(),
  });
/** What the page says of something that its server hands out as guidance. */
const toldOf = (page: object) =>
  talkOver(async () => JSON.parse(JSON.stringify({ ok: true, value: { page } }))).press(show('what', 'en'), 'en');

const guidance = { language: 'en', heading: 'Report a concern', actions: [] };
const choices = [{ title: 'Yes', value: 'yes' }];
const inputs = [
  { kind: 'text', isMultiline: true },
  { kind: 'text', isMultiline: false },
  ...(['expanded', 'compact'] as const).flatMap((style) =>
    [true, false].map((isMultiSelect) => ({ kind: 'choice', style, isMultiSelect, choices })),
  ),
  // One of a kind that a newer server may know.
  { kind: 'date' },
];
const question = (input: object) => ({ id: 'what', label: 'What happened?', value: '', problems: [], input });
/** Something that a page may have, each with a text in another of its places. */
const around: readonly ((text: string) => object)[] = [
  (text) => ({ heading: text }),
  (text) => ({ callouts: [{ style: 'good', heading: text, text: [] }] }),
  (text) => ({ callouts: [{ style: 'good', heading: '', text: ['Read this.', text] }] }),
  (text) => ({ sections: [{ heading: text, text: [] }] }),
  (text) => ({ sections: [{ text: [text] }] }),
  (text) => ({ sections: [{ text: [], set: [[{ text: 'Read ' }, { text, strong: true }]] }] }),
  (text) => ({ sections: [{ text: [], links: [{ title: text, url: 'https://example.com/' }] }] }),
  (text) => ({ reveals: [{ title: text, text: [] }] }),
  (text) => ({ reveals: [{ title: '', text: [text] }] }),
  (text) => ({ actions: [{ title: text, sends: show('what', 'en').candour }] }),
];
const places = fc.uniqueArray(fc.constantFrom(...around.slice(1, -1)), { maxLength: 3 });
/** A page with a text in one place, and harmless ones in others. */
const pageWith = (text: string, place: (text: string) => object, others: readonly (typeof around)[number][] = []) => ({
  ...guidance,
  ...Object.assign({}, ...others.map((other) => other('Only to be read.'))),
  ...place(text),
});
const inText = (text: string) => pageWith(text, (line) => ({ sections: [{ text: [line] }] }));

const shortWords = ['that', 'they', 'have', 'were', 'when', 'came', 'from', 'what', 'some', 'team', 'want', 'been'];
/** Words of 24 letters together that pass the check of a return code. */
function wordsLikeACode(): readonly string[] {
  for (const first of shortWords)
    for (const last of shortWords) {
      const words = [first, 'somebody', 'have', 'seen', last];
      if (parseReturnCode(words.join('')) !== undefined) return words;
    }
  throw new Error('no words pass the check');
}

/** What a server that means harm would choose: one code in eight thousand. */
function codeWithoutDigits(): ReturnCode {
  for (;;) {
    const code = generateReturnCode(randomBytes);
    if (!/\d/u.test(code)) return code;
  }
}

describe('a page that a server hands out as guidance', () => {
  it('is shown where it is one of ours, in each language', async () => {
    const talk = talkOver(createCall(bot.tab({ objectId: randomUUID() })));
    for (const topic of topicIds) {
      for (const language of languages) {
        bot.clock.forward(5_000);
        expect(await talk.press(show(topic, language), language)).toMatchObject({ kind: 'page' });
      }
    }
  });

  it('is the page that the server drew the card of, for a page that was opened before it drew pages', async () => {
    const tab = bot.tab({ objectId: randomUUID() });
    for (const topic of ['contents', ...topicIds]) {
      for (const language of languages) {
        bot.clock.forward(5_000);
        const { page, card } = await tab.call('guidance.show', { topic, language });
        const told = await toldOf(page);
        expect(told.kind === 'page' && renderPage(told.page)).toEqual(card);
      }
    }
  });

  it('is no answer where a server of before sends its card alone: the page says so, and stays', async () => {
    const tab = bot.tab({ objectId: randomUUID() });
    const { card } = await tab.call('guidance.show', { topic: 'contents', language: 'en' });
    const talk = talkOver(async () => JSON.parse(JSON.stringify({ ok: true, value: { card } })));
    expect(await talk.press(show('contents', 'en'), 'en')).toEqual({ kind: 'refused', code: 'failed' });
  });

  it('is not shown where it asks for anything: what is typed there would be in no report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...inputs), fc.constantFrom(...around), places, async (input, place, others) => {
        const page = { ...pageWith('Words', place, others), fields: [question(input)] };
        expect(await toldOf(page)).toEqual({ kind: 'refused', code: 'failed' });
      }),
    );
  });

  it('is shown without what this page does not know, such as a button of a newer server', async () => {
    const known = { title: 'Read', sends: show('what', 'en').candour };
    const actions = [known, { title: 'New', sends: { verb: 'new' } }, { title: 'None' }, 7];
    const page = { ...guidance, actions, pictures: [{ url: 'https://example.com/a.png' }] };
    expect(await toldOf(page)).toEqual({ kind: 'page', page: { ...guidance, actions: [known] } });
  });

  it.each([
    { type: 'AdaptiveCard', version: '1.5', lang: 'en', body: [] },
    { ...guidance, heading: { toString: 'none' } },
    { ...guidance, language: 'fr' },
    { ...guidance, sections: [{ text: 'none' }] },
    { ...guidance, actions: 'none' },
    {},
  ])('is not shown where it is no page: %j', async (page) => {
    expect(await toldOf(page)).toEqual({ kind: 'refused', code: 'failed' });
  });

  it('is shown if an address, a long word or some words happen to have the form of a return code', async () => {
    const code = newReturnCode();
    const lower = wordsLikeACode().join(' ');
    const texts = [
      `Look it up in the [register](https://www.gwent.police.uk/${code}).`,
      `https://www.gwent.police.uk/documents/x${code.toLowerCase()}x`,
      `Somebody asks: ${lower}?`,
    ];
    for (const text of texts) expect(await toldOf(inText(text))).toMatchObject({ kind: 'page' });
    const links = [{ title: 'Read', url: `https://a.uk/${code}` }];
    expect(await toldOf({ ...guidance, sections: [{ text: [], links }] })).toMatchObject({ kind: 'page' });
  });

  it('is not shown if a code stands where a link only seems to be', async () => {
    const code = formatReturnCode(newReturnCode());
    for (const text of [`](${code})`, `[here](${code})`, `[${code}](https://www.gwent.police.uk)`])
      expect(await toldOf(inText(text))).toEqual({ kind: 'refused', code: 'failed' });
  });

  it('is not shown where it gives a return code, which its server knows', async () => {
    const code = formatReturnCode(newReturnCode());
    const plain = formatReturnCode(codeWithoutDigits()).toLowerCase();
    const written = [code, code.toLowerCase(), plain].flatMap((text) => [
      text,
      text.replaceAll('-', ''),
      text.replaceAll('-', ' '),
    ]);
    const texts = written.flatMap((text) => [text, `Your code ${text} is new.`]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.constantFrom(...around), places, async (text, place, others) => {
        expect(await toldOf(pageWith(text, place, others))).toEqual({ kind: 'refused', code: 'failed' });
        expect(await toldOf(pageWith('Only to be read.', place, others))).toMatchObject({ kind: 'page' });
      }),
    );
  });

  it.each(languages)(
    'is not shown where it gives a return code in words, in %s, in one line or several',
    async (language) => {
      const words = wordsOfCode(formatReturnCode(newReturnCode()), language);
      const lines = words.split(' ');
      const pages = [
        ...around.map((place) => pageWith(`Your code: ${words.toUpperCase()}.`, place)),
        { ...guidance, sections: [{ text: lines }] },
        { ...guidance, sections: lines.map((text, at) => ({ text: [`${at + 1}. ${text}`] })) },
      ];
      for (const page of pages) expect(await toldOf(page)).toEqual({ kind: 'refused', code: 'failed' });
    },
  );

  it('is not shown while the words that a code may have are not there, and then is', async () => {
    let isThere = false;
    const talk = createReportSession({
      call: async () => ({ ok: true, value: { page: guidance } }),
      me: { objectId: randomUUID(), name: 'Somebody at a page' },
      loadComeBack: async () => createComeBackConversation,
      loadCodeWords: async () => {
        if (!isThere) throw new Error('offline');
        return returnCodeWords;
      },
      random: (bytes) => new Uint8Array(bytes),
      monotonic: () => performance.now(),
    });
    expect(await talk.press(show('what', 'en'), 'en')).toEqual({ kind: 'refused', code: 'unavailable' });
    expect(await talk.open('comeBack', 'en')).toEqual({ kind: 'refused', code: 'unavailable' });
    isThere = true;
    expect(await talk.press(show('what', 'en'), 'en')).toMatchObject({ kind: 'page' });
  });

  it('shows no code as a reference, and no text of parts that no topic has', async () => {
    const code = formatReturnCode(newReturnCode());
    const parts = {
      references: [{ label: 'Code', value: code }],
      answers: [{ question: 'Code', lines: [code] }],
      warnings: [code],
      progress: code,
    };
    expect(await toldOf({ ...guidance, ...parts })).toEqual({ kind: 'page', page: guidance });
  });
});
