import type { Words } from '../word.ts';

/** The words for working through cases one after the other. */
export const queueWords = {
  'queue.start': { en: 'Work through these', cy: 'Gweithio drwy’r rhain' },
  'queue.starting': { en: 'Preparing the cases', cy: 'Yn paratoi’r achosion' },
  'queue.label': { en: 'Working through cases', cy: 'Gweithio drwy achosion' },
  'queue.place': { en: '{place} of {count}', cy: '{place} o {count}' },
  'queue.next': { en: 'Next case', cy: 'Yr achos nesaf' },
  'queue.last': { en: 'Finish', cy: 'Gorffen' },
  'queue.later': { en: 'Later', cy: 'Yn nes ymlaen' },
  'queue.passedTaken': {
    en: '{reference} was skipped: a colleague has taken it.',
    cy: 'Hepgorwyd {reference}: mae cydweithiwr wedi’i gymryd.',
  },
  'queue.passedGone': {
    en: '{reference} was skipped: it is no longer there.',
    cy: 'Hepgorwyd {reference}: nid yw yno mwyach.',
  },
  'queue.done': { en: 'You have been through all of them.', cy: 'Rydych wedi mynd drwyddynt i gyd.' },
  'queue.first': {
    en: 'These are the first {count}. The others are in the list.',
    cy: 'Dyma’r {count} cyntaf. Mae’r lleill yn y rhestr.',
  },
} as const satisfies Words<'queue'>;
