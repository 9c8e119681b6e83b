import type { Words } from '../word.ts';

/** The lines of "You said, we did". A count is rounded, and none where it is 0. */
export const feedbackFigureWords = {
  'said.received': {
    en: '{count, select, 0 {No reports were received.} other {About {count} reports were received.}}',
    cy: '{count, select, 0 {Ni ddaeth unrhyw adroddiad i law.} other {Daeth tua {count} o adroddiadau i law.}}',
  },
  'said.inTime': {
    en: '{count, select, 0 {None of them were acknowledged in time.} other {About {count} of them were acknowledged in time.}}',
    cy: '{count, select, 0 {Ni chafodd yr un ohonynt ei gydnabod mewn pryd.} other {Cafodd tua {count} ohonynt eu cydnabod mewn pryd.}}',
  },
  'said.closed': {
    en: 'About {count} cases were closed.',
    cy: 'Cafodd tua {count} o achosion eu cau.',
  },
  'said.outcome': { en: '{outcome}: about {count}.', cy: '{outcome}: tua {count}.' },
} as const satisfies Words<'said'>;
