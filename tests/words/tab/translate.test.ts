import { describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/tab/translate.ts';

describe('saying something in the tab', () => {
  it('fills in values as they are, and counts in each language', () => {
    expect(translate('en', 'who.me', { name: '<b>{x}</b>' })).toBe('<b>{x}</b> (you)');
    expect(translate('en', 'list.shown', { count: 1 })).toBe('1 case is shown.');
    expect(translate('en', 'list.shown', { count: 12 })).toBe('12 cases are shown.');
    expect(translate('cy', 'list.shown', { count: 2 })).toBe('Dangosir 2 achos.');
  });

  it('throws when a value is missing', () => {
    expect(() => translate('en', 'who.me')).toThrow();
  });
});
