import { describe, expect, it } from '@jest/globals';
import {
  countFirstCardWords,
  countWords,
  firstCardTexts,
  countShortestWayWords,
  isFirstCardShort,
  isShortestWayShort,
  shortestWayTexts,
  introTexts,
  withAllContacts,
} from '../../../cli/words/first-card.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { translate as sayOnPage } from '../../../words/tab/translate.ts';
import { questionWordKeys } from '../../../words/cards/question-word-keys.ts';
import { runWords } from '../../support/cli/words-project.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { applyReportMove, initialReportState } from '../../../core/reporting/report-flow.ts';
import { stepQuestions } from '../../../core/model/report-steps.ts';

const contacts = contactsSchema.parse({});
const card = (...body: readonly object[]) => ({ type: 'AdaptiveCard', body });
const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, ...more });

describe('the words before the first question', () => {
  it('are the headings, texts and buttons that stand above it, wherever they are held', () => {
    const drawn = card(
      text('Heading'),
      { type: 'Container', items: [text('One two.'), { type: 'ColumnSet', columns: [{ items: [text('three')] }] }] },
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Ring 999', url: 'tel:999' }] },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'four' }] },
      { type: 'Container', items: [{ type: 'Input.Text', label: 'Asked' }, text('A hint')] },
      text('After it'),
    );
    expect(introTexts(drawn)).toEqual(['Heading', 'One two.', 'three', 'Ring 999', 'four']);
  });

  it('are not those that show only after a press', () => {
    const more = { type: 'Action.ShowCard', title: 'More', card: card(text('Behind it')) };
    const drawn = card(text('Before'), text('Hidden', { isVisible: false }), { type: 'ActionSet', actions: [more] });
    expect(introTexts(drawn)).toEqual(['Before', 'More']);
  });

  it('count as somebody reads them: a number and a word with a mark are one each, a mark alone is none', () => {
    expect(countWords(['Ring 0800 085 0000.', 'Mae’n bwysig – iawn', '', ' • '])).toBe(7);
  });
});

describe('the first card', () => {
  it.each(languages)('is counted to its question and no further, at every door, in %s', (language) => {
    const asked = stepQuestions('account').map((id) => translate(language, questionWordKeys[id].label));
    expect(asked.length).toBeGreaterThan(0);
    for (const door of ['window', 'chat', 'page'] as const) {
      const texts = firstCardTexts(door, language, contacts);
      expect(texts.join('\n')).toContain(contacts.emergency);
      for (const label of asked) expect(texts.join('\n')).not.toContain(label);
    }
  });

  it.each(languages)('is counted with what stands above it in the window and on the page, in %s', (language) => {
    expect(firstCardTexts('window', language, contacts)[0]).toBe(translate(language, 'common.dialogTitle'));
    expect(firstCardTexts('page', language, contacts)[0]).toBe(sayOnPage(language, 'report.startReport'));
  });

  it('is counted with every way out that a force may set, and with the numbers that it has set', () => {
    for (const way of ['iopc', 'victimsPhone', 'federation'] as const)
      expect(withAllContacts(contacts)[way]).toBeDefined();
    expect(withAllContacts(contactsSchema.parse({ iopc: '0300 020 0096' })).iopc).toBe('0300 020 0096');
  });

  it('is short enough at every door, whatever a force has set', () => {
    for (const set of [contacts, withAllContacts(contacts)]) {
      expect(isFirstCardShort(countFirstCardWords(set))).toBe(true);
      expect(isShortestWayShort(countShortestWayWords(set))).toBe(true);
    }
    const offices = {
      reserve: { en: 'the Head of Legal Services', cy: 'Pennaeth y Gwasanaethau Cyfreithiol' },
      custodians: { en: 'the Data Protection Officer', cy: 'y Swyddog Diogelu Data' },
    };
    expect(isShortestWayShort(countShortestWayWords(withAllContacts({ ...contacts, ...offices })))).toBe(true);
  });

  it('is printed for each door with the way to the receipt, and the command ends with whether both are short', async () => {
    const { code, said } = await runWords('first-card');
    const all = withAllContacts(contacts);
    const counts = [...countFirstCardWords(all), ...countShortestWayWords(all)];
    expect(code).toBe(
      isFirstCardShort(countFirstCardWords(all)) && isShortestWayShort(countShortestWayWords(all)) ? 0 : 1,
    );
    for (const { entryPoint: door, words } of counts)
      expect(said).toMatch(new RegExp(`${door}\\s+${words.en} of \\d+\\s+${words.cy} of \\d+`, 'u'));
  });

  it('is too long where one language of one door is over its limit', () => {
    const page = (en: number, cy: number) => [{ entryPoint: 'page' as const, words: { en, cy } }];
    expect([isFirstCardShort(page(80, 95)), isFirstCardShort(page(81, 95)), isFirstCardShort(page(80, 96))]).toEqual([
      true,
      false,
      false,
    ]);
    const chat = (en: number) => [{ entryPoint: 'chat' as const, words: { en, cy: 10 } }];
    expect([isShortestWayShort(chat(350)), isShortestWayShort(chat(351)), isShortestWayShort(page(450, 520))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the way from the first card to the receipt', () => {
  it.each(languages)('is counted with every label, hint, choice and button of its cards, in %s', (language) => {
    for (const door of ['window', 'chat', 'page'] as const) {
      const texts = shortestWayTexts(door, language, contacts);
      const said = [
        ...(['what', 'risk', 'conflict', 'mode'] as const).map((id) => questionWordKeys[id].label),
        questionWordKeys.what.hint,
        questionWordKeys.conflict.hint,
        ...Object.values(questionWordKeys.mode.options),
        ...(['common.continue', 'report.thenSend', 'report.codeOnly', 'receipt.heading', 'common.done'] as const),
      ];
      for (const key of said) expect(texts.join('\n')).toContain(translate(language, key));
      expect(texts.join(' ')).not.toMatch(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}\b/u);
    }
    expect(shortestWayTexts('page', language, contacts)).toContain(sayOnPage(language, 'report.codeCopy'));
  });

  it('takes five presses: an answer to each required choice, Continue twice, and Send', () => {
    let state = initialReportState(
      generateReturnCode((bytes) => new Uint8Array(bytes)),
      'en',
    );
    let presses = 0;
    const go = (verb: string, inputs: Readonly<Record<string, string>>) => {
      presses += 1 + Object.keys(inputs).filter((id) => id !== 'what').length;
      const turn = applyReportMove(state, { verb, inputs });
      ({ state } = turn);
      return turn;
    };
    go('next', { what: 'It began in March.', conflict: 'no' });
    go('next', { mode: 'confidential' });
    expect(go('send', {})).toMatchObject({ problems: [], effect: 'send' });
    expect(presses).toBe(5);
  });
});
