import type { Words } from '../word.ts';

/** Who did something, where it is not by their name. */
export const personNameWords = {
  'who.system': { en: 'Candour', cy: 'Candour' },
  'who.reporter': { en: 'the person who reported', cy: 'y person a roddodd wybod' },
  'who.somebody': { en: 'someone whose name is not known here', cy: 'rhywun nad yw ei enw’n hysbys yma' },
  'who.me': { en: '{name} (you)', cy: '{name} (chi)' },
} as const satisfies Words<'who'>;
