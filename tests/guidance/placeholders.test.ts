import { describe, expect, it } from '@jest/globals';
import { languages } from '../../core/model/language.ts';
import { fillPlaceholders, placeholderNames, findStrayBraces } from '../../guidance/placeholders.ts';
import { fewContacts, fullContacts } from '../support/cards/example-views.ts';

describe('a name in braces', () => {
  it.each(placeholderNames)('{%s} is filled in in each language, with any contacts', (name) => {
    for (const language of languages)
      for (const contacts of [fewContacts, fullContacts]) {
        const filled = fillPlaceholders(`a {${name}} b`, language, contacts);
        expect(filled).toMatch(/^a [^{}]+ b$/u);
      }
  });

  it('is filled in once: what stands in it stays as it is', () => {
    const contacts = { ...fewContacts, emergency: '{force}' };
    expect(fillPlaceholders('{emergency}', 'en', contacts)).toBe('{force}');
  });

  it('stands for nothing where it is none, even where every object has one of that name', () => {
    for (const name of ['constructor', 'toString', 'iopc', '', ' force'])
      expect(findStrayBraces(`a {${name}} b`)).toBe(`{${name}}`);
    expect(fillPlaceholders('{constructor}', 'en', fewContacts)).toBe('{constructor}');
    expect(findStrayBraces('{force} and {victims}')).toBeUndefined();
    expect(findStrayBraces('{{force}}')).toBe('{');
    expect(findStrayBraces('}')).toBe('}');
  });
});
