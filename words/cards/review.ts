import type { Words } from '../word.ts';

/** The review of a report before it is sent. */
export const reviewWords = {
  'review.heading': { en: 'Check and send', cy: 'Gwirio ac anfon' },
  'review.intro': {
    en: 'Please read it through. “Send” saves the report.',
    cy: 'Darllenwch drwyddo, os gwelwch yn dda. Mae “Anfon” yn cadw’r adroddiad.',
  },
  'review.page': { en: 'Page {page} of {of}', cy: 'Tudalen {page} o {of}' },
  'review.continued': { en: '{label} (continued)', cy: '{label} (parhad)' },
  'review.send': { en: 'Send', cy: 'Anfon' },
  'review.go': { en: 'Change an answer, or finish later', cy: 'Newid ateb, neu orffen yn nes ymlaen' },
  'review.goButton': { en: 'Go', cy: 'Mynd' },
  'review.change': { en: 'Change: {heading}', cy: 'Newid: {heading}' },
  'review.changeMode': { en: 'Change: how you report', cy: 'Newid: sut rydych yn rhoi gwybod' },
  'review.read': { en: 'Read page {page}', cy: 'Darllen tudalen {page}' },
  'review.later': { en: 'Finish later', cy: 'Gorffen yn nes ymlaen' },
} as const satisfies Words<'review'>;
