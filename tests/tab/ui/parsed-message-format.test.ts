import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../../core/model/language.ts';
import { parseIcuMessage } from '../../../tab/build/words-plugin.ts';
import { compileMessage as messageOfParsed } from '../../../tab/ui/parsed-message-format.ts';
import { catalogue as cards } from '../../../words/cards/catalogue.ts';
import { compileMessage, type WordValues } from '../../../words/message-format.ts';
import { catalogue as partners } from '../../../words/partners/catalogue.ts';
import { catalogue as tab } from '../../../words/tab/catalogue.ts';

const said = (say: () => string): string => {
  try {
    return say();
  } catch {
    return 'thrown';
  }
};
/** A message by the library, and as a page says it, with each of these values. */
function both(
  text: string,
  locale: string,
  all: readonly WordValues[],
): readonly [readonly string[], readonly string[]] {
  const [byLibrary, byPage] = [compileMessage(text, locale), messageOfParsed(parseIcuMessage(text), locale)];
  return [all.map((values) => said(() => byLibrary(values))), all.map((values) => said(() => byPage(values)))];
}

const names = ['a', 'b', 'count'] as const;
const plainText = fc.string({ unit: fc.constantFrom('a', ' ', "'", '’', '<', '>', 'ŵ', '#', '|', '\\', '😀') });
const { message } = fc.letrec<{ readonly part: string; readonly message: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plainText,
    fc.constantFrom(...names).map((name) => `{${name}}`),
    fc.constantFrom(...names).map((name) => `{${name}, number}`),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('=0', '=1', 'one', 'two', 'few'),
        tie('message'),
        tie('message'),
      )
      .map(([name, rule, one, other]) => `{${name}, plural, ${rule} {${one}} other {${other}#}}`),
    fc
      .tuple(fc.constantFrom(...names), tie('message'), tie('message'))
      .map(([name, yes, other]) => `{${name}, select, yes {${yes}} other {${other}}}`),
  ),
  message: fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
}));
const value = fc.oneof(
  fc.constantFrom('', 'yes', 'other', '__proto__', 'constructor', '{a}', '<b>{x}</b>', '1', '2'),
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(1_234_567, 1.5),
);
const someValues = fc.dictionary(fc.constantFrom(...names), value);

describe('a message that was parsed when the page was built', () => {
  it.each([
    ['tab', tab],
    ['cards', cards],
    ['partners', partners],
  ] as const)('reads as the library has it, for each word of the %s and whatever its values are', (_, catalogue) => {
    const texts = Object.values(catalogue).flatMap((word) =>
      languages.map((language) => ({ language, text: word[language] })),
    );
    for (const { language, text } of texts) {
      const asked = [...text.matchAll(/\{(\w+)/gu)].map((match) => match[1] ?? '');
      const [expected, shown] = both(
        text,
        language,
        [0, 1, 2, 3, 6, 11, 12_345, 'a', 'yes', '<b>’{x}'].map((given) =>
          Object.fromEntries(asked.map((name) => [name, given])),
        ),
      );
      expect(shown).toEqual(expected);
    }
  });

  it('reads as the library has it, whatever is written into it', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('en-GB', 'cy'), someValues, (text, locale, values) => {
        fc.pre(
          said(() => JSON.stringify(parseIcuMessage(text))) !== 'thrown' &&
            said(() => compileMessage(text, locale).name) !== 'thrown',
        );
        const [expected, shown] = both(text, locale, [values]);
        expect(shown).toEqual(expected);
      }),
    );
  });

  it('is refused when the page is built, where it asks for what no word asks for so far', () => {
    for (const text of [
      '{day, date}',
      '{at, time}',
      '{x, number, percent}',
      '{x, selectordinal, other {#th}}',
      '{x, plural, offset:1 other {#}}',
    ])
      expect(() => parseIcuMessage(text)).toThrow('cannot say');
  });
});
