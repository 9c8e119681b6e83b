import type { Flag, Kind } from './kinds.ts';
import type { NationalCategory } from './national-categories.ts';

const kinds: readonly Kind[] = ['boundaries', 'bribery'];
const categories: readonly NationalCategory[] = ['infiltration', 'pervertingJustice'];

/** Abuse of position for a sexual purpose, or for an improper emotional relationship. */
export const isAbuseOfPosition = ({
  flags,
  kind,
}: {
  readonly flags: readonly Flag[];
  readonly kind?: Kind | undefined;
}): boolean => flags.includes('apsp') || kind === 'boundaries';

/**
 * Whether someone has to decide about a referral before a case is closed: by its flag, grading or heading. Regulation
 * 4(1)(a)(iii) of the Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2) has serious corruption and such
 * abuse referred to the IOPC for complaints, and regulation 7 for conduct matters (7(1)(c)). The test is what is
 * alleged, not whether it is proven (R (Rose) v Chief Constable of Greater Manchester Police [2021] EWHC 875 (Admin)):
 * no grading takes the heading back, and the decision may be not to refer.
 */
export const asksForReferral = (figures: {
  readonly flags: readonly Flag[];
  readonly kind?: Kind | undefined;
  readonly nationalCategory?: NationalCategory | undefined;
}): boolean =>
  figures.flags.includes('apsp') ||
  (figures.kind !== undefined && kinds.includes(figures.kind)) ||
  (figures.nationalCategory !== undefined && categories.includes(figures.nationalCategory));
