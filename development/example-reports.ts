import { acknowledgeCase } from '../core/casework/acknowledge-case.ts';
import { releaseSeals } from '../core/casework/release-seals.ts';
import { createIntake } from '../core/intake/intake.ts';
import type { TextSealer } from '../core/ports/seal.ts';
import type { Store } from '../core/ports/store.ts';
import { unlimitedBudget } from '../core/ports/work-budget.ts';
import type { CaseRecord } from '../core/model/case-record.ts';
import { deriveCaseId } from '../core/model/return-code-keys.ts';
import { submitReport } from '../core/reporting/submit-report.ts';
import {
  addDays,
  addWeeks,
  type Clock,
  type Day,
  toDay,
  firstDayOfWeek,
  type RandomSource,
  type Week,
} from '../core/model/calendar.ts';
import type { Role } from '../core/model/roles.ts';
import { reportKinds } from '../core/model/classification.ts';
import type { Language } from '../core/model/language.ts';
import { type Answers, identityModes } from '../core/model/questions.ts';
import { generateReturnCode } from '../core/model/return-code.ts';
import { handledByFromAnswers } from '../core/model/handled-by.ts';
import { getLastClosedWeek } from '../summary/figures/count-closed-weeks.ts';
import { getTrailingWeeks } from '../summary/figures/periods.ts';
import { developmentPeople, developmentTenantId } from './development-tenant.ts';

export interface FillDependencies {
  readonly store: Store;
  readonly seal: TextSealer;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly timeZone: string;
  /** False writes nothing. */
  readonly development: boolean;
}

/**
 * `filled`: all weeks but those in `left`, which have cases or counts. `notDevelopment` and `notEmpty` (no week is
 * empty): nothing was written.
 */
type FillOutcome =
  | {
      readonly kind: 'filled';
      readonly from: Week;
      readonly to: Week;
      readonly reports: number;
      readonly left: readonly Week[];
    }
  | { readonly kind: 'notDevelopment' }
  | { readonly kind: 'notEmpty'; readonly from: Week; readonly to: Week };

const roleByHandlerGroup = { acu: 'handler', reserve: 'reserve' } as const;
const midday = (day: Day): Date => new Date(`${day}T12:00:00Z`);

async function isEmpty(store: Store, week: Week): Promise<boolean> {
  for (const handledBy of ['acu', 'reserve'] as const) {
    if (await store.weeks.read(week, handledBy)) return false;
    const cases = await store.queries.listWeekCases(week, handledBy);
    if (cases.some((one) => one.week === week)) return false;
  }
  return true;
}

async function submitExample(
  { store, seal, timeZone, clock, random }: FillDependencies,
  example: ExampleReport,
): Promise<void> {
  const code = generateReturnCode(random);
  const { answers, language, route, acknowledgedOn } = example;
  const received = () => midday(example.receivedOn);
  const intake = createIntake({
    ...store,
    clock: received,
    timeZone,
    alertTiming: 'fullHour',
    alertNamesKind: false,
    reviewYears: 6,
    timeLimits: {},
    budget: unlimitedBudget,
  });
  const person = { objectId: developmentPeople.staff, name: 'Example person, made up' };
  const submission = { code, language, answers, route, tenantId: developmentTenantId, person };
  await submitReport({ intake, seal, clock: received, timeZone }, submission);
  if (acknowledgedOn === undefined || acknowledgedOn > toDay(clock(), timeZone)) return;
  const role = roleByHandlerGroup[handledByFromAnswers(answers)];
  const acknowledged = () => midday(acknowledgedOn);
  const { cases, history, outbox } = store;
  const by = { objectId: developmentPeople[role], roles: new Set<Role>([role]) };
  const deps = { cases, history, outbox, clock: acknowledged, timeZone };
  // An alert comes again until someone has opened the case as well.
  await releaseSeals(deps, deriveCaseId(code), by);
  await acknowledgeCase(deps, deriveCaseId(code), by);
}

