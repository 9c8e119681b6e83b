import { type CaseListOperations, encodeCursor, createCaseListOperations } from '../../bot/api/case-list-operations.ts';
import { createCaseViews } from '../../bot/api/case-views.ts';
import { createRoleHolders } from '../../bot/api/role-holders.ts';
import type { Caller } from '../../bot/api/caller-authentication.ts';
import { sendMessageToReporter } from '../../core/casework/case-messages.ts';
import { readUnitOverview } from '../../core/casework/unit-overview.ts';
import { viewCase } from '../../core/casework/case-view.ts';
import type { Store } from '../../core/ports/store.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { type CaseListOrderName, newestFirst, toCaseListCursor } from '../../core/model/case-list-order.ts';
import { findByReturnCode } from '../../core/reporting/find-by-return-code.ts';
import { addFollowUp } from '../../core/reporting/follow-up.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { addDays, addWeeks, firstDayOfWeek, type Week, toWeek } from '../../core/model/calendar.ts';
import { reportKinds } from '../../core/model/classification.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { ParsedRequest } from '../../contract/operations.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../crypto/node/hybrid-recipient.ts';
import { createMailboxDecrypter } from '../../crypto/decrypt-seal.ts';
import { countWeekFromCases } from '../../summary/figures/count-closed-weeks.ts';
import { createCasework, newRequestId, one } from '../support/core/casework.ts';
import { createSubmission, newReturnCode, random, withIntake } from '../support/core/open-core.ts';
import { now, today } from '../support/contracts/records.ts';
import { rule } from '../support/summary/figures.ts';
import { viewer } from './generated-cases.ts';
import { generateAccount } from './report-script.ts';

const caller: Caller = { objectId: viewer, name: 'A handler', roles: new Set(['handler']) };
const timeZone = 'Europe/London';
const timeLimits = { acknowledge: 1, triage: 5, update: 28 } as const;

function listsOf({ cases, list, people: store }: Store): CaseListOperations {
  const directory = { getRoles: async () => caller.roles, getHolders: async () => [viewer] };
  const clock = () => now;
  const people = createRoleHolders({ people: store, directory, clock, timeZone });
  const views = createCaseViews({ people, timeLimits, messages: false });
  const alertOrder = { alertRank: async () => 0 };
  return createCaseListOperations({
    list,
    cases,
    views,
    people,
    alertOrder,
    timeLimits,
    clock,
    timeZone,
    log: () => undefined,
  });
}

/** Asks something of a store as the tab's API does, each round of something else, and settles with the JSON it sends. */
type Query = (round: number) => Promise<string>;
type Filter = ParsedRequest<'cases.list'>['filter'];

