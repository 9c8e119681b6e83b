import type { Flag, Kind } from './kinds.ts';
import type { NationalCategory } from './national-categories.ts';

/** The headings under which somebody reports what may be serious corruption. Grading does not take them back. */
const kinds: readonly Kind[] = ['boundaries', 'bribery'];
/** The categories that are serious corruption by what they say. */
const categories: readonly NationalCategory[] = ['infiltration', 'pervertingJustice'];

/**
 * Whether a case is reported or flagged as abuse of position: for a sexual purpose, or for an improper emotional
 * relationship.
 */
export const isAbuseOfPosition = ({
  flags,
  kind,
}: {
  readonly flags: readonly Flag[];
  readonly kind?: Kind | undefined;
}): boolean => flags.includes('apsp') || kind === 'boundaries';

/**
 * Whether somebody has to decide about a referral before a case is closed: it is flagged as abuse of position for a
 * sexual purpose, was graded as serious corruption, or was reported under a heading that says either.
 *
 * The Police (Complaints and Misconduct) Regulations 2020 (SI 2020/2) have "serious corruption, including abuse of
 * position for a sexual purpose or the purpose of pursuing an improper emotional relationship" referred to the IOPC:
 * regulation 4(1)(a)(iii) for complaints; a colleague's report is usually a conduct matter, which is recorded and
 * referred under regulation 7 (7(1)(c) names the same conduct; legislation.gov.uk, read in November 2026). The test is what is alleged, not whether it is proven (R (Rose) v Chief Constable of Greater Manchester
 * Police [2021] EWHC 875 (Admin)): so no grading takes the heading back, and the decision may be not to refer, with its
 * reason. What else the guidance of the IOPC counts is for whoever decides.
 */
export const asksForReferral = (figures: {
  readonly flags: readonly Flag[];
  readonly kind?: Kind | undefined;
  readonly nationalCategory?: NationalCategory | undefined;
}): boolean =>
  figures.flags.includes('apsp') ||
  (figures.kind !== undefined && kinds.includes(figures.kind)) ||
  (figures.nationalCategory !== undefined && categories.includes(figures.nationalCategory));
