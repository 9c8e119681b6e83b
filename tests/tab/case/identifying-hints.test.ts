import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { findIdentifyingHints, identifyingHintText } from '../../../tab/case/identifying-hints.ts';
import { translate } from '../../../words/tab/translate.ts';

describe('the hints in a sanitised text', () => {
  it.each([
    ['I saw that the sergeant was there at 14:32.', ['I', '14:32']],
    ['Gwelais fod y sarsiant yn yr orsaf am 14:32.', ['Gwelais', '14:32']],
  ])('are those of the language that it is written in, whatever the report was: %s', (text, expected) => {
    for (const ofReport of languages) {
      expect(findIdentifyingHints(text, ofReport).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    }
  });

  it('are each a sentence with their place, in both languages', () => {
    const text = 'It was said.\nThe officer was there at 14:32.';
    const [hint] = findIdentifyingHints(text, 'en');
    if (!hint) throw new Error('no hint was found');
    expect(identifyingHintText((key, values) => translate('en', key, values), text, hint)).toBe(
      '“14:32”, line 2, character 26: an exact time',
    );
    expect(identifyingHintText((key, values) => translate('cy', key, values), text, hint)).toBe(
      '“14:32”, llinell 2, nod 26: yr union amser',
    );
  });
});
