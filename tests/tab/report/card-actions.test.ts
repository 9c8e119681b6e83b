import { describe, expect, it } from '@jest/globals';
import { gallery } from '../../support/cards/gallery.ts';
import {
  codeOnCard,
  dataOfLanguage,
  dataOfMove,
  flowOf,
  isGuidance,
  isUnderWay,
  languageOfCard,
} from '../../../tab/report/card-actions.ts';
import { exampleCode } from '../../support/cards/example-views.ts';
import { showReturnCode } from '../../../concerns/terms/return-code.ts';

const cardOf = (name: string): object => gallery().find((picture) => picture.name === name)?.card ?? {};

describe('the buttons of a card on the page', () => {
  it('are found by their move, wherever they stand, with what they carry', () => {
    const data = dataOfMove(cardOf('report-account-en'), 'language');
    expect(data).toEqual({ candour: { verb: 'move', move: 'language', state: expect.any(String), language: 'en' } });
  });

  it('offer to finish on the last cards of a report and on those of coming back, and on no card that still asks', () => {
    const endings = gallery()
      .filter(({ name }) => name.startsWith('report-') && name.endsWith('-en'))
      .filter(({ card }) => dataOfMove(card, 'done') !== undefined)
      .map(({ name }) => name);
    expect(endings).toEqual([
      'report-receipt-en',
      'report-receipt-urgent-en',
      'report-receipt-left-en',
      'report-kept-en',
    ]);
    expect(dataOfMove(cardOf('come-back-messages-cy'), 'done')).toBeDefined();
  });

  it('are none where there are none', () => {
    expect(
      dataOfMove({ actions: [{ type: 'Action.OpenUrl', data: { candour: { verb: 'move', move: 'done' } } }] }, 'done'),
    ).toBeUndefined();
    expect(dataOfMove({}, 'done')).toBeUndefined();
  });

  it('stand on a card in a language', () => {
    expect([languageOfCard(cardOf('welcome-cy')), languageOfCard({})]).toEqual(['cy', undefined]);
  });

  it('turn a card to the other language: a step by its move, the guidance by showing the same topic', () => {
    expect(dataOfLanguage(cardOf('report-account-en'), 'cy')).toEqual(
      dataOfMove(cardOf('report-account-en'), 'language'),
    );
    expect(dataOfLanguage(cardOf('guidance-own-en'), 'cy')).toEqual({
      candour: { verb: 'show', card: 'guidance', topic: 'own', language: 'cy' },
    });
    expect(dataOfLanguage({}, 'cy')).toBeUndefined();
  });

  it('begin a report or a look-up, or neither', () => {
    expect(flowOf({ candour: { verb: 'open', flow: 'report' } })).toBe('report');
    expect(flowOf({ candour: { verb: 'open', flow: 'comeBack' } })).toBe('comeBack');
    expect(flowOf({ candour: { verb: 'open', flow: 'week' } })).toBeUndefined();
    expect(flowOf({ candour: { verb: 'show', card: 'guidance' } })).toBeUndefined();
  });

  it('end each card that is under way, by the card itself or by the page', () => {
    const english = gallery().filter(({ language }) => language === 'en');
    const steps = english.filter(({ name }) => /^(?:report|come-back)-/u.test(name));
    const ended = steps.map(({ card }) => isUnderWay(card) || dataOfMove(card, 'done') !== undefined);
    expect(ended).toEqual(steps.map(() => true));
    expect(english.filter(({ card }) => isGuidance(card)).map(({ name }) => name)).toEqual(
      english
        .map(({ name }) => name)
        .filter((name) => /^(?:guidance|welcome(?!-danger)|pulse-(?:thanks|closed)|campaign-item)/u.test(name)),
    );
    expect(english.some(({ card }) => isGuidance(card) && isUnderWay(card))).toBe(false);
  });
});

describe('the code on a card', () => {
  it('is found where it is shown to be written down, and a reference is none', () => {
    const withCode = gallery().filter(({ card }) => codeOnCard(card) !== undefined);
    expect(new Set(withCode.map(({ card }) => codeOnCard(card)))).toEqual(new Set([showReturnCode(exampleCode)]));
    const names = withCode.filter(({ language }) => language === 'en').map(({ name }) => name.slice(0, -3));
    expect(names.filter((name) => !/^(?:(?:report|hub)-(?:code|receipt|kept)|come-back-apart)/u.test(name))).toEqual(
      [],
    );
    expect(names).toEqual(
      expect.arrayContaining(['report-code', 'report-receipt', 'report-kept', 'hub-code', 'hub-receipt']),
    );
  });
});