/** Every list, count and search of the tab, by the name of what is measured. */
export function listQueries(store: Store, cases: readonly CaseRecord[]): Readonly<Record<string, Query>> {
  const lists = listsOf(store);
  const list =
    (
      filter: Filter | ((round: number) => Filter),
      order: CaseListOrderName = 'newest',
      after?: (round: number) => string,
    ): Query =>
    async (round) => {
      const next = after?.(round);
      const asked = { filter: typeof filter === 'function' ? filter(round) : filter, order };
      return JSON.stringify(await lists.list(caller, { ...asked, ...(next !== undefined && { after: next }) }));
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
  const kindOf = (round: number) => reportKinds[round % reportKinds.length] ?? 'unsure';
  const withAnyone = (round: number): Filter => ({ status: 'open', with: toPersonId(`handler-${round % 20}`) });
  const find = async (text: string): Promise<string> => JSON.stringify(await lists.find(caller, { text }));
  return {
    'first page': list({}),
    'a page anywhere inside': list({}, 'newest', (round) =>
      encodeCursor('newest', toCaseListCursor(newestFirst, any(round))),
    ),
    open: list({ status: 'open' }),
    'in one state': list((round) => ({ status: round % 2 === 0 ? 'inProgress' : 'received' })),
    closed: list({ status: 'closed' }),
    'of one kind': list((round) => ({ kind: kindOf(round) })),
    urgent: list({ urgency: 'urgent' }),
    'with me': list({ with: 'me' }),
    'with nobody': list({ with: 'nobody' }),
    overdue: list({ attention: 'overdue' }),
    'due soon': list({ attention: 'dueSoon' }),
    'to be reviewed': list({ attention: 'review' }),
    'the most overdue first': list({ attention: 'overdue' }, 'dueFirst'),
    'open, the most overdue first': list({ status: 'open' }, 'dueFirst'),
    // Among open cases, where all walks go on: behind them it is the list of the newest.
    'all, the most overdue first, a page inside': list({}, 'dueFirst', (round) =>
      encodeCursor('dueFirst', toCaseListCursor({ by: 'dueFirst', timeLimits }, anyOpen(round))),
    ),
    'open, urgent first': list({ status: 'open' }, 'urgentFirst'),
    'open, longest without an answer first': list({ status: 'open' }, 'unansweredFirst'),
    'with somebody, the most overdue first': list(withAnyone, 'dueFirst'),
    'new from a reporter': list({ attention: 'unread' }),
    'at risk now': list({ attention: 'atRisk' }),
    'not acknowledged': list({ attention: 'unacknowledged' }),
    'waits for a second person': list({ attention: 'second' }),
    'open, urgent and with me': list({ status: 'open', urgency: 'urgent', with: 'me' }),
    'open, of one kind and overdue': list((round) => ({ status: 'open', kind: kindOf(round), attention: 'overdue' })),
    'closed, of one kind and urgent': list((round) => ({ status: 'closed', kind: kindOf(round), urgency: 'urgent' })),
    'of one category, flagged': list({ category: 'drugs', flag: 'apsp' }),
    'to be referred, received in a week': list({
      referral: 'refer',
      receivedFrom: addDays(today, -6),
      receivedTo: today,
    }),
    'closed, of one outcome': list({ status: 'closed', outcome: 'misconduct' }),
    'the counts of Today': async () => JSON.stringify(await lists.counts(caller, {})),
    'by a reference': (round) => find(any(round).caseId),
    'by the beginning of one': (round) => find(any(round).caseId.slice(0, 5)),
  };
}

/** The supervisor's page, as the tab's API asks for it. */
export const readOverview = (store: Store) =>
  readUnitOverview({ ...createCasework(coreOf(store)), list: store.list, unit: store.unit, timeLimits }, caller, [
    viewer,
  ]);

const yearsBack = 5;
const atOnce = 20;
/** What was written in a case, each way, before its reporter comes back. */
const messages = 3;

const lineOf = (place: number): readonly string[] => [recipientFromSeed(new Uint8Array(32).fill(place))];
const seal = createAgeSealer({ acu: lineOf(1), recovery: lineOf(2), reserve: lineOf(3), custodians: lineOf(4) });

const coreOf = (store: Store) => ({
  store,
  deps: withIntake({
    ...store,
    seal,
    random,
    clock: () => now,
    timeZone,
    reviewYears: 6,
    timeLimits: {},
    alertTiming: 'fullHour' as const,
    alertNamesKind: false,
  }),
});

const handIn = (deps: ReturnType<typeof coreOf>['deps'], round: number, code = newReturnCode()) =>
  submitReport(
    deps,
    createSubmission({ code, answers: { mode: 'notKept', what: generateAccount(round), conflict: 'no' } }),
  );

/** A report that its reporter comes back to: words of theirs in it, and of those who handle it. */
async function aReport({ deps }: ReturnType<typeof coreOf>) {
  const code = newReturnCode();
  await handIn(deps, 0, code);
  for (let number = 1; number <= messages; number += 1) {
    await addFollowUp(deps, { code, id: newRequestId(), text: `More of it, ${number}.` });
    const message = { id: newRequestId(), number, sealed: 'd29yZHM=' };
    await sendMessageToReporter(createCasework({ deps }), one, {
      caseId: deriveCaseId(code),
      request: newRequestId(),
      ...message,
    });
  }
  return code;
}

/** Counts a week from its cases as if for the first time. */
export const countWeek = ({ queries }: Pick<Store, 'queries'>, week: Week) =>
  countWeekFromCases(
    { queries, limitDays: 3, rule },
    { week, handledBy: 'acu', countedOn: addDays(firstDayOfWeek(week), 7) },
  );
const lastWeek = addWeeks(toWeek(today), -1);
const weekLongAgo = addWeeks(toWeek(today), -52 * yearsBack);

/** Everything that is asked of a store and done in it all day, by the name of what is measured. */
export async function dayQueries(
  store: Store,
  cases: readonly CaseRecord[],
): Promise<Readonly<Record<string, (round: number) => Promise<unknown>>>> {
  const core = coreOf(store);
  const code = await aReport(core);
  const any = (round: number) => cases[(round * 7_919) % cases.length]?.caseId ?? deriveCaseId(code);
  const latest = new Date(now.getTime() + 86_400_000);
  const lists = Object.entries(listQueries(store, cases)).map(([name, ask]) => [`list: ${name}`, ask] as const);
  return {
    'alerts that are due': () => store.outbox.due(now, atOnce, { latest }),
    'health of alerts': () => store.outbox.health('acu'),
    'a report': (round) => handIn(core.deps, round),
    'coming back': () => findByReturnCode({ ...core.deps, mailbox: createMailboxDecrypter() }, code),
    'one case, with its seals': (round) => store.cases.read(any(round)),
    'one case, as a page shows it': (round) => viewCase(createCasework(core), one, any(round)),
    'a week, the last one': () => countWeek(store, lastWeek),
    'a week, five years back': () => countWeek(store, weekLongAgo),
    ...Object.fromEntries(lists),
  };
}
