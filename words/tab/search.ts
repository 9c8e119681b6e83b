import type { Words } from '../word.ts';

/** The search in what the page has opened. */
export const searchWords = {
  'search.heading': { en: 'Search what you have opened', cy: 'Chwilio’r hyn a agoroch' },
  'search.intro': {
    en: 'Search the working titles, reports, messages and notes that this page has opened since you opened your key. Searching opens nothing, and what you type stays on this page. Once the key locks, there is nothing left to search.',
    cy: 'Chwiliwch y teitlau gwaith, yr adroddiadau, y negeseuon a’r nodiadau y mae’r dudalen hon wedi’u hagor ers i chi agor eich allwedd. Nid yw chwilio’n agor dim, ac mae’r hyn a deipiwch yn aros ar y dudalen hon. Ar ôl i’r allwedd gloi, ni fydd dim ar ôl i’w chwilio.',
  },
  'search.cases': {
    en: '{count, plural, one {# case has been opened here.} other {# cases have been opened here.}}',
    cy: '{count, plural, one {Agorwyd # achos yma.} two {Agorwyd dau achos yma.} other {Agorwyd # achos yma.}}',
  },
  'search.letGo': {
    en: '{count, plural, one {The case that you opened first is no longer searched, to save memory. Open it again to find it here.} other {The # cases that you opened first are no longer searched, to save memory. Open them again to find them here.}}',
    cy: '{count, plural, one {Nid yw’r achos a agoroch gyntaf yn cael ei chwilio mwyach, i arbed cof. Agorwch ef eto i’w ganfod yma.} two {Nid yw’r ddau achos a agoroch gyntaf yn cael eu chwilio mwyach, i arbed cof. Agorwch nhw eto i’w canfod yma.} other {Nid yw’r # achos a agoroch gyntaf yn cael eu chwilio mwyach, i arbed cof. Agorwch nhw eto i’w canfod yma.}}',
  },
  'search.nothingOpen': {
    en: 'Nothing has been opened yet. Open a report to search its words here.',
    cy: 'Nid oes dim wedi’i agor eto. Agorwch adroddiad i chwilio ei eiriau yma.',
  },
  'search.locked': {
    en: 'Your key is locked, so there is nothing to search. Open your key and a report first.',
    cy: 'Mae eich allwedd wedi’i chloi, felly nid oes dim i’w chwilio. Agorwch eich allwedd ac adroddiad yn gyntaf.',
  },
  'search.words': { en: 'Words to look for', cy: 'Geiriau i chwilio amdanynt' },
  'search.hint': {
    en: 'Capitals and accents make no difference: “ty” finds “Tŷ”. A name, a number or part of a word will do.',
    cy: 'Nid yw priflythrennau nac acenion yn gwneud gwahaniaeth: mae “ty” yn dod o hyd i “Tŷ”. Mae enw, rhif neu ran o air yn ddigon.',
  },
  'search.short': { en: 'Type at least two letters or digits.', cy: 'Teipiwch o leiaf ddwy lythyren neu ddau ddigid.' },
  'search.send': { en: 'Search', cy: 'Chwilio' },
  'search.found': {
    en: '{count, plural, =0 {Nothing was found in what you have opened.} one {Found in # place.} other {Found in # places.}}',
    cy: '{count, plural, =0 {Ni chafwyd hyd i ddim yn yr hyn a agoroch.} one {Cafwyd hyd i’r geiriau mewn un lle.} two {Cafwyd hyd i’r geiriau mewn dau le.} other {Cafwyd hyd i’r geiriau mewn # lle.}}',
  },
  'search.first': {
    en: 'The first {count, number} are shown. Add a word to find fewer.',
    cy: 'Dangosir y {count, number} cyntaf. Ychwanegwch air i ddod o hyd i lai.',
  },
  'search.openCase': { en: 'Open case {reference}', cy: 'Agor achos {reference}' },
  'search.inAnswer': { en: 'Report: {question}', cy: 'Adroddiad: {question}' },
  'search.inMessageFrom': { en: 'Message from the person who reported', cy: 'Neges gan y person a roddodd wybod' },
  'search.inMessageTo': { en: 'Message to the person who reported', cy: 'Neges at y person a roddodd wybod' },
  'search.inSanitised': { en: 'Sanitised text', cy: 'Testun wedi’i lanhau' },
  'search.inTitle': { en: 'Working title or subject', cy: 'Teitl gwaith neu bwnc' },
  'search.inNote': { en: 'Note or reason', cy: 'Nodyn neu reswm' },
} as const satisfies Words<'search'>;