/**
 * Fills empty weeks among the last eight closed ones of a development store with made-up reports, sealed and
 * acknowledged as real ones. Throws StoreError and SealError.
 */
export async function fillWeeks(deps: FillDependencies): Promise<FillOutcome> {
  if (!deps.development) return { kind: 'notDevelopment' };
  const to = getLastClosedWeek(deps.clock(), deps.timeZone);
  const weeks = getTrailingWeeks(to, exampleWeeks);
  const from = weeks[0] ?? to;
  const left: Week[] = [];
  for (const week of weeks) if (!(await isEmpty(deps.store, week))) left.push(week);
  const examples = exampleReports(to).filter(({ week }) => !left.includes(week));
  // One of the examples' weeks is empty, and never filled.
  if (examples.length === 0) return { kind: 'notEmpty', from, to };
  for (const example of examples) await submitExample(deps, example);
  return { kind: 'filled', from, to, reports: examples.length, left };
}

export function fillOutcomeText(outcome: FillOutcome): string {
  if (outcome.kind === 'filled') {
    const { reports, from, to, left } = outcome;
    const sentence = `The weeks ${from} to ${to} now have ${reports} made-up reports.`;
    if (left.length === 0) return sentence;
    return `${sentence} Left as they were, because they already have reports or were counted: ${left.join(', ')}.`;
  }
  if (outcome.kind === 'notDevelopment') {
    return 'Made-up reports are for development only. Nothing was written: CANDOUR_ENVIRONMENT is not development.';
  }
  return `The weeks ${outcome.from} to ${outcome.to} already have reports or were counted, so nothing was written: to start over, stop "npm start" and set SQLITE_PATH to a file that does not exist yet, for example in the file .env.`;
}

interface ExampleReport {
  readonly week: Week;
  readonly receivedOn: Day;
  readonly acknowledgedOn?: Day;
  readonly language: Language;
  readonly route: CaseRecord['route'];
  readonly answers: Answers;
}

// The oldest first: busy weeks, small ones and an empty one, for every form of a summary.
const reportsPerWeek = [7, 12, 3, 0, 9, 6, 4, 8] as const;
const exampleWeeks = reportsPerWeek.length;
const daysToAcknowledge = [0, 1, 1, 2, 3, 1, 9, 4] as const;

const cyclicItem = <T>(list: readonly [T, ...T[]], place: number): T => list[place % list.length] ?? list[0];

function exampleReport(week: Week, place: number, newest: boolean): ExampleReport {
  const receivedOn = addDays(firstDayOfWeek(week), (place * 3) % 7);
  const kind = cyclicItem(reportKinds, place * 2 + Number(week.slice(6)));
  const welsh = place % 4 === 1;
  // Two of the newest week wait to be acknowledged: something to do.
  const waits = newest && (place === 3 || place === 5);
  return {
    week,
    receivedOn,
    ...(!waits && { acknowledgedOn: addDays(receivedOn, cyclicItem(daysToAcknowledge, place)) }),
    language: welsh ? 'cy' : 'en',
    route: 'staff',
    answers: {
      mode: cyclicItem(identityModes, place),
      what: welsh
        ? `Adroddiad enghreifftiol, wedi’i ddyfeisio: rhif ${place + 1} yn wythnos ${week}. Ni ddigwyddodd dim ohono.`
        : `Example report, made up: number ${place + 1} of week ${week}. None of it happened.`,
      risk: place % 5 === 2 ? 'yes' : 'no',
      conflict: place % 7 === 6 ? 'unsure' : 'no',
      ...(place % 5 !== 4 && { kind }),
      towards: place % 2 === 0 ? 'public' : 'colleague',
    },
  };
}

/** Plainly made up, for the eight weeks up to a closed one. */
export const exampleReports = (lastClosed: Week): readonly ExampleReport[] =>
  reportsPerWeek.flatMap((reports, place) => {
    const week = addWeeks(lastClosed, place - reportsPerWeek.length + 1);
    const newest = place === reportsPerWeek.length - 1;
    return Array.from({ length: reports }, (_, number) => exampleReport(week, number, newest));
  });
