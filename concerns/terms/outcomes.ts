/**
 * How a case ended, as a code. What it means in a force's own words is its own matter. `vettingReview` hands on to a
 * review of whether somebody's vetting can be held (Police (Vetting) Regulations 2025). `resignedOrRetired`: the person
 * left before the end, which is counted nationally. No outcome ends a referral that was decided and not made.
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

/**
 * Why a case is erased, as a code that outlasts it. They are the ends that the College of Policing's practice on review,
 * retention and disposal (APP, information management) knows for a record, and the rights of sections 46 and 47 of the
 * Data Protection Act 2018: its time is over and the review found no need (section 39); no longer needed, found earlier;
 * recorded in error, or of another force (section 38); the same as another record; a person's request was upheld; a
 * court or a law orders it.
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

/** Where an export of a case goes. Who exactly received it stands in the sealed note beside it. */
export const exportPlaces = ['caseSystem', 'iopc', 'prosecutor', 'otherForce', 'commissioner', 'other'] as const;
export type ExportPlace = (typeof exportPlaces)[number];

/** Where a single file of a case goes: first of all to the machine, apart from all others, on which a force looks through it. */
export const fileDestinations = ['scanner', ...exportPlaces] as const;
export type FileDestination = (typeof fileDestinations)[number];

/** Why a custodian may open an identity alone, without a request. Nothing else is that urgent. */
export const openingReasons = ['lifeAtRisk'] as const;
export type OpeningReason = (typeof openingReasons)[number];
