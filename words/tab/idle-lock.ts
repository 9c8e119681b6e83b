import type { Words } from '../word.ts';

/** The words of a page whose keys locked by themselves. */
export const idleLockWords = {
  'lock.label': { en: 'Locked', cy: 'Wedi cloi' },
  'lock.idle': {
    en: '{minutes, plural, one {Your keys locked automatically on {moment}, because nobody had used this page for # minute.} other {Your keys locked automatically on {moment}, because nobody had used this page for # minutes.}}',
    cy: '{minutes, plural, two {Cafodd eich allweddi eu cloi’n awtomatig ar {moment}, gan nad oedd neb wedi defnyddio’r dudalen hon ers # funud.} other {Cafodd eich allweddi eu cloi’n awtomatig ar {moment}, gan nad oedd neb wedi defnyddio’r dudalen hon ers # munud.}}',
  },
  'lock.hidden': { en: 'These are hidden now:', cy: 'Mae’r rhain wedi’u cuddio nawr:' },
  'lock.report': { en: 'the opened report', cy: 'yr adroddiad a agorwyd' },
  'lock.messages': { en: 'the messages', cy: 'y negeseuon' },
  'lock.words': { en: 'what colleagues wrote', cy: 'yr hyn a ysgrifennodd cydweithwyr' },
  'lock.identity': { en: 'the opened identity', cy: 'yr hunaniaeth a agorwyd' },
  'lock.file': { en: 'a file', cy: 'ffeil' },
  'lock.files': { en: 'the files prepared for export', cy: 'y ffeiliau a baratowyd i’w hallforio' },
  'lock.typed': {
    en: 'What you typed and did not send is still on the page. Open your key again to continue.',
    cy: 'Mae’r hyn a deipioch ond heb ei anfon yn dal ar y dudalen. Agorwch eich allwedd eto i barhau.',
  },
  'lock.seen': { en: 'Hide this message', cy: 'Cuddio’r neges hon' },
} as const satisfies Words<'lock'>;
