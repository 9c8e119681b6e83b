import type { CaseStore } from '../ports/case-store.ts';
import type { EntriesAsked } from '../ports/history.ts';
import type { Actor } from '../records/permissions.ts';
import { asksForReferral } from '../terms/serious-corruption.ts';
import { isRetentionOver } from '../records/review-date.ts';
import type { ErasureReason, Outcome } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/person-id.ts';
import { type CaseworkDependencies, type Gate, gates, type Standing } from './casework.ts';
import { agreedOutcome, askedForAgreement, needsAgreement } from './agreed-end.ts';
import { askedForGradings, askedForNews, handlersLeft, openedByOthers, othersLeft } from './second-person.ts';
import { visibleLinks } from './visible-links.ts';

/** The refusal that names the gates which stand; a page that knows none of them has a sentence for it as well. */
export const whyGated = (standing: readonly Gate[]) => ({
  why: standing.includes('onHold') ? ('onHold' as const) : ('state' as const),
  gates: standing,
});

type Deciding = Pick<Standing, 'record' | 'entries' | 'by'>;
type Known = Pick<CaseworkDependencies, 'handlersKnown'>;

/** The questions to a history on what was read of a case: the last opening by one of these, and the last message. */
const askedForRead = (others: readonly PersonId[], by: PersonId): readonly [EntriesAsked, EntriesAsked] => [
  { kinds: ['consulted'], by: [...others, by], last: 1 },
  { kinds: ['messageFromReporter'], last: 1 },
];

/** All that the gates of a case, and who knows it as it is, ask of its history for somebody, beside these others. */
export function askedForGates(others: readonly PersonId[], by: PersonId): readonly EntriesAsked[] {
  const opened = openedByOthers(others);
  return [
    ...askedForRead(others, by),
    ...(opened ? [opened] : []),
    { kinds: ['consulted'], by: [by], last: 1 },
    ...askedForNews,
    ...askedForAgreement,
  ];
}

/** Whether somebody who still sees a case has opened it, and whether the reporter wrote since. Throws StoreError. */
async function readOf(
  deps: Known,
  { record, entries, by }: Deciding,
): Promise<{ readonly isOpened: boolean; readonly isUnread: boolean }> {
  const [openings, messages] = askedForRead(await othersLeft(deps, { record, by }), by);
  const [[opened], [written]] = await Promise.all([entries(openings), entries(messages)]);
  return {
    isOpened: opened !== undefined,
    isUnread: written !== undefined && (opened === undefined || opened.sequence < written.sequence),
  };
}

const standingOf = (all: Partial<Record<Gate, boolean>>): readonly Gate[] => gates.filter((gate) => all[gate] === true);

/** The gates that keep an open case from being closed by somebody, but for those of an outcome. Throws StoreError. */
export async function closingGates(deps: Known, standing: Deciding): Promise<readonly Gate[]> {
  const { record } = standing;
  if (record.status === 'closed') return [];
  const { isOpened, isUnread } = await readOf(deps, standing);
  const agreed = (await needsAgreement(standing)) ? await agreedOutcome(deps, standing) : 'alone';
  return standingOf({
    notOpened: !isOpened,
    unreadMessage: isOpened && isUnread,
    referralUndecided: record.referral === undefined && (await wasSerious(standing)),
    notAgreed: agreed === undefined,
    agreementUnread: agreed !== undefined && agreed !== 'alone' && !(await hasReadAgreement(standing)),
  });
}

/** Whether what is alleged is serious corruption by the case as it is, or by any grading of before. Throws StoreError. */
async function wasSerious({ record, entries }: Pick<Deciding, 'record' | 'entries'>): Promise<boolean> {
  if (asksForReferral(record)) return true;
  const gradings = await entries(askedForGradings);
  return gradings.some(({ detail }) =>
    asksForReferral({ flags: detail?.flags ?? [], nationalCategory: detail?.category }),
  );
}

/** Whether somebody has opened the case, and with it the reason, since another agreed to its end. Throws StoreError. */
async function hasReadAgreement({ record, entries, by }: Deciding): Promise<boolean> {
  const [opened] = await entries({ kinds: ['consulted'], by: [by], last: 1 });
  return opened !== undefined && opened.sequence > (record.closing?.sequence ?? Infinity);
}

