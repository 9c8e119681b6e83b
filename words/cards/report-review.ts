import type { Words } from '../word.ts';

/** The review of a report before it is sent. */
export const reportReviewWords = {
  'review.heading': { en: 'Check and send', cy: 'Gwirio ac anfon' },
  'review.intro': {
    en: 'Read your report through. It is not sent until you choose “Send”.',
    cy: 'Darllenwch drwy eich adroddiad. Ni chaiff ei anfon nes i chi ddewis “Anfon”.',
  },
  'review.introPages': {
    en: 'Read your report through, page by page. “Send” is on the last page.',
    cy: 'Darllenwch drwy eich adroddiad fesul tudalen. Mae “Anfon” ar y dudalen olaf.',
  },
  'review.page': { en: 'Page {page} of {of}', cy: 'Tudalen {page} o {of}' },
  'review.continued': { en: '{label} (continued)', cy: '{label} (parhad)' },
  'review.send': { en: 'Send', cy: 'Anfon' },
  'review.next': { en: 'Next page', cy: 'Tudalen nesaf' },
  'review.changeLimits': { en: 'Change: how you report', cy: 'Newid: y dull o roi gwybod' },
  'review.changeAccount': { en: 'Change: what happened', cy: 'Newid: beth ddigwyddodd' },
  'review.changeAbout': { en: 'Change: more about it', cy: 'Newid: mwy am y pryder' },
  'review.changeSigns': { en: 'Change: signs and harm', cy: 'Newid: arwyddion a niwed' },
  'review.changeDisclosure': { en: 'Change: what you were told', cy: 'Newid: beth ddywedwyd wrthych' },
  'review.changeKnowledge': { en: 'Change: how you know', cy: 'Newid: sut y gwyddoch hyn' },
  'review.nothing': { en: 'You have not answered anything here.', cy: 'Nid ydych wedi ateb dim yma.' },
  'review.later': { en: 'Finish later', cy: 'Gorffen yn nes ymlaen' },
} as const satisfies Words<'review'>;
