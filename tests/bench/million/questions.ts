import { comeBack } from '../../../concerns/reporting/come-back.ts';
import { addFollowUp } from '../../../concerns/reporting/follow-up.ts';
import { submitReport } from '../../../concerns/reporting/submit-report.ts';
import { messageReporter } from '../../../concerns/casework/messages.ts';
import { viewCase } from '../../../concerns/casework/view-case.ts';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import { addDays, addWeeks, mondayOf, type Week, weekOf } from '../../../concerns/terms/calendar.ts';
import type { Store } from '../../../concerns/ports/store.ts';
import type { CaseRecord } from '../../../concerns/records/case-record.ts';
import { createAgeSeal } from '../../../seals/node/age-seal.ts';
import { recipientOfSeed } from '../../../seals/node/hybrid-identity.ts';
import { createMailbox } from '../../../seals/open-mailbox.ts';
import { countFromCases } from '../../../summary/closed-weeks.ts';
import { casework, freshRequest, one } from '../../support/concerns/casework.ts';
import { aSubmission, freshCode, random, withDesk } from '../../support/concerns/open-core.ts';
import { now, today } from '../../support/contracts/records.ts';
import { rule } from '../../support/summary/figures.ts';
import { asked } from '../cases-asked.ts';
import { accountOf } from '../one-report.ts';

/** Something that is done with a store, each round with something else. */
export type Question = (round: number) => Promise<unknown>;

const yearsBack = 5;
const atOnce = 20;
/** What was written in a case, each way, before its reporter comes back. */
const messages = 3;

const lineOf = (place: number): readonly string[] => [recipientOfSeed(new Uint8Array(32).fill(place))];
const seal = createAgeSeal({ acu: lineOf(1), recovery: lineOf(2), reserve: lineOf(3), custodians: lineOf(4) });

const coreOf = (store: Store) => ({
  store,
  deps: withDesk({
    ...store,
    seal,
    random,
    clock: () => now,
    timeZone: 'Europe/London',
    alertTiming: 'fullHour' as const,
    alertNamesKind: false,
    reviewYears: 6,
    timeLimits: {},
  }),
});

const handIn = (deps: ReturnType<typeof coreOf>['deps'], round: number, code = freshCode()) =>
  submitReport(deps, aSubmission({ code, answers: { mode: 'notKept', what: accountOf(round), conflict: 'no' } }));

/** A report that somebody comes back to: words of theirs in it, and of those who handle it. */
async function aReport({ deps }: ReturnType<typeof coreOf>) {
  const code = freshCode();
  await handIn(deps, 0, code);
  for (let number = 1; number <= messages; number += 1) {
    await addFollowUp(deps, { code, id: freshRequest(), text: `More of it, ${number}.` });
    const message = { id: freshRequest(), number, sealed: 'd29yZHM=' };
    await messageReporter(casework({ deps }), one, { caseId: caseIdOf(code), request: freshRequest(), ...message });
  }
  return code;
}

/** The week that begins so many weeks before the one that is under way, counted from its cases as if for the first time. */
export const countOf = ({ queries }: Pick<Store, 'queries'>, week: Week) =>
  countFromCases({ queries, limitDays: 3, rule }, { week, handledBy: 'acu', countedOn: addDays(mondayOf(week), 7) });
export const lastWeek = addWeeks(weekOf(today), -1);
export const weekLongAgo = addWeeks(weekOf(today), -52 * yearsBack);

/** Everything that is asked of a store or done in it, by the name of what is measured. */
export async function questionsTo(
  store: Store,
  cases: readonly CaseRecord[],
): Promise<Readonly<Record<string, Question>>> {
  const core = coreOf(store);
  const code = await aReport(core);
  const any = (round: number) => cases[(round * 7_919) % cases.length]?.caseId ?? caseIdOf(code);
  const latest = new Date(now.getTime() + 86_400_000);
  const lists = asked({ store, cases, close: async () => undefined }, now);
  return {
    'alerts that are due': () => store.outbox.due(now, atOnce, { latest }),
    'health of alerts': () => store.outbox.health('acu'),
    'a report': (round) => handIn(core.deps, round),
    'coming back': () => comeBack({ ...core.deps, mailbox: createMailbox() }, code),
    'one case, with its seals': (round) => store.cases.read(any(round)),
    'one case, as a page shows it': (round) => viewCase(casework(core), one, any(round)),
    'a week, the last one': () => countOf(store, lastWeek),
    'a week, five years back': () => countOf(store, weekLongAgo),
    ...Object.fromEntries(Object.entries(lists).map(([name, ask]) => [`list: ${name}`, ask])),
  };
}
