import type { HistoryEntryQuery } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind, EventRecord } from '../model/event-record.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { PersonId } from '../model/roles.ts';
import { type CaseAction, type CaseRoleHolders, type DecisionContext } from './case-action.ts';
import { awaitedIdentityApprover } from '../model/identity-request.ts';

/** Includes the assignee even if no list names them. */
export function remainingHandlers(
  holders: Pick<CaseRoleHolders, HandledBy>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  actor: PersonId,
): readonly PersonId[] {
  const excluded = new Set(record.excluded);
  return [...new Set([...holders[record.handledBy], actor])].filter((objectId) => !excluded.has(objectId));
}

export const otherHandlers = (
  holders: Pick<CaseRoleHolders, HandledBy>,
  record: Pick<CaseRecord, 'handledBy' | 'excluded'>,
  by: PersonId,
): readonly PersonId[] => remainingHandlers(holders, record, by).filter((one) => one !== by);

export const hasAuthor = (event: EventRecord | undefined, person: PersonId): boolean =>
  typeof event?.by === 'object' && event.by.objectId === person;

export const lastOpeningQuery = (person: PersonId): HistoryEntryQuery => ({
  kinds: ['consulted'],
  by: [person],
  last: 1,
});

export function hasOpenedAfter({ entries, by }: Pick<DecisionContext, 'entries' | 'by'>, sequence: number): boolean {
  const [opened] = entries(lastOpeningQuery(by));
  return opened !== undefined && opened.sequence > sequence;
}

export const othersOpeningQuery = (others: readonly PersonId[]): HistoryEntryQuery | undefined =>
  others.length === 0 ? undefined : { kinds: ['consulted'], by: others, last: 1 };

export const lastNewsQuery = {
  kinds: ['messageFromReporter', 'reopened'],
  last: 1,
} as const satisfies HistoryEntryQuery;
export const gradingsQuery = { kinds: ['triaged'] } as const satisfies HistoryEntryQuery;
export const newsQueries: readonly HistoryEntryQuery[] = [lastNewsQuery, gradingsQuery];

/** Whether one of them opened the case since its last news; their own grading does not count as news. */
export function wasReadByAny({ entries }: Pick<DecisionContext, 'entries'>, people: readonly PersonId[]): boolean {
  const query = othersOpeningQuery(people);
  if (query === undefined) return false;
  const [news] = entries(lastNewsQuery);
  const [opened] = entries(query);
  const newsSequence = news?.sequence ?? 0;
  if (opened === undefined || opened.sequence < newsSequence) return false;
  const graded = entries(gradingsQuery).at(-1);
  if (graded === undefined || opened.sequence > graded.sequence) return true;
  const grader = people.find((person) => hasAuthor(graded, person));
  if (grader === undefined) return false;
  const [graderOpening] = entries(lastOpeningQuery(grader));
  return graderOpening !== undefined && graderOpening.sequence > newsSequence;
}

export const wasReadByAnother = (context: DecisionContext): boolean =>
  wasReadByAny(context, otherHandlers(context.holders, context.record, context.by));

export const exclusionKinds = ['conflictDeclared', 'excluded'] as const satisfies readonly EventKind[];

export const findLastExclusion = (entries: readonly EventRecord[], person: PersonId): EventRecord | undefined =>
  entries.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && hasAuthor(event, person)) ||
      (event.kind === 'excluded' && event.detail?.person === person),
  );

/** Those whom someone else excluded, and who did not leave themselves. */
export function readmittablePeople({ record, entries, by }: DecisionContext): readonly PersonId[] {
  if (record.excluded.length === 0) return [];
  const out = entries({ kinds: exclusionKinds });
  return record.excluded.filter((person) => {
    const last = findLastExclusion(out, person);
    return last?.kind === 'excluded' && !hasAuthor(last, by);
  });
}

export const remainingHolders = (
  { holders }: Pick<DecisionContext, 'holders'>,
  { excluded }: Pick<CaseRecord, 'excluded'>,
  handledBy: HandledBy,
): readonly PersonId[] => holders[handledBy].filter((one) => !excluded.includes(one));

function isLastReserveHandler({ record, entries, holders, by }: DecisionContext): boolean {
  if (record.handledBy !== 'reserve' || record.excluded.length === 0) return false;
  const out = entries({ kinds: exclusionKinds });
  if (!record.excluded.some((person) => findLastExclusion(out, person)?.kind === 'excluded')) return false;
  return otherHandlers(holders, record, by).length === 0;
}

export type OversightRefusal = 'noReserve' | 'needsSecond';

interface OversightRequirement<in Context extends DecisionContext> {
  readonly description: string;
  readonly onFailure: OversightRefusal;
  holds(context: Context): boolean;
}

/** The reserve is notified of acts on the unit’s cases only if it has someone. */
const reserveRequirement = <Context extends DecisionContext>(
  when: (context: Context) => boolean,
): OversightRequirement<Context> => ({
  description: 'if the reserve is told about the unit’s case: someone else of the reserve may see it',
  onFailure: 'noReserve',
  holds: (context) =>
    !when(context) ||
    context.record.handledBy === 'reserve' ||
    remainingHolders(context, context.record, 'reserve').some((one) => one !== context.by),
});
/** No one oversees the reserve's cases. */
const secondPersonRequirement = <Context extends DecisionContext>(
  when: (context: Context) => boolean,
): OversightRequirement<Context> => ({
  description: 'for the reserve’s case, if a colleague was shut out: someone else still sees it',
  onFailure: 'needsSecond',
  holds: (context) => !when(context) || !isLastReserveHandler(context),
});
export const oversightRequirements = <Context extends DecisionContext>(
  when: (context: Context) => boolean,
): readonly OversightRequirement<Context>[] => [reserveRequirement(when), secondPersonRequirement(when)];

/** Of a closing: the reserve is told if no one else who sees the case has read all of it. */
export const closingOversightRequirements: readonly OversightRequirement<DecisionContext>[] = [
  secondPersonRequirement(() => true),
  reserveRequirement((context) => !wasReadByAnother(context)),
];

export const unmetOversight = (
  context: DecisionContext,
  requirements: readonly OversightRequirement<DecisionContext>[],
): OversightRefusal | undefined => requirements.find((one) => !one.holds(context))?.onFailure;

export const approvers = {
  description: 'everyone else who sees the case',
  people: ({ holders, by }, after) => otherHandlers(holders, after, by),
} as const satisfies CaseAction<unknown>['peopleToNotify'];

export const pendingCustodians = {
  description: 'the custodians whom the request waits for',
  people({ holders, by, today }, after) {
    const awaits = awaitedIdentityApprover(after, today);
    if (awaits === undefined) return [];
    const ineligible = new Set([...awaits.notBy, by]);
    return holders.custodians.filter((custodian) => !ineligible.has(custodian));
  },
} as const satisfies CaseAction<unknown>['peopleToNotify'];
