import { describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';

describe('saying something', () => {
  it('fills in values as they are', () => {
    expect(translate('en', 'common.required', { label: '<b>{x}</b>' })).toBe('<b>{x}</b> (required)');
    expect(translate('cy', 'common.required', { label: 'Enw' })).toBe('Enw (gofynnol)');
  });

  it('counts in each language', () => {
    expect(translate('en', 'comeBack.followUps', { count: 1 })).toBe('You have added to your report once.');
    expect(translate('en', 'comeBack.followUps', { count: 4 })).toBe('You have added to your report 4 times.');
    expect(translate('cy', 'comeBack.followUps', { count: 0 })).toBe(
      'Nid ydych wedi ychwanegu dim at eich adroddiad hyd yma.',
    );
    expect(translate('cy', 'comeBack.followUps', { count: 2 })).toBe(
      'Rydych wedi ychwanegu at eich adroddiad ddwywaith.',
    );
    expect(translate('cy', 'report.thenLater', { days: 2 })).toContain('2 ddiwrnod');
    expect(translate('cy', 'report.thenLater', { days: 7 })).toContain('7 diwrnod');
  });

  it('throws when a value is missing', () => {
    expect(() => translate('en', 'common.step', { number: 1 })).toThrow();
  });
});
