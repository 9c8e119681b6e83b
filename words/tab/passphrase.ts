import type { Words } from '../word.ts';

/** A passphrase that is drawn, or judged. */
export const passphraseWords = {
  'passphrase.drawEnglish': { en: 'Get six English words', cy: 'Dewis chwe gair Saesneg ar hap' },
  'passphrase.drawWelsh': { en: 'Get six Welsh words', cy: 'Dewis chwe gair Cymraeg ar hap' },
  'passphrase.drawn': {
    en: 'This is your passphrase. Write the six words down now, with a space between each, and keep them apart from the file. They are shown only here, and you type them in the next step.',
    cy: 'Dyma eich cyfrinymadrodd. Ysgrifennwch y chwe gair nawr, â bwlch rhwng pob un, a’u cadw ar wahân i’r ffeil. Dim ond yma y cânt eu dangos, a byddwch yn eu teipio yn y cam nesaf.',
  },
  'passphrase.drawOthers': { en: 'Get six other words', cy: 'Dewis chwe gair arall ar hap' },
  'passphrase.own': { en: 'Make up my own instead', cy: 'Llunio fy un fy hun yn lle hynny' },
  'passphrase.weak': {
    en: 'This passphrase is too easy to guess. Get six words above, or add words that do not usually go together.',
    cy: 'Mae’r cyfrinymadrodd hwn yn rhy hawdd ei ddyfalu. Dewiswch chwe gair ar hap uchod, neu ychwanegwch eiriau nad ydynt fel arfer yn mynd gyda’i gilydd.',
  },
} as const satisfies Words<'passphrase'>;
