import { addDays, type Day, daysBetween, mondayOf, type Week } from '../../core/model/calendar.ts';
import type { OpenCases, WeekCase } from '../../core/model/week-case.ts';
import { flags } from '../../core/model/kinds.ts';
import { languages } from '../../core/model/language.ts';
import { referralDecisions } from '../../core/model/outcomes.ts';
import { modes } from '../../core/model/questions.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { type DayCounts, dayCounts } from './day-counts.ts';
import {
  ages,
  type DisclosureRule,
  figureCategories,
  figureKinds,
  figureOutcomes,
  figurePartnerTypes,
  figureRegimes,
  figureTowards,
  routes,
  urgencies,
  type WholeWeek,
  wholeWeekSchema,
} from './week-figures.ts';

export interface WeekToCount {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly cases: readonly WeekCase[];
  /** Received by the week's Sunday and not closed by then. */
  readonly open: readonly OpenCases[];
  readonly overdueReferrals: number;
  readonly countedOn: Day;
  readonly limitDays: number | undefined;
  readonly rule: DisclosureRule;
}

function tally<Name extends string>(names: readonly Name[], found: readonly Name[]): Readonly<Record<string, number>> {
  const counts = new Map<Name, number>(names.map((name) => [name, 0]));
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function acknowledgementOf(
  received: readonly WeekCase[],
  { countedOn, limitDays: days }: Pick<WeekToCount, 'countedOn' | 'limitDays'>,
): unknown {
  // A recount then finds the case as it was on the day of the first count.
  const dayOf = ({ acknowledgedOn }: WeekCase): Day | undefined =>
    acknowledgedOn === undefined || acknowledgedOn > countedOn ? undefined : acknowledgedOn;
  if (days === undefined) {
    const standing = received.map((each) => (dayOf(each) === undefined ? 'waiting' : 'acknowledged'));
    return { target: 'none', ...tally(['acknowledged', 'waiting'], standing) };
  }
  const standing = received.map((each) => {
    const inTime = daysBetween(each.receivedOn, dayOf(each) ?? countedOn) <= days;
    if (dayOf(each) === undefined) return inTime ? 'notYetDue' : 'overdue';
    return inTime ? 'inTime' : 'late';
  });
  return { target: 'days', days, ...tally(['inTime', 'late', 'overdue', 'notYetDue'], standing) };
}

function ageOf(receivedOn: Day, sunday: Day): (typeof ages)[number] {
  const days = daysBetween(receivedOn, sunday);
  if (days <= 7) return 'upTo7';
  if (days <= 28) return 'from8To28';
  return days <= 90 ? 'from29To90' : 'over90';
}

function agesOf(open: readonly OpenCases[], sunday: Day): Readonly<Record<string, number>> {
  const byDay = new Map<Day, number>();
  for (const { receivedOn, cases } of open) byDay.set(receivedOn, (byDay.get(receivedOn) ?? 0) + cases);
  const counts = new Map(ages.map((age) => [age, 0]));
  for (const [day, cases] of byDay) {
    const age = ageOf(day, sunday);
    counts.set(age, (counts.get(age) ?? 0) + cases);
  }
  return Object.fromEntries(counts);
}

function countReceived(received: readonly WeekCase[]): Readonly<Record<string, unknown>> {
  const by = <Name extends string>(names: readonly Name[], nameOf: (each: WeekCase) => Name) =>
    tally(names, received.map(nameOf));
  return {
    received: received.length,
    kind: by(figureKinds, ({ kind }) => kind ?? 'none'),
    urgency: by(urgencies, ({ urgency }) => urgency),
    mode: by(modes, ({ mode }) => mode),
    route: by(routes, ({ route }) => route),
    language: by(languages, ({ language }) => language),
    partnerType: tally(
      figurePartnerTypes,
      received.flatMap(({ route, partnerType }) => (route === 'hub' ? [partnerType ?? 'notKnown'] : [])),
    ),
  };
}

function countDone(cases: readonly WeekCase[], monday: Day, sunday: Day) {
  const isIn = (day: Day | undefined): boolean => day !== undefined && day >= monday && day <= sunday;
  const doneOn = (dayOf: (each: WeekCase) => Day | undefined): readonly WeekCase[] =>
    cases.filter((each) => isIn(dayOf(each)));
  const daysOf = (dayOf: (each: WeekCase) => Day | undefined): DayCounts =>
    dayCounts(doneOn(dayOf).map((each) => daysBetween(each.receivedOn, dayOf(each) ?? each.receivedOn)));
  const triaged = doneOn(({ triagedOn }) => triagedOn);
  const closed = doneOn(({ closedOn }) => closedOn);
  const decided = doneOn(({ referral }) => referral?.on);
  return {
    acknowledgedDays: daysOf(({ acknowledgedOn }) => acknowledgedOn),
    triagedDays: daysOf(({ triagedOn }) => triagedOn),
    category: tally(
      figureCategories,
      triaged.map(({ nationalCategory }) => nationalCategory ?? 'notKnown'),
    ),
    regime: tally(
      figureRegimes,
      triaged.map(({ regime }) => regime ?? 'notKnown'),
    ),
    towards: tally(
      figureTowards,
      triaged.map(({ towards }) => towards ?? 'notKnown'),
    ),
    flags: tally(
      flags,
      triaged.flatMap((each) => [...new Set(each.flags)]),
    ),
    answeredDays: daysOf(({ answeredOn }) => answeredOn),
    answerNotKnown: closed.filter(({ answeredOn }) => answeredOn === undefined).length,
    closedDays: daysOf(({ closedOn }) => closedOn),
    outcome: tally(
      figureOutcomes,
      closed.map(({ outcome }) => outcome ?? 'notKnown'),
    ),
    referral: {
      decision: tally(
        referralDecisions,
        decided.flatMap(({ referral }) => referral?.decision ?? []),
      ),
      days: daysOf(({ referral }) => referral?.on),
    },
    cameBack: doneOn(({ cameBackOn }) => cameBackOn).length,
    repeatSubjects: doneOn(({ repeatOn }) => repeatOn).length,
  };
}

/** Turns the cases of a closed week into its figures. Cases of other weeks or other handlers do not count. */
export function figuresOf(toCount: WeekToCount): WholeWeek {
  const { week, handledBy, countedOn, rule, overdueReferrals } = toCount;
  const monday = mondayOf(week);
  const sunday = addDays(monday, 6);
  const cases = toCount.cases.filter((each) => each.handledBy === handledBy);
  const received = cases.filter((each) => each.week === week);
  const open = toCount.open.filter((each) => each.receivedOn <= sunday && each.handledBy === handledBy);
  const { referral, ...done } = countDone(cases, monday, sunday);
  return wholeWeekSchema.parse({
    v: 2,
    week,
    handledBy,
    countedOn,
    ...countReceived(received),
    acknowledgement: acknowledgementOf(received, toCount),
    open: agesOf(open, sunday),
    rule,
    ...done,
    notTriaged: open
      .filter(({ triagedOn }) => triagedOn === undefined || triagedOn > sunday)
      .reduce((sum, { cases: each }) => sum + each, 0),
    referral: { ...referral, overdue: overdueReferrals },
  });
}
