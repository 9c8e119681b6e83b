import { describe, expect, it } from '@jest/globals';
import { galleryPages } from '../../support/cards/gallery.ts';
import {
  findReturnCode,
  findLanguageData,
  findMoveData,
  parseFlow,
  isGuidancePage,
  isConversationInProgress,
} from '../../../tab/report/page-actions.ts';
import type { Page } from '../../../cards/page.ts';
import { exampleCode, exampleCodeWords } from '../../support/cards/example-views.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';

const empty: Page = { language: 'en', heading: 'Heading', actions: [] };
const pages = galleryPages();
const pageOf = (name: string): Page => pages.find((picture) => picture.name === name)?.page ?? empty;

describe('the buttons of a card on the page', () => {
  it('are found by their move, wherever they stand, with what they carry', () => {
    const data = findMoveData(pageOf('report-account-en'), 'language');
    expect(data).toEqual({ candour: { verb: 'move', move: 'language', state: expect.any(String), language: 'en' } });
  });

  it('offer to finish on the last cards of a report and on those of coming back, and on no card that still asks', () => {
    const endings = pages
      .filter(({ name }) => name.startsWith('report-') && name.endsWith('-en'))
      .filter(({ page }) => findMoveData(page, 'done') !== undefined)
      .map(({ name }) => name);
    expect(endings).toEqual([
      'report-receipt-en',
      'report-receipt-urgent-en',
      'report-receipt-left-en',
      'report-kept-en',
      'report-to-page-en',
    ]);
    expect(findMoveData(pageOf('come-back-messages-cy'), 'done')).toBeDefined();
  });

  it('are none where there are none', () => {
    expect(
      findMoveData({ ...empty, actions: [{ title: 'done', url: 'https://example.com/done' }] }, 'done'),
    ).toBeUndefined();
    expect(findMoveData(empty, 'done')).toBeUndefined();
  });

  it('turn a card to the other language: a step by its move, the guidance by showing the same topic', () => {
    expect(findLanguageData(pageOf('report-account-en'), 'cy')).toEqual(
      findMoveData(pageOf('report-account-en'), 'language'),
    );
    expect(findLanguageData(pageOf('guidance-own-en'), 'cy')).toEqual({
      candour: { verb: 'show', card: 'guidance', topic: 'own', language: 'cy' },
    });
    expect(findLanguageData(empty, 'cy')).toBeUndefined();
  });

  it('begin a report or a look-up, or neither', () => {
    expect(parseFlow({ candour: { verb: 'open', flow: 'report' } })).toBe('report');
    expect(parseFlow({ candour: { verb: 'open', flow: 'comeBack' } })).toBe('comeBack');
    expect(parseFlow({ candour: { verb: 'open', flow: 'week' } })).toBeUndefined();
    expect(parseFlow({ candour: { verb: 'show', card: 'guidance' } })).toBeUndefined();
  });

  it('end each card that is under way, by the card itself or by the page', () => {
    const english = pages.filter(({ language }) => language === 'en');
    const steps = english.filter(({ name }) => /^(?:report|come-back)-/u.test(name));
    const ended = steps.map(({ page }) => isConversationInProgress(page) || findMoveData(page, 'done') !== undefined);
    expect(ended).toEqual(steps.map(() => true));
    expect(english.filter(({ page }) => isGuidancePage(page)).map(({ name }) => name)).toEqual(
      english
        .map(({ name }) => name)
        .filter((name) => /^(?:guidance|welcome(?!-danger)|pulse-(?:thanks|closed)|campaign-item)/u.test(name)),
    );
    expect(english.some(({ page }) => isGuidancePage(page) && isConversationInProgress(page))).toBe(false);
  });
});

describe('the code on a card', () => {
  it('is found where it is shown to be written down, and a reference is none', () => {
    const withCode = pages.filter(({ page }) => findReturnCode(page) !== undefined);
    expect(new Set(withCode.map(({ page }) => findReturnCode(page)?.value))).toEqual(
      new Set([formatReturnCode(exampleCode)]),
    );
    for (const { page, language } of withCode)
      expect(findReturnCode(page)?.words).toBe(exampleCodeWords(language === 'cy' ? 'cy' : 'en'));
    const names = withCode.filter(({ language }) => language === 'en').map(({ name }) => name.slice(0, -3));
    expect(
      names.filter((name) => !/^(?:(?:report|hub)-(?:code|receipt|kept|to-page)|come-back-apart)/u.test(name)),
    ).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['report-code', 'report-receipt', 'report-kept', 'hub-code', 'hub-receipt']),
    );
  });
});
