import type { Words } from '../word.ts';

/** The names of the figures of what was done in a week, and of their rows. */
export const activityFigureWords = {
  'figure.acknowledgedDays': { en: 'Days to acknowledge', cy: 'Diwrnodau cyn cydnabod' },
  'figure.triagedDays': { en: 'Days to triage', cy: 'Diwrnodau cyn brysbennu' },
  'figure.category': { en: 'National category', cy: 'Categori cenedlaethol' },
  'figure.notTriaged': { en: 'Open and not triaged yet', cy: 'Ar agor a heb eu brysbennu eto' },
  'figure.flags': { en: 'Flag', cy: 'Fflag' },
  'figure.regime': { en: 'Law that the data falls under', cy: 'Y gyfraith sy’n berthnasol i’r data' },
  'figure.towards': { en: 'Who the conduct was towards', cy: 'Tuag at bwy yr oedd yr ymddygiad' },
  'figure.towardsUnsure': { en: 'Not sure', cy: 'Ddim yn siŵr' },
  'figure.answeredDays': { en: 'Days to the first answer', cy: 'Diwrnodau cyn yr ateb cyntaf' },
  'figure.closedDays': { en: 'Days to close', cy: 'Diwrnodau cyn cau' },
  'figure.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'figure.referral': { en: 'Referral to the IOPC', cy: 'Cyfeirio at yr IOPC' },
  'figure.referralDays': {
    en: 'Days to the decision on referral',
    cy: 'Diwrnodau cyn penderfynu am gyfeirio',
  },
  'figure.referralOverdue': { en: 'Overdue referrals', cy: 'Achosion i’w cyfeirio sy’n hwyr' },
  'figure.cameBack': { en: 'Reports that were added to', cy: 'Adroddiadau yr ychwanegwyd rhywbeth atynt' },
  'figure.repeatSubjects': {
    en: 'Reports linked with an earlier one about the same person',
    cy: 'Adroddiadau wedi’u cysylltu ag un cynharach am yr un person',
  },
  'figure.notKnown': { en: 'Not known', cy: 'Ddim yn hysbys' },
  'figure.cases': { en: 'number of cases', cy: 'nifer yr achosion' },
  'figure.median': { en: 'median, in days', cy: 'canolrif, mewn diwrnodau' },
  'figure.percentile90': { en: '90th percentile, in days', cy: '90fed canradd, mewn diwrnodau' },
} as const satisfies Words<'figure'>;
