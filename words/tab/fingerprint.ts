import type { Words } from '../word.ts';

/** Fingerprints of keys: as words that are read aloud, and compared by pasting. */
export const fingerprintWords = {
  'fingerprint.inWords': { en: 'In words', cy: 'Mewn geiriau' },
  'fingerprint.inWordsOf': { en: 'In words: {name}', cy: 'Mewn geiriau: {name}' },
  'fingerprint.english': { en: 'In English words:', cy: 'Mewn geiriau Saesneg:' },
  'fingerprint.welsh': { en: 'In Welsh words:', cy: 'Mewn geiriau Cymraeg:' },
  'fingerprint.title': { en: 'Compare a fingerprint', cy: 'Cymharu olion bys' },
  'fingerprint.why': {
    en: 'Paste or type a fingerprint that you have from paper or from a person, and this page says which key on it has the same. Digits, words in either language and whole public halves will do.',
    cy: 'Gludwch neu teipiwch olion bys sydd gennych ar bapur neu gan berson, ac mae’r dudalen hon yn dweud pa allwedd arni sydd â’r un rhai. Gallwch roi digidau, geiriau yn y naill iaith neu’r llall, neu hanner cyhoeddus cyfan.',
  },
  'fingerprint.given': { en: 'Fingerprint (required)', cy: 'Olion bys (gofynnol)' },
  'fingerprint.compare': { en: 'Compare', cy: 'Cymharu' },
  'fingerprint.unreadable': {
    en: 'This is no fingerprint. It has 32 digits and letters from a to f, or twelve words. A word may have been heard or copied wrong.',
    cy: 'Nid olion bys yw hyn. Mae ganddynt 32 o ddigidau a llythrennau o a i f, neu ddeuddeg gair. Efallai y cafodd gair ei glywed neu ei gopïo’n anghywir.',
  },
  'fingerprint.same': { en: 'It is the same as: {names}.', cy: 'Mae’r un fath â: {names}.' },
  'fingerprint.sameBeginning': {
    en: 'It is an earlier, shorter form, and the same as the beginning of: {names}. Write the whole of it down now.',
    cy: 'Mae’n ffurf gynharach, fyrrach, ac yr un fath â dechrau: {names}. Ysgrifennwch y cyfan i lawr nawr.',
  },
  'fingerprint.none': {
    en: 'No key on this page has it. If it is to be one of these, seal nothing, and tell the operators and your head of unit.',
    cy: 'Nid oes allwedd â’r olion bys hyn ar y dudalen hon. Os un o’r rhain ddylai fod, peidiwch â selio dim, a dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
} as const satisfies Words<'fingerprint'>;
