import type { Words } from '../word.ts';

/** A case by days: those that notes carry, and those of the case itself. */
export const chronologyWords = {
  'chronology.heading': { en: 'Chronology', cy: 'Cronoleg' },
  'chronology.count': {
    en: '{count, plural, one {# dated entry} other {# dated entries}}',
    cy: '{count, plural, one {# cofnod â diwrnod} two {# gofnod â diwrnod} few {# chofnod â diwrnod} many {# chofnod â diwrnod} other {# cofnod â diwrnod}}',
  },
  'chronology.closed': {
    en: 'The days are sealed with the notes. Open the report to see them.',
    cy: 'Mae’r diwrnodau wedi’u selio gyda’r nodiadau. Agorwch yr adroddiad i’w gweld.',
  },
  'chronology.intro': {
    en: 'Notes that say when something happened, with the days of the case itself. Give a note a day under “{panel}”.',
    cy: 'Nodiadau sy’n dweud pryd y digwyddodd rhywbeth, gyda diwrnodau’r achos ei hun. Rhowch ddiwrnod i nodyn o dan “{panel}”.',
  },
  'chronology.noted': { en: 'Written down by {who}, {at}.', cy: 'Cofnodwyd gan {who}, {at}.' },
} as const satisfies Words<'chronology'>;
