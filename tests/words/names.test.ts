import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../core/model/language.ts';
import { catalogue as cardWords } from '../../words/cards/catalogue.ts';
import { catalogue as partnerWords } from '../../words/partners/catalogue.ts';
import { catalogue as tabWords } from '../../words/tab/catalogue.ts';
import type { Word } from '../../words/word.ts';

/** Names that docs/style-of-words.md gives up, each for another that stands there. */
const notSaid: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\b(?:some|any)body\b/iu,
    /\bno one\b/iu,
    /\bwhoever\b/iu,
    /\bof which\b/iu,
    /\b(?:those|the people) who (?:deal with|handle)\b/iu,
    /\b(?:take|takes|taken|took|taking) back\b/iu,
    /\bcall(?:ed)? off\b/iu,
    /\banew\b|\bonce more\b/iu,
    /\bshort read\b/iu,
    /\bshut out\b/iu,
    // A passkey asks for a real one.
    /(?<!your )\bfingerprints?\b/iu,
    /\b(?:un)?seal(?:s|ed|ing)?\b/iu,
    /\bvictimi[sz](?!ation under the Equality Act)/iu,
    /\blook again\b/iu,
  ],
  cy: [
    /\bymdrin\b/iu,
    /\by sawl a roddodd wybod\b/iu,
    /\brhoddoch\b/iu,
    /\bdangos mwy\b/iu,
    /\bfersiwn (?:mwy newydd|cynharach|hwn|hwnnw)\b/iu,
    /\bPDF hon\b/u,
    /\bolion bys\b/iu,
    /\bddim o gwbl\b/iu,
    /\bcofnod penderfyniadau\b/iu,
    /\batgyfeirio\b/iu,
  ],
};

const textsIn = (language: Language): readonly (readonly [string, string])[] => [
  ...[cardWords, tabWords, partnerWords].flatMap((one) =>
    Object.entries<Word>(one).map(([key, word]) => [key, word[language]] as const),
  ),
  ...globSync(join(import.meta.dirname, `../../guidance/*/*.${language}.md`)).map(
    (path) => [basename(path), readFileSync(path, 'utf8')] as const,
  ),
];

describe('one name for one thing', () => {
  it.each(languages)('holds in every text of cards, pages and guidance, in %s', (language) => {
    const found = textsIn(language).flatMap(([key, text]) =>
      notSaid[language].flatMap((name) => {
        const [said] = name.exec(text.replaceAll(/\{\w+\}/gu, '')) ?? [];
        return said === undefined ? [] : [`${key}: ${said}`];
      }),
    );
    expect(found).toEqual([]);
  });
});
