import type { CaseStore } from '../ports/case-store.ts';
import type { EntriesAsked } from '../ports/history.ts';
import type { Actor } from '../records/permissions.ts';
import { asksForReferral } from '../terms/serious-corruption.ts';
import type { Outcome } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseworkDependencies, Standing } from './casework.ts';
import { othersLeft } from './second-person.ts';
import { visibleLinks } from './visible-links.ts';

/**
 * Everything that may stand between a case and its end. Closing: nobody who sees it has opened its report; whoever
 * reported wrote after that; nobody decided about a referral; or it is said to be the same as another case, and is linked
 * with none. Erasing: it is not closed; it has a message that nobody read; it is on hold; it was asked for without a
 * code; whoever is to carry it out has not opened the reason.
 */
export const gates = [
  'notOpened',
  'unreadMessage',
  'referralUndecided',
  'notLinked',
  'notClosed',
  'onHold',
  'noCode',
  'reasonUnread',
] as const;
export type Gate = (typeof gates)[number];

/** The refusal that names the gates which stand; a page that knows none of them has a sentence for it as well. */
export const whyGated = (standing: readonly Gate[]) => ({
  why: standing.includes('onHold') ? ('onHold' as const) : ('state' as const),
  gates: standing,
});

type Deciding = Pick<Standing, 'record' | 'entries' | 'by'>;
type Known = Pick<CaseworkDependencies, 'handlersKnown'>;

/** The questions to a history on what was read of a case: the last opening by one of these, and the last message. */
export const askedForRead = (others: readonly PersonId[], by: PersonId): readonly [EntriesAsked, EntriesAsked] => [
  { kinds: ['consulted'], by: [...others, by], last: 1 },
  { kinds: ['messageFromReporter'], last: 1 },
];

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
  return standingOf({
    notOpened: !isOpened,
    unreadMessage: isOpened && isUnread,
    referralUndecided: asksForReferral(record) && record.referral === undefined,
  });
}

/**
 * The gate of an outcome: the same as another case only where one is linked that whoever closes may see, that is not
 * erased, and that was not closed as the same as another itself. Throws StoreError.
 */
export async function outcomeGates(
  { cases }: { readonly cases: Pick<CaseStore, 'read' | 'readers'> },
  { entries }: Pick<Standing, 'entries'>,
  by: Actor,
  outcome: Outcome,
): Promise<readonly Gate[]> {
  if (outcome !== 'duplicate') return [];
  const links = await entries({ kinds: ['linked'] });
  const { visible: linked } = await visibleLinks(cases, links, by);
  const others = await Promise.all(linked.slice(0, mostLooked).map((caseId) => cases.read(caseId)));
  const isTheSame = others.some(
    (other) => other !== undefined && other.value.erasedOn === undefined && other.value.outcome !== 'duplicate',
  );
  return isTheSame ? [] : ['notLinked'];
}

/** Of so many linked cases, the first ones, it is looked at how they ended. */
const mostLooked = 20;

/** The gates that keep a case from being asked to be erased, or erased, whoever does it. Throws StoreError. */
export async function erasingGates(deps: Known, standing: Deciding): Promise<readonly Gate[]> {
  const { record } = standing;
  const { isUnread } = await readOf(deps, standing);
  return standingOf({
    notClosed: record.status !== 'closed',
    unreadMessage: isUnread,
    onHold: record.hold,
  });
}

/**
 * The gates that keep somebody from carrying out an erasure that was asked for: the same, and that they have not opened
 * the case since, and with it the sealed reason. Throws StoreError.
 */
export async function carryingOutGates(deps: Known, standing: Deciding): Promise<readonly Gate[]> {
  const { record, entries, by } = standing;
  const [before, [asked], [opened]] = await Promise.all([
    erasingGates(deps, standing),
    entries({ kinds: ['erasureAsked'], last: 1 }),
    entries({ kinds: ['consulted'], by: [by], last: 1 }),
  ]);
  const own = standingOf({
    noCode: record.erasure?.reason === undefined,
    reasonUnread: asked === undefined || opened === undefined || opened.sequence < asked.sequence,
  });
  return [...before, ...own];
}
