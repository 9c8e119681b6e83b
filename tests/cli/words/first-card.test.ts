import { describe, expect, it } from '@jest/globals';
import {
  countFirstCardWords,
  countWords,
  firstCardTexts,
  isFirstCardUnderGoal,
  introTexts,
  withAllContacts,
} from '../../../cli/words/first-card.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { translate as sayOnPage } from '../../../words/tab/translate.ts';
import { questionWordKeys } from '../../../words/cards/question-word-keys.ts';
import { runWords } from '../../support/cli/words-project.ts';
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
    expect(isFirstCardUnderGoal(countFirstCardWords(contacts))).toBe(true);
    expect(isFirstCardUnderGoal(countFirstCardWords(withAllContacts(contacts)))).toBe(true);
    const offices = {
      reserve: { en: 'the Head of Legal Services', cy: 'Pennaeth y Gwasanaethau Cyfreithiol' },
      custodians: { en: 'the Data Protection Officer', cy: 'y Swyddog Diogelu Data' },
    };
    expect(isFirstCardUnderGoal(countFirstCardWords(withAllContacts({ ...contacts, ...offices })))).toBe(true);
  });

  it('is printed for each door, and the command ends with whether it is short enough', async () => {
    const { code, said } = await runWords('first-card');
    const counts = countFirstCardWords(withAllContacts(contacts));
    expect(code).toBe(isFirstCardUnderGoal(counts) ? 0 : 1);
    for (const { entryPoint: door, words } of counts)
      expect(said).toMatch(new RegExp(`${door}\\s+${words.en}\\s+${words.cy}`, 'u'));
  });

  it('is long enough where one language of one door is at the goal', () => {
    expect(isFirstCardUnderGoal([{ entryPoint: 'chat', words: { en: 169, cy: 189 } }])).toBe(true);
    expect(isFirstCardUnderGoal([{ entryPoint: 'chat', words: { en: 169, cy: 190 } }])).toBe(false);
    expect(isFirstCardUnderGoal([{ entryPoint: 'chat', words: { en: 170, cy: 10 } }])).toBe(false);
  });
});
