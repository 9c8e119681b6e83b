/** How a case ended, as a code. What it means in a force's own words is its own matter. */
export const outcomes = [
  'noFurtherAction',
  'adviceOrLearning',
  'managementAction',
  'misconduct',
  'criminal',
  'referred',
  'intelligenceOnly',
  'duplicate',
  'notForUs',
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * The answers that whoever reported can be given when their case is closed: each a plain sentence, in their language.
 * `withheld` says that it is over and that no more can be said.
 */
export const closingAnswers = ['acted', 'nothingFound', 'kept', 'passedOn', 'withheld'] as const;
export type ClosingAnswer = (typeof closingAnswers)[number];

/** Which law the handling of a case's data falls under, as the unit marks it. */
export const regimes = ['lawEnforcement', 'general'] as const;
export type Regime = (typeof regimes)[number];

/** Whether a case is, or need not be, referred to the IOPC. `undecided` is said where it is missing. */
export const referralDecisions = ['refer', 'doNotRefer', 'referred'] as const;
export type ReferralDecision = (typeof referralDecisions)[number];

/** Where an export of a case goes. Who exactly received it stands in the sealed note beside it. */
export const exportPlaces = ['caseSystem', 'iopc', 'prosecutor', 'otherForce', 'commissioner', 'other'] as const;
export type ExportPlace = (typeof exportPlaces)[number];
