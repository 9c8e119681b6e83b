import type { CaseId } from '../model/case-id.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { Day } from '../model/calendar.ts';
import type { ReportKind } from '../model/classification.ts';
import type { EventRecord } from '../model/event-record.ts';
import { type Actor, maySee } from '../model/permissions.ts';
import type { StoredSubjectCard } from '../model/subject-card.ts';
import { readAccessIfAllowed, readCaseIfAllowed } from '../ports/case-store.ts';
import {
  type ActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  type ChangeRequest,
  handlers,
  requirement,
  type SealedNote,
} from './case-action.ts';
import {
  type Confirmation,
  currentConfirmations,
  isSamePlace,
  type PersonOnCard,
  readConfirmations,
  samePersonEventKinds,
} from './case-links.ts';
import { loadAndRecordView } from './case-view.ts';
import { approvers, hasAuthor } from './four-eyes.ts';
import {
  getOtherCase,
  type LinkRequest,
  notOwnDenialRequirement,
  openedBothRequirement,
  pairRequirements,
} from './link-case.ts';
import { caseReadPrecondition } from './preconditions.ts';
import {
  type CardRequest,
  createWithdrawalEvent,
  findCard,
  nothingAskedRequirement,
  secondPersonRequirements,
} from './subject-cards.ts';
import { createUseCase } from './use-case.ts';

export interface SamePersonRequest extends LinkRequest {
  readonly mine: PersonOnCard;
  readonly theirs: PersonOnCard;
}

/** Checked first: with the setting off, the act is answered like a missing case. */
const switchedOnRequirement = requirement<unknown>(
  'the force has switched groups on',
  'refused',
  ({ rules }) => rules.personGroups,
);

const confirmations = (
  { record, entries }: Pick<ActionContext<unknown>, 'record' | 'entries'>,
  other: CaseId,
): readonly EventRecord[] => currentConfirmations(other, entries({ kinds: samePersonEventKinds }, record.caseId));

const isCardInUse = (record: CaseRecord | undefined, of: string): boolean =>
  record !== undefined && findCard(record, of) !== undefined && record.withdrawnCards?.includes(of) !== true;

const isConfirmed = (context: ActionContext<SamePersonRequest>): boolean =>
  readConfirmations(confirmations(context, context.input.other)).some(
    ({ mine, theirs }) => isSamePlace(mine, context.input.mine) && isSamePlace(theirs, context.input.theirs),
  );

/** Whether two people took back this person's own confirmation. */
function isOwnParted({ entries, by, input }: ActionContext<SamePersonRequest>): boolean {
  const both = entries({ kinds: samePersonEventKinds }).filter(({ link }) => link?.other === input.other);
  const parted = both.findLastIndex(({ kind }) => kind === 'parted');
  return hasAuthor(
    both.slice(0, Math.max(0, parted)).findLast(({ kind }) => kind === 'samePerson'),
    by,
  );
}

export const confirmSamePersonUseCase = createUseCase<SamePersonRequest>({
  description: 'Confirm that people on two cases’ cards are one',
  allowedActors: handlers,
  requirements: [
    switchedOnRequirement,
    ...pairRequirements,
    openedBothRequirement,
    requirement(
      'each is on a card of its case that was not withdrawn',
      'olderCard',
      (context) =>
        isCardInUse(context.record, context.input.mine.of) &&
        isCardInUse(getOtherCase(context), context.input.theirs.of),
    ),
    requirement('it is not confirmed already', 'already', (context) => !isConfirmed(context)),
    notOwnDenialRequirement,
    requirement(
      'two people have not parted what the person last confirmed',
      'ownWork',
      (context) => !isOwnParted(context),
    ),
  ],
  eventKinds: ['samePerson'],
  apply: ({ record, input: { other, mine, theirs }, salt }) => ({
    steps: [
      {
        record: { ...record },
        event: {
          kind: 'samePerson',
          detail: { ...mine, ofOther: theirs.of, positionOther: theirs.position },
          link: { other, salt },
        },
      },
    ],
  }),
});

