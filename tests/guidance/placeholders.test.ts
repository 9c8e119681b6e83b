import { describe, expect, it } from '@jest/globals';
import { languages } from '../../core/model/language.ts';
import { filledIn, placeholders, strayBraces } from '../../guidance/placeholders.ts';
import { fewContacts, fullContacts } from '../support/cards/example-views.ts';

describe('a name in braces', () => {
  it.each(placeholders)('{%s} is filled in in each language, with any contacts', (name) => {
    for (const language of languages)
      for (const contacts of [fewContacts, fullContacts]) {
        const filled = filledIn(`a {${name}} b`, language, contacts);
        expect(filled).toMatch(/^a [^{}]+ b$/u);
      }
  });

  it('is filled in once: what stands in it stays as it is', () => {
    const contacts = { ...fewContacts, emergency: '{force}' };
    expect(filledIn('{emergency}', 'en', contacts)).toBe('{force}');
  });

  it('stands for nothing where it is none, even where every object has one of that name', () => {
    for (const name of ['constructor', 'toString', 'iopc', '', ' force'])
      expect(strayBraces(`a {${name}} b`)).toBe(`{${name}}`);
    expect(filledIn('{constructor}', 'en', fewContacts)).toBe('{constructor}');
    expect(strayBraces('{force} and {victims}')).toBeUndefined();
    expect(strayBraces('{{force}}')).toBe('{');
    expect(strayBraces('}')).toBe('}');
  });
});