/**
 * The gates of an outcome: it is the one that another agreed to, where that is needed; and the same as another case only
 * where one is linked that whoever closes may see, that is not erased, and that was not closed as the same as another
 * itself. Throws StoreError.
 */
export async function outcomeGates(
  deps: Known & { readonly cases: Pick<CaseStore, 'read' | 'readers'> },
  standing: Deciding,
  by: Actor,
  outcome: Outcome,
): Promise<readonly Gate[]> {
  const agreed = (await needsAgreement(standing)) ? await agreedOutcome(deps, standing) : undefined;
  return standingOf({
    notLinked: outcome === 'duplicate' && !(await isLinkedWithSame(deps, standing, by)),
    otherOutcome: agreed !== undefined && agreed !== outcome,
  });
}

/** Whether the case is linked with one that it can be the same as, and that this person may see. Throws StoreError. */
async function isLinkedWithSame(
  { cases }: { readonly cases: Pick<CaseStore, 'read' | 'readers'> },
  { entries }: Pick<Deciding, 'entries'>,
  by: Actor,
): Promise<boolean> {
  const links = await entries({ kinds: ['linked'] });
  const { visible: linked } = await visibleLinks(cases, links, by);
  const others = await Promise.all(linked.slice(0, mostLooked).map((caseId) => cases.read(caseId)));
  return others.some(
    (other) => other !== undefined && other.value.erasedOn === undefined && other.value.outcome !== 'duplicate',
  );
}

/** Of so many linked cases, the first ones, it is looked at how they ended. */
const mostLooked = 20;

/**
 * Whether the day of the review is one that was set by the person who asks for the erasure, or has asked for it: nobody
 * sets the end of a retention period and says alone that it is over. Throws StoreError.
 */
async function hasAskerSetReview({ record, entries, by }: Deciding): Promise<boolean> {
  const [set] = await entries({ kinds: ['reviewSet'], last: 1 });
  const isStanding = set !== undefined && set.detail?.reviewOn === record.reviewOn;
  return isStanding && typeof set.by === 'object' && set.by.objectId === (record.erasure?.askedBy ?? by);
}

/**
 * The gates that keep a case from being asked to be erased, or erased, whoever does it: for this reason, if one is given
 * already. Throws StoreError.
 */
export async function erasingGates(
  deps: Known,
  standing: Deciding & Pick<Standing, 'today'>,
  reason?: ErasureReason,
): Promise<readonly Gate[]> {
  const { record, today } = standing;
  const { isUnread } = await readOf(deps, standing);
  return standingOf({
    notClosed: record.status !== 'closed',
    unreadMessage: isUnread,
    onHold: record.hold,
    toRefer: record.referral?.decision === 'refer',
    taskOpen: (record.tasks ?? []).length > 0,
    retentionRuns:
      reason === 'retentionOver' && (!isRetentionOver(record, today) || (await hasAskerSetReview(standing))),
  });
}

/**
 * The gates that keep somebody from carrying out an erasure that was asked for: the same, and that they have not opened
 * the case since, and with it the sealed reason. Throws StoreError.
 */
export async function carryingOutGates(
  deps: Known,
  standing: Deciding & Pick<Standing, 'today'>,
): Promise<readonly Gate[]> {
  const { record, entries, by } = standing;
  const { erasure } = record;
  const [before, [asked], [opened], handling] = await Promise.all([
    erasingGates(deps, standing, erasure?.reason),
    entries({ kinds: ['erasureAsked'], last: 1 }),
    entries({ kinds: ['consulted'], by: [by], last: 1 }),
    handlersLeft(deps, record, by),
  ]);
  const own = standingOf({
    noCode: erasure?.reason === undefined,
    reasonUnread: asked === undefined || opened === undefined || opened.sequence < asked.sequence,
    askerGone: erasure !== undefined && !handling.includes(erasure.askedBy),
  });
  return [...before, ...own];
}

/** The gates of the next step of an erasure: to ask for it, or to carry it out. Throws StoreError. */
export async function erasureGatesOf(
  deps: Known,
  standing: Deciding & Pick<Standing, 'today'>,
): Promise<readonly Gate[]> {
  const { record } = standing;
  if (record.erasedOn !== undefined) return [];
  return record.erasure === undefined ? erasingGates(deps, standing) : carryingOutGates(deps, standing);
}
