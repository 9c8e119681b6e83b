/** The ACU maps them to the national categories later. */
export const reportKinds = [
  'boundaries',
  'harassment',
  'bribery',
  'advantage',
  'domestic',
  'discrimination',
  'crime',
  'association',
  'unsure',
] as const;
export type ReportKind = (typeof reportKinds)[number];

export const flags = ['apsp', 'harassmentOfColleague', 'domesticAbuse', 'discrimination'] as const;
export type Flag = (typeof flags)[number];

/** `me`: the reporter, who works for the police. */
export const towardsOptions = ['public', 'colleague', 'both', 'me', 'unsure'] as const;
export type Towards = (typeof towardsOptions)[number];

/**
 * Handlers record it in clear for the figures, without `me`: that would tell a reader of the store who reported, so it
 * counts as towards a colleague.
 */
export const recordedTowardsOptions = ['public', 'colleague', 'both', 'unsure'] as const;
export type RecordedTowards = (typeof recordedTowardsOptions)[number];

export const toRecordedTowards = (answer: string | undefined): RecordedTowards | undefined =>
  answer === 'me' ? 'colleague' : recordedTowardsOptions.find((each) => each === answer);

/** HMICFRS glossary. */
export const nationalCategories = [
  'infiltration',
  'disclosure',
  'pervertingJustice',
  'sexualMisconduct',
  'drugs',
  'theftAndFraud',
  'misuseOfSystems',
  'abuseOfAuthority',
  'association',
  'vulnerability',
  'committingCrime',
  'other',
] as const;
export type NationalCategory = (typeof nationalCategories)[number];

/** A force may list these, so that a supervisor signs off how such cases end. */
export const signOffTerms = [...nationalCategories, ...flags] as const;
export type SignOffTerm = (typeof signOffTerms)[number];

/**
 * Sexual conduct towards a colleague is not abuse of position for a sexual purpose: the answer to "towards whom"
 * decides, not the heading (NPCC strategy, 2017). A reporter to whom it was done is a colleague and may have been met
 * as a member of the public too: then both flags are set if the heading says so.
 */
export function suggestFlags(kind: ReportKind | undefined, whom: Towards | undefined): readonly Flag[] {
  if (kind === 'domestic') return ['domesticAbuse'];
  if (kind === 'discrimination') return ['discrimination'];
  if (kind !== 'boundaries' && kind !== 'harassment') return [];
  const asBoth = whom === 'both' || (whom === 'me' && kind === 'boundaries');
  if (asBoth) return ['apsp', 'harassmentOfColleague'];
  if (whom === 'public') return ['apsp'];
  if (whom === 'colleague' || whom === 'me') return ['harassmentOfColleague'];
  return kind === 'boundaries' ? ['apsp'] : ['harassmentOfColleague'];
}

const seriousKinds: readonly ReportKind[] = ['boundaries', 'bribery'];
const seriousCategories: readonly NationalCategory[] = ['infiltration', 'pervertingJustice'];

/** For a sexual purpose, or for an improper emotional relationship. */
export const isAbuseOfPosition = ({
  flags,
  kind,
}: {
  readonly flags: readonly Flag[];
  readonly kind?: ReportKind | undefined;
}): boolean => flags.includes('apsp') || kind === 'boundaries';

/**
 * Whether someone has to decide about a referral before a case is closed: by its flag, grading or heading. The Police
 * (Complaints and Misconduct) Regulations 2020 (SI 2020/2) have serious corruption and such abuse referred to the IOPC:
 * regulation 4(1)(a)(iii) for complaints, 7(1)(c) for conduct matters. The test is the allegation, not its proof (R
 * (Rose) v Chief Constable of Greater Manchester Police [2021] EWHC 875 (Admin)): no grading takes the heading back,
 * and the decision may be not to refer.
 */
export const needsReferralDecision = (record: {
  readonly flags: readonly Flag[];
  readonly kind?: ReportKind | undefined;
  readonly nationalCategory?: NationalCategory | undefined;
}): boolean =>
  record.flags.includes('apsp') ||
  (record.kind !== undefined && seriousKinds.includes(record.kind)) ||
  (record.nationalCategory !== undefined && seriousCategories.includes(record.nationalCategory));
