import type { Words } from '../word.ts';

/** A case by days: those that notes carry, and those of the case itself. */
export const chronologyWords = {
  'chronology.heading': { en: 'Chronology', cy: 'Cronoleg' },
  'chronology.count': {
    en: '{count, plural, one {# dated entry} other {# dated entries}}',
    cy: '{count, plural, one {# cofnod â dyddiad} two {# gofnod â dyddiad} few {# chofnod â dyddiad} many {# chofnod â dyddiad} other {# cofnod â dyddiad}}',
  },
  'chronology.closed': {
    en: 'The dates are encrypted with the notes. Open the report to see them.',
    cy: 'Mae’r dyddiadau wedi’u hamgryptio gyda’r nodiadau. Agorwch yr adroddiad i’w gweld.',
  },
  'chronology.intro': {
    en: 'The chronology shows notes that say when something happened, together with the dates of the case itself. You can give a note a date under “{panel}”.',
    cy: 'Mae’r gronoleg yn dangos nodiadau sy’n dweud pryd y digwyddodd rhywbeth, ynghyd â dyddiadau’r achos ei hun. Gallwch roi dyddiad i nodyn o dan “{panel}”.',
  },
  'chronology.noted': { en: 'Recorded by {who}, {at}.', cy: 'Cofnododd {who} hyn, {at}.' },
} as const satisfies Words<'chronology'>;
