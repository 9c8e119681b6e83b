import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../concerns/terms/language.ts';
import {
  drawReturnCode,
  parseReturnCode,
  type ReturnCode,
  showReturnCode,
} from '../../../concerns/terms/return-code.ts';
import type { ReportCall } from '../../../tab/parts/report-call.ts';
import { createComeBackConversation } from '../../../conversations/come-back-conversation.ts';
import { createPageTalk, type PageTalk } from '../../../tab/report/page-talk.ts';
import { freshCode } from '../../support/concerns/open-core.ts';
import { topicIds } from '../../support/guidance/built-in.ts';
import { callOf } from '../../support/journeys/page-client.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ door: 'dialog' });

const show = (topic: string, language: string) => ({ candour: { verb: 'show', card: 'guidance', topic, language } });
const talkOver = (call: ReportCall): PageTalk =>
  createPageTalk({
    call,
    me: { objectId: randomUUID(), name: 'Somebody at a page' },
    loadComeBack: async () => createComeBackConversation,
    random: (bytes) => new Uint8Array(bytes),
    monotonic: () => performance.now(),
  });
/** What a page says of a card that its server hands out as guidance. */
const toldOf = (card: object) =>
  talkOver(async () => JSON.parse(JSON.stringify({ ok: true, value: { card } }))).press(show('what', 'en'), 'en');

const question = (type: string) => ({ type, id: 'what', isMultiline: true, label: 'What happened?' });
/** The places of a card in which something may stand. */
const around: readonly ((part: object) => object)[] = [
  (part) => ({ type: 'Container', items: [part] }),
  (part) => ({ type: 'ColumnSet', columns: [{ type: 'Column', items: [part] }] }),
  (part) => ({ type: 'Unknown', fallback: part }),
  (part) => ({
    type: 'ActionSet',
    actions: [{ type: 'Action.ShowCard', card: { type: 'AdaptiveCard', body: [part] } }],
  }),
  (part) => ({ type: 'Table', rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [part] }] }] }),
];
const nested = fc.array(fc.constantFrom(...around), { maxLength: 4 });
const cardOf = (part: object, places: readonly (typeof around)[number][]) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Report a concern' }, places.reduce((inner, into) => into(inner), part)],
});

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
    const code = drawReturnCode(randomBytes);
    if (!/\d/u.test(code)) return code;
  }
}

describe('a card that a server hands out as guidance', () => {
  it('is shown where it is one of ours, in each language', async () => {
    const talk = talkOver(callOf(bot.tab({ objectId: randomUUID() })));
    for (const topic of topicIds) {
      for (const language of languages) {
        bot.clock.forward(5_000);
        expect(await talk.press(show(topic, language), language)).toMatchObject({ kind: 'card' });
      }
    }
  });

  it('is not shown where it asks for anything: what is typed there would be in no report', async () => {
    const types = ['Text', 'ChoiceSet', 'Toggle', 'Date', 'Time', 'Number'].flatMap((name) => [
      `Input.${name}`,
      `input.${name.toLowerCase()}`,
    ]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), nested, async (type, places) => {
        expect(await toldOf(cardOf(question(type), places))).toEqual({ kind: 'refused', code: 'failed' });
      }),
    );
  });

  it('is shown if an address, a long word or some words happen to have the form of a return code', async () => {
    const code = freshCode();
    const lower = wordsLikeACode().join(' ');
    const texts = [
      `Look it up in the [register](https://www.gwent.police.uk/${code}).`,
      `https://www.gwent.police.uk/documents/x${code.toLowerCase()}x`,
      `Somebody asks: ${lower}?`,
    ];
    for (const text of texts)
      expect(await toldOf(cardOf({ type: 'TextBlock', text }, []))).toMatchObject({ kind: 'card' });
    const opens = {
      type: 'ActionSet',
      actions: [{ type: 'Action.OpenUrl', title: 'Read', url: `https://a.uk/${code}` }],
    };
    expect(await toldOf(cardOf(opens, []))).toMatchObject({ kind: 'card' });
  });

  it('is not shown if a code stands where a link only seems to be', async () => {
    const code = showReturnCode(freshCode());
    for (const text of [`](${code})`, `[here](${code})`, `[${code}](https://www.gwent.police.uk)`])
      expect(await toldOf(cardOf({ type: 'TextBlock', text }, []))).toEqual({ kind: 'refused', code: 'failed' });
  });

  it('is not shown where it gives a return code, which its server knows', async () => {
    const code = showReturnCode(freshCode());
    const plain = showReturnCode(codeWithoutDigits()).toLowerCase();
    const written = [code, code.toLowerCase(), plain].flatMap((text) => [
      text,
      text.replaceAll('-', ''),
      text.replaceAll('-', ' '),
    ]);
    const parts = written.flatMap((text) => [
      { type: 'TextBlock', text: `Your code ${text} is new.`, fontType: 'Monospace' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] },
      { type: 'FactSet', facts: [{ title: 'Code', value: text }] },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), nested, async (part, places) => {
        expect(await toldOf(cardOf(part, places))).toEqual({ kind: 'refused', code: 'failed' });
        expect(await toldOf(cardOf({ type: 'TextBlock', text: 'Only to be read.' }, places))).toMatchObject({
          kind: 'card',
        });
      }),
    );
  });
});
