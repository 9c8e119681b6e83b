import { describe, expect, it } from '@jest/globals';
import { gallery } from '../../support/cards/gallery.ts';
import { dataOfMove, languageOfCard } from '../../../tab/report/card-actions.ts';

const cardOf = (name: string): object => gallery().find((picture) => picture.name === name)?.card ?? {};

describe('the buttons of a card on the page', () => {
  it('are found by their move, wherever they stand, with what they carry', () => {
    const data = dataOfMove(cardOf('report-account-en'), 'language');
    expect(data).toEqual({ candour: { verb: 'move', move: 'language', state: expect.any(String) } });
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
});
