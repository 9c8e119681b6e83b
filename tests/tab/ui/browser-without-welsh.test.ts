import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseIcuMessage } from '../../../tab/build/words-plugin.ts';
import { formatSeconds, metadataText } from '../../../tab/files/file-picker-words.ts';
import { fileSizeText } from '../../../tab/ui/file-labels.ts';
import { compileMessage } from '../../../tab/ui/parsed-message-format.ts';
import { compileMessage as compileByLibrary } from '../../../words/message-format.ts';
import { catalogue as cards } from '../../../words/cards/catalogue.ts';
import { catalogue as partners } from '../../../words/partners/catalogue.ts';
import { catalogue as tab } from '../../../words/tab/catalogue.ts';
import { translate, type WordKey, type WordValues } from '../../../words/tab/translate.ts';
import type { Word } from '../../../words/word.ts';

const counts = [0, 1, 2, 3, 4, 6, 7, 12_345, 1.5];
const counted = [tab, cards, partners]
  .flatMap((catalogue) => Object.values<Word>(catalogue).map(({ cy }) => cy))
  .filter((text) => /, (?:plural|number)/u.test(text));
const valuesOf = (text: string, count: number) =>
  Object.fromEntries([...text.matchAll(/\{(\w+)/gu)].map((match) => [match[1] ?? '', count]));
const say = (compile: (text: string) => ReturnType<typeof compileByLibrary>): readonly string[] =>
  counted.flatMap((text) => counts.map((count) => compile(text)(valuesOf(text, count))));

// Node has Welsh: said before it is taken away.
const expected = say((text) => compileByLibrary(text, 'cy'));

const { PluralRules, NumberFormat } = Intl;
const spoken = (locale: unknown): string => (String(locale).startsWith('en') ? 'en-GB' : 'de-DE');
beforeAll(() => {
  Object.assign(Intl, {
    PluralRules: class extends PluralRules {
      constructor(locale?: unknown, options?: Intl.PluralRulesOptions) {
        super(spoken(locale), options);
      }
    },
    NumberFormat: class extends NumberFormat {
      constructor(locale?: unknown, options?: Intl.NumberFormatOptions) {
        super(spoken(locale), options);
      }
    },
  });
});
afterAll(() => void Object.assign(Intl, { PluralRules, NumberFormat }));

describe('a page in Welsh, in a browser that has none on a machine in German,', () => {
  const translateHere = (key: WordKey, values?: WordValues): string => translate('cy', key, values);

  it('counts as Welsh does, in each of its words that count', () => {
    expect(counted.length).toBeGreaterThan(30);
    expect(say((text) => compileMessage(parseIcuMessage(text), 'cy'))).toEqual(expected);
  });

  it('writes days, seconds and sizes as Welsh does', () => {
    const localisation = { language: 'cy', translate: translateHere, announce: () => undefined } as const;
    expect(metadataText(localisation, { kind: 'day', day: '2026-08-03' })).toBe('dyddiad: 3 Awst 2026');
    expect(formatSeconds(1_234.51)).toBe('1,234.6');
    expect(fileSizeText(translateHere, 1_500_000)).toContain('1.5 ');
  });
});
