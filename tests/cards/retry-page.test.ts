import { describe, expect, it } from '@jest/globals';
import { renderPage } from '../../cards/render-page.ts';
import { retryPage, type RetryStep } from '../../cards/retry-page.ts';
import { maxCardSize } from '../../cards/card-size.ts';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';
import { languages } from '../../core/model/language.ts';
import { questions } from '../../core/model/questions.ts';
import { renderDialogCard } from '../../bot/teams/card-responses.ts';
import { questionWordKeys } from '../../words/cards/question-word-keys.ts';
import { translate } from '../../words/cards/translate.ts';
import { exampleToken, fullContacts, longestToken, prose } from '../support/cards/example-views.ts';
import { nextStepInput } from '../support/core/next-step-input.ts';
import { parseCard } from '../support/journeys/parsed-card.ts';

const action = { verb: 'move', move: 'next', state: exampleToken, language: 'en' } as const;
const held = (inputs: RetryStep['inputs'], more: Partial<RetryStep> = {}) =>
  retryPage({
    language: 'en',
    notice: 'unavailable',
    reference: '4821',
    action,
    inputs,
    contacts: fullContacts,
    ...more,
  });
const cardOf = (...given: Parameters<typeof held>) => parseCard(renderPage(held(...given)));
/** What the one button sends where nothing is changed, as the doors read it. */
function sentBy(card: ReturnType<typeof cardOf>) {
  expect(card.buttons).toHaveLength(1);
  const filled = card.inputs.flatMap(({ id, value }) => (value ? [[id, value] as const] : []));
  return parseSubmittedAction({ ...card.buttons[0]?.data, ...Object.fromEntries(filled) });
}

describe('a step that could not be taken', () => {
  const inputs = { what: 'It began in March.\n"So I heard."', risk: 'no', conflict: 'unsure', signs: 'gifts,touch' };

  it.each(languages)('is shown with all that was typed and chosen, in %s, and why', (language) => {
    const card = cardOf(inputs, { language });
    expect(card.language).toBe(language);
    for (const key of ['notice.unavailableHeading', 'notice.unavailable', 'notice.held'] as const)
      expect(card.text).toContain(translate(language, key));
    expect(card.text).toContain('4821');
    expect(Object.fromEntries(card.inputs.map(({ id, value }) => [id, value]))).toEqual(inputs);
    expect(card.inputs[0]?.label).toContain(translate(language, questionWordKeys.what.label));
  });

  it('is sent again by its one button, as it was', () => {
    expect(sentBy(cardOf({ ...inputs, ...nextStepInput('send') }))).toEqual({
      action,
      inputs: { ...inputs, ...nextStepInput('send') },
    });
    expect(sentBy(cardOf({ addition: 'more words' }))?.inputs).toEqual({ addition: 'more words' });
    expect(sentBy(cardOf({ code: 'half a code' }))?.inputs).toEqual({ code: 'half a code' });
    const dialog = parseCard(renderDialogCard(held(nextStepInput('send'))));
    expect(parseSubmittedAction(dialog.buttons[0]?.data)).toEqual({ action, inputs: nextStepInput('send') });
  });

  it('may have had nothing typed on its card', () => {
    const card = cardOf({}, { action: { ...action, move: 'send' }, notice: 'failed' });
    expect([card.inputs, card.text.includes(translate('en', 'notice.failed'))]).toEqual([[], true]);
    expect(sentBy(card)).toEqual({ action: { ...action, move: 'send' }, inputs: {} });
  });

  it('takes nothing along that no card of ours has asked for at any length, and lets nothing take the place of the step', () => {
    const odd = {
      what: 7,
      risk: null,
      who: ['x'],
      candour: 'x',
      msteams: 'y',
      other: 'x'.repeat(500),
      ['']: 'z',
      'a b': 'odd',
    };
    const card = cardOf(odd);
    expect(card.inputs).toEqual([]);
    expect(sentBy(card)?.action).toEqual(action);
    expect(sentBy(card)?.inputs).toEqual({});
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, place) => [`odd${place}`, 'x'.repeat(300)]));
    expect(cardOf(many).json.length).toBeLessThan(maxCardSize);
  });

  it('has room for whatever is sent in the place of choices, and keeps none that no card offers', () => {
    const odd = Object.fromEntries(Object.keys(questions).map((id) => [id, 'x'.repeat(20_000)]));
    const card = cardOf(odd, { action: { ...action, state: longestToken }, language: 'cy' });
    expect(card.json.length).toBeLessThanOrEqual(maxCardSize);
    expect(card.inputs.every(({ type }) => type === 'Input.Text')).toBe(true);
  });

  it('has room for the longest state, and says of which words there was no room', () => {
    const what = prose(90_000);
    const card = cardOf({ what, who: 'a sergeant' }, { action: { ...action, state: longestToken }, language: 'cy' });
    const left = card.inputs.find(({ id }) => id === 'what')?.value ?? '';
    expect([what.startsWith(left), left.length > 15_000]).toEqual([true, true]);
    const label = translate('cy', questionWordKeys.what.label);
    expect(card.text).toContain(translate('cy', 'problem.cut', { label, by: what.length - left.length }));
    expect(card.json.length).toBeLessThanOrEqual(maxCardSize);
  });

  it('shows words as words', () => {
    const what = '${token} {{DATE(2020-01-01T00:00:00Z)}} [x](https://example.org) <b>';
    expect(cardOf({ what }).inputs[0]?.value).toBe(what);
  });
});
