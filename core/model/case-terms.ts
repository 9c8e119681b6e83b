export const caseStatuses = [
  'received',
  'acknowledged',
  'triaged',
  'inProgress',
  'awaitingReporter',
  'closed',
  'reopened',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/**
 * `vettingReview` hands on to a review under the Police (Vetting) Regulations 2025; `resignedOrRetired` is counted
 * nationally. No outcome ends a referral that was decided and not made.
 */
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
  'vettingReview',
  'resignedOrRetired',
] as const;
export type Outcome = (typeof outcomes)[number];

/** `withheld`: it is over, and no more can be said. */
export const closingAnswers = ['acted', 'nothingFound', 'kept', 'passedOn', 'withheld'] as const;
export type ClosingAnswer = (typeof closingAnswers)[number];

export const regimes = ['lawEnforcement', 'general'] as const;
export type Regime = (typeof regimes)[number];

export const referralDecisions = ['refer', 'doNotRefer', 'referred'] as const;
export type ReferralDecision = (typeof referralDecisions)[number];

/**
 * Why a case is erased: the ends in the College of Policing's APP on review, retention and disposal, and sections 46
 * and 47 of the Data Protection Act 2018. In order: its time is over (section 39); no longer needed; recorded in error,
 * or another force's (section 38); a duplicate; a person's request; a court or law.
 */
export const erasureReasons = [
  'retentionOver',
  'notNeeded',
  'inError',
  'sameRecord',
  'requestUpheld',
  'orderedByLaw',
] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * Whether an end of what a force lists takes its supervisor. The same as another case is one, whichever that is: one
 * person links any two, and the other may end unlisted, or with action about someone else.
 */
export const isEndToSign = (outcome: Outcome | undefined, referral: ReferralDecision | undefined): boolean =>
  outcome === 'noFurtherAction' || outcome === 'duplicate' || referral === 'doNotRefer';

export const exportDestinations = ['caseSystem', 'iopc', 'prosecutor', 'otherForce', 'commissioner', 'other'] as const;
export type ExportDestination = (typeof exportDestinations)[number];

/** `scanner`: the separate machine on which a force scans files. */
export const fileDestinations = ['scanner', ...exportDestinations] as const;
export type FileDestination = (typeof fileDestinations)[number];

export const identityOpeningReasons = ['lifeAtRisk'] as const;
export type IdentityOpeningReason = (typeof identityOpeningReasons)[number];

/** When someone is in danger, as those who opened the report know it. */
export const dangers = ['now', 'later', 'none', 'notKnown'] as const;
export type Danger = (typeof dangers)[number];

export const recordingDuties = ['crime', 'conduct'] as const;
export type RecordingDuty = (typeof recordingDuties)[number];

export const replyNames = [
  'received',
  'whereOrWhen',
  'closedActed',
  'closedNothingFound',
  'closedKept',
  'closedPassedOn',
] as const;
export type ReplyName = (typeof replyNames)[number];