/**
 * For cases with the same readers, whose reports the person has opened. It counts once both histories have it; a repeat
 * completes a half-written one. Throws StoreError.
 */
export async function confirmSamePerson(
  deps: CaseworkDependencies,
  by: Actor,
  input: SamePersonRequest,
): Promise<CaseOutcome> {
  const outcome = await confirmSamePersonUseCase(deps, by, input);
  if (outcome.kind === 'changed') {
    const { caseId, other, mine, theirs } = input;
    await confirmSamePersonUseCase(deps, by, { ...input, caseId: other, other: caseId, mine: theirs, theirs: mine });
  }
  return outcome;
}

/** Otherwise words sealed to this case's readers could reveal the other case. */
const seesBothRequirement = requirement<LinkRequest>(
  'everyone who sees this case sees the other',
  'state',
  (context) => {
    const other = getOtherCase(context);
    return (
      other !== undefined &&
      other.handledBy === context.record.handledBy &&
      other.excluded.every((person) => context.record.excluded.includes(person))
    );
  },
);

const [visibleRequirement, otherCaseRequirement, notErasedRequirement] = pairRequirements;
const partingRequirements = [
  switchedOnRequirement,
  visibleRequirement,
  otherCaseRequirement,
  notErasedRequirement,
  seesBothRequirement,
  requirement<LinkRequest>(
    'it is confirmed',
    'state',
    (context) => confirmations(context, context.input.other).length > 0,
  ),
] as const;

export interface AskPartingRequest extends ChangeRequest {
  readonly other: CaseId;
  readonly words: SealedNote;
}

/** They stay confirmed until a second person agrees. */
export const askParting = createUseCase<AskPartingRequest>({
  description: 'Ask that two people who were confirmed to be one be parted',
  allowedActors: handlers,
  requirements: [...partingRequirements, nothingAskedRequirement, caseReadPrecondition],
  eventKinds: ['doubted'],
  peopleToNotify: approvers,
  apply: (context) => {
    const { record, by, today, salt, input } = context;
    const of = confirmations(context, input.other).at(-1)?.link?.digest ?? '';
    return {
      steps: [
        {
          record: { ...record, cardWithdrawal: { of, by, on: today, sequence: record.chain.sequence + 1 } },
          event: {
            ...createWithdrawalEvent('asked', of, undefined, input.words),
            link: { other: input.other, salt },
          },
        },
      ],
    };
  },
});

export interface PartCasesRequest extends CardRequest {
  readonly other: CaseId;
}

export const partCasesUseCase = createUseCase<PartCasesRequest>({
  description: 'Part two people who were confirmed to be one',
  allowedActors: handlers,
  requirements: [
    ...partingRequirements,
    requirement('it was asked for of these', 'notAsked', (context) =>
      confirmations(context, context.input.other).some(({ link }) => link?.digest === context.input.of),
    ),
    ...secondPersonRequirements,
  ],
  eventKinds: ['parted'],
  apply: ({ record: { cardWithdrawal: _asked, ...record }, input, salt }) => ({
    steps: [{ record, event: { kind: 'parted', link: { other: input.other, salt } } }],
  }),
});

/** Writes in the other history as well what two people agreed. A repeat writes nothing. */
const partOtherSide = createUseCase<LinkRequest>({
  description: 'Write a parting in the other history as well',
  allowedActors: handlers,
  requirements: [
    ...pairRequirements,
    requirement(
      'it is confirmed there',
      'already',
      (context) => confirmations(context, context.input.other).length > 0,
    ),
    requirement('the other history says so', 'notAsked', ({ entries, record, by, input }) => {
      const last = entries({ kinds: samePersonEventKinds }, input.other).findLast(
        ({ link }) => link?.other === record.caseId,
      );
      return last?.kind === 'parted' && hasAuthor(last, by);
    }),
  ],
  eventKinds: ['parted'],
  apply: (context) => {
    const { record, input, salt } = context;
    const asked = record.cardWithdrawal;
    const isAsked = confirmations(context, input.other).some(({ link }) => link?.digest === asked?.of);
    return {
      steps: [
        {
          record: { ...record, ...(isAsked && { cardWithdrawal: undefined }) },
          event: { kind: 'parted', link: { other: input.other, salt } },
        },
      ],
    };
  },
});

