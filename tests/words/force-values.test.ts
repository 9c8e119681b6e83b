import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../core/model/language.ts';
import { catalogue as cardWords } from '../../words/cards/catalogue.ts';
import { catalogue as partnerWords } from '../../words/partners/catalogue.ts';
import { catalogue as tabWords } from '../../words/tab/catalogue.ts';
import { parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { formatStaffedHours } from '../../words/staffed-hours.ts';
import { translateWord } from '../../words/translate-word.ts';
import type { Word } from '../../words/word.ts';

type Values = Readonly<Record<Language, readonly string[]>>;

/** An office: short, long, one that Welsh would mutate, one with a vowel first, and one that is no name. */
const offices: Values = {
  en: [
    'Legal Services',
    'the Head of the Office of the Police and Crime Commissioner for Dyfed-Powys',
    'an adviser',
    'someone the force has chosen',
  ],
  cy: [
    'y Cyfreithwyr',
    'Pennaeth Swyddfa Comisiynydd yr Heddlu a Throsedd ar gyfer Dyfed-Powys',
    'Gwasanaethau Cyfreithiol',
    'Archwilydd yr heddlu',
    'rhywun a ddewisodd yr heddlu',
  ],
};
const hours = ['mon-fri 08:00-18:00', 'mon 09:00-10:00; wed-thu 07:30-23:00; holidays 10:00-12:00'].map(
  (text) => parseStaffedHours(text) ?? [],
);

/** The values that a force sets and sentences name, with those that read differently. */
const valuesOf: Readonly<Record<string, Values>> = {
  force: {
    en: ['Kent Police', 'Devon and Cornwall Police', 'Avon & Somerset Police (South)'],
    cy: ['Heddlu Gwent', 'Cwnstabliaeth Niwclear Sifil', 'Awdurdod yr Heddlu ar gyfer De-ddwyrain Cymru'],
  },
  reserve: offices,
  custodians: offices,
  victimUnit: offices,
  commissioner: offices,
  victims: {
    en: ['Victim Care', 'Dyfed-Powys and North Wales Victim and Witness Support', 'Effect'],
    cy: ['Gofal', 'Cymorth i Ddioddefwyr a Thystion Dyfed-Powys a Gogledd Cymru', 'Effaith'],
  },
  helpline: { en: ['Live Fear Free', 'Refuge'], cy: ['Byw Heb Ofn', 'Mwy na Dim'] },
  hours: {
    en: hours.map((rows) => formatStaffedHours('en', rows)),
    cy: hours.map((rows) => formatStaffedHours('cy', rows)),
  },
};
const names = Object.keys(valuesOf);

const words = [cardWords, tabWords, partnerWords].flatMap((one) => Object.entries<Word>(one));
const drawn = words.filter(([, word]) => names.some((name) => word.en.includes(`{${name}}`)));

/** Something for each other value of a word. */
const others = (text: string): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...text.matchAll(/\{(\w+)/gu)].map(([, name = '']) => [name, text.includes(`{${name}, plural`) ? 2 : '999']),
  );

const drawings = (language: Language, word: Word): readonly string[] =>
  names
    .filter((name) => word[language].includes(`{${name}}`))
    .flatMap((name) =>
      (valuesOf[name]?.[language] ?? []).map((value) =>
        translateWord(language, word, { ...others(word[language]), [name]: value }),
      ),
    );

/** Words after which Welsh would change the first letter of the next, or which change before a vowel. */
const changing =
  /(?:^|[\s(])(?:a|â|am|ar|at|dan|dros|drwy|dy|dyma|dyna|ei|fel|fy|gan|gyda|heb|hyd|i|na|neu|ni|o|oddi wrth|pa|tan|tua|trwy|wrth|y|yn|i’w|a’i|o’i)\s+\{(\w+)\}/giu;

describe('sentences that name what a force sets', () => {
  it('are known', () => {
    expect(drawn.length).toBeGreaterThan(20);
  });

  it.each(languages)('begin and go on as a sentence does, in %s', (language) => {
    const odd = drawn.flatMap(([key, word]) =>
      drawings(language, word)
        .filter((text) =>
          /^\p{Ll}|[.?] \p{Ll}|\s[.,;:?)]|\.\.| {2}|\(\s|\b(?:the|an?|y|yr) (?:the|an|y|yr)\b/u.test(text),
        )
        .map((text) => `${key}: ${text}`),
    );
    expect(odd).toEqual([]);
  });

  it('have no name in Welsh where its first letter would change', () => {
    const odd = drawn.flatMap(([key, { cy }]) =>
      [...cy.matchAll(changing)].filter(([, name = '']) => names.includes(name)).map(([found]) => `${key}: ${found}`),
    );
    expect(odd).toEqual([]);
  });
});
