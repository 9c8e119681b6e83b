import { createCaseLists, type CaseLists } from '../../bot/api/case-lists.ts';
import { createCaseViews } from '../../bot/api/case-views.ts';
import { createRoleHolders } from '../../bot/api/role-holders.ts';
import type { Caller } from '../../bot/api/caller.ts';
import { continuationOf } from '../../bot/api/list-place.ts';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import { type ListOrderName, newestFirst, placeIn } from '../../concerns/records/list-order.ts';
import { kinds } from '../../concerns/terms/kinds.ts';
import { personId } from '../../concerns/terms/person-id.ts';
import type { ParsedRequest } from '../../contract/requests.ts';
import type { FilledStore } from './cases-stores.ts';
import { viewer } from './cases-mix.ts';

/** Asks something of a store as the tab's API does, each round of something else, and settles with the JSON it sends. */
export type Asked = (round: number) => Promise<string>;

const caller: Caller = { objectId: viewer, name: 'A handler', roles: new Set(['handler']) };
const timeZone = 'Europe/London';
const timeLimits = { acknowledge: 1, triage: 5, update: 28 } as const;

function listsOf(store: FilledStore['store'], now: Date): CaseLists {
  const directory = { rolesOf: async () => caller.roles, holdersOf: async () => [viewer] };
  const { cases, list } = store;
  const clock = () => now;
  const people = createRoleHolders({ people: store.people, directory, clock, timeZone });
  const views = createCaseViews({ people, timeLimits, messages: false });
  return createCaseLists({
    list,
    cases,
    views,
    people,
    alertOrder: { rankOf: async () => 0 },
    timeLimits,
    clock,
    timeZone,
    log: () => undefined,
  });
}

/** Everything that is asked, by the name of what is measured. */
export function asked({ store, cases }: FilledStore, now: Date): Readonly<Record<string, Asked>> {
  const lists = listsOf(store, now);
  const list =
    (
      filter: (round: number) => ParsedRequest<'cases.list'>['filter'],
      after?: (round: number) => string,
      order: ListOrderName = 'newest',
    ): Asked =>
    async (round) => {
      const next = after?.(round);
      return JSON.stringify(
        await lists.list(caller, { filter: filter(round), order, ...(next !== undefined && { after: next }) }),
      );
    };
  const drawn =
    (from: readonly CaseRecord[]) =>
    (round: number): CaseRecord => {
      const record = from[(round * 7_919) % from.length];
      if (!record) throw new Error('no case');
      return record;
    };
  const any = drawn(cases);
  const anyOpen = drawn(cases.filter(({ status }) => status !== 'closed'));
  const kindOf = (round: number) => kinds[round % kinds.length] ?? 'unsure';
  const find = async (text: string): Promise<string> => JSON.stringify(await lists.find(caller, { text }));
  return {
    'first page': list(() => ({})),
    'a page anywhere inside': list(
      () => ({}),
      (round) => continuationOf('newest', placeIn(newestFirst, any(round))),
    ),
    open: list(() => ({ status: 'open' })),
    'in one state': list((round) => ({ status: round % 2 === 0 ? 'inProgress' : 'received' })),
    closed: list(() => ({ status: 'closed' })),
    'of one kind': list((round) => ({ kind: kindOf(round) })),
    urgent: list(() => ({ urgency: 'urgent' })),
    'with me': list(() => ({ with: 'me' })),
    'with nobody': list(() => ({ with: 'nobody' })),
    overdue: list(() => ({ attention: 'overdue' })),
    'due soon': list(() => ({ attention: 'dueSoon' })),
    'to be reviewed': list(() => ({ attention: 'review' })),
    'the most overdue first': list(() => ({ attention: 'overdue' }), undefined, 'dueFirst'),
    'open, the most overdue first': list(() => ({ status: 'open' }), undefined, 'dueFirst'),
    // Among open cases, where all walks go on: behind them it is the list of the newest.
    'all, the most overdue first, a page inside': list(
      () => ({}),
      (round) => continuationOf('dueFirst', placeIn({ by: 'dueFirst', timeLimits }, anyOpen(round))),
      'dueFirst',
    ),
    'open, urgent first': list(() => ({ status: 'open' }), undefined, 'urgentFirst'),
    'open, longest without an answer first': list(() => ({ status: 'open' }), undefined, 'unansweredFirst'),
    'with somebody, the most overdue first': list(
      (round) => ({ status: 'open', with: personId(`handler-${round % 20}`) }),
      undefined,
      'dueFirst',
    ),
    'new from a reporter': list(() => ({ attention: 'unread' })),
    'at risk now': list(() => ({ attention: 'atRisk' })),
    'not acknowledged': list(() => ({ attention: 'unacknowledged' })),
    'waits for a second person': list(() => ({ attention: 'second' })),
    'open, urgent and with me': list(() => ({ status: 'open', urgency: 'urgent', with: 'me' })),
    'open, of one kind and overdue': list((round) => ({ status: 'open', kind: kindOf(round), attention: 'overdue' })),
    'closed, of one kind and urgent': list((round) => ({ status: 'closed', kind: kindOf(round), urgency: 'urgent' })),
    'the counts of Today': async () => JSON.stringify(await lists.counts(caller, {})),
    'by a reference': (round) => find(any(round).caseId),
    'by the beginning of one': (round) => find(any(round).caseId.slice(0, 5)),
  };
}