/**
 * The pair counts no more once one history says so: if fewer people see this case, the other's history tells nobody of
 * it. Throws StoreError.
 */
export async function partCases(deps: CaseworkDependencies, by: Actor, input: PartCasesRequest): Promise<CaseOutcome> {
  const outcome = await partCasesUseCase(deps, by, input);
  if (outcome.kind === 'changed') {
    await partOtherSide(deps, by, { caseId: input.other, other: input.caseId, request: input.request });
  }
  return outcome;
}

/** One history’s account; a pair counts if both say it. */
export interface GroupedCase {
  readonly caseId: CaseId;
  readonly receivedOn: Day;
  readonly kind?: ReportKind;
  readonly confirmed: readonly Confirmation[];
  /** Those that a confirmation names, and no withdrawn one. */
  readonly cards: readonly StoredSubjectCard[];
}

/** A page can show no more; reading them is bounded as well. */
const maxGroupedCases = 30;

type GroupOutcome =
  | { readonly kind: 'grouped'; readonly cases: readonly GroupedCase[]; readonly isMore: boolean }
  | { readonly kind: 'refused' };

/**
 * The cases that confirmations join to this one, through cases that the person may see. If there is another, the history
 * gets an entry. Throws StoreError.
 */
export async function readPersonGroup(deps: CaseworkDependencies, by: Actor, caseId: CaseId): Promise<GroupOutcome> {
  // Refused as late as a missing case, so that the time tells nothing.
  const access = await readAccessIfAllowed(deps.cases, caseId, (readers) => maySee(by, readers));
  if (access === undefined || !deps.personGroups) return { kind: 'refused' };
  const cases = new Map<CaseId, GroupedCase>();
  const pending: CaseId[] = [caseId];
  const tried = new Set(pending);
  for (let next = pending.shift(); next !== undefined && cases.size < maxGroupedCases; next = pending.shift()) {
    const found = await readGroupedCase(deps, by, next);
    if (found === undefined) continue;
    cases.set(next, found);
    for (const { other } of found.confirmed) {
      if (tried.has(other)) continue;
      tried.add(other);
      pending.push(other);
    }
  }
  const isJoined = (other: CaseId, to: CaseId): boolean =>
    cases.get(other)?.confirmed.some((theirs) => theirs.other === to) ?? false;
  const joined = [...cases.values()].map((one) => ({
    ...one,
    confirmed: one.confirmed.filter(({ other }) => isJoined(other, one.caseId)),
  }));
  const own = joined.find((one) => one.caseId === caseId);
  if (own === undefined) return { kind: 'refused' };
  if (own.confirmed.length === 0) return { kind: 'grouped', cases: [], isMore: false };
  const nothing = { entries: [], counts: [], written: [] };
  const isAllowed = await loadAndRecordView(deps, by, caseId, async () => nothing, 'grouped');
  if (!isAllowed) return { kind: 'refused' };
  const shown = joined.filter(({ confirmed }) => confirmed.length > 0);
  return { kind: 'grouped', cases: shown, isMore: pending.length > 0 };
}

async function readGroupedCase(
  { cases, history }: Pick<CaseworkDependencies, 'cases' | 'history'>,
  by: Actor,
  caseId: CaseId,
): Promise<GroupedCase | undefined> {
  const record = (await readCaseIfAllowed(cases, caseId, (readers) => maySee(by, readers)))?.value;
  if (record === undefined || record.erasedOn !== undefined) return undefined;
  const entries = await history.entries(caseId, { kinds: samePersonEventKinds });
  const confirmed = readConfirmations(entries);
  const named = [...new Set(confirmed.map(({ mine }) => mine.of))].filter((of) => isCardInUse(record, of));
  return {
    caseId,
    receivedOn: record.receivedOn,
    ...(record.kind && { kind: record.kind }),
    confirmed,
    cards: named.flatMap((of) => findCard(record, of) ?? []),
  };
}
