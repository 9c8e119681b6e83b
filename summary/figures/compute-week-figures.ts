import { addDays, type Day, daysBetween, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import type { OpenCaseGroup, WeekCase } from '../../core/model/counted-cases.ts';
import { flags } from '../../core/model/classification.ts';
import { languages } from '../../core/model/language.ts';
import { referralDecisions } from '../../core/model/case-terms.ts';
import { identityModes } from '../../core/model/questions.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { type DayCounts, countDays } from './day-counts.ts';
import {
  ageGroups,
  type DisclosureRule,
  figureCategories,
  figureKinds,
  figureOutcomes,
  figurePartnerTypes,
  figureRegimes,
  figureTowards,
  figureRoutes,
  urgencies,
  type WeekFiguresV2,
  weekFiguresV2Schema,
} from './week-figures.ts';

export interface WeekCountInput {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly cases: readonly WeekCase[];
  /** Received by the week's Sunday and not closed by then. */
  readonly open: readonly OpenCaseGroup[];
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

function countAcknowledgements(
  received: readonly WeekCase[],
  { countedOn, limitDays: days }: Pick<WeekCountInput, 'countedOn' | 'limitDays'>,
): unknown {
  // A recount then finds the case as on the day of the first count.
  const getAcknowledgedDay = ({ acknowledgedOn }: WeekCase): Day | undefined =>
    acknowledgedOn === undefined || acknowledgedOn > countedOn ? undefined : acknowledgedOn;
  if (days === undefined) {
    const states = received.map((each) => (getAcknowledgedDay(each) === undefined ? 'waiting' : 'acknowledged'));
    return { target: 'none', ...tally(['acknowledged', 'waiting'], states) };
  }
  const states = received.map((each) => {
    const inTime = daysBetween(each.receivedOn, getAcknowledgedDay(each) ?? countedOn) <= days;
    if (getAcknowledgedDay(each) === undefined) return inTime ? 'notYetDue' : 'overdue';
    return inTime ? 'inTime' : 'late';
  });
  return { target: 'days', days, ...tally(['inTime', 'late', 'overdue', 'notYetDue'], states) };
}

function toAgeGroup(receivedOn: Day, sunday: Day): (typeof ageGroups)[number] {
  const days = daysBetween(receivedOn, sunday);
  if (days <= 7) return 'upTo7';
  if (days <= 28) return 'from8To28';
  return days <= 90 ? 'from29To90' : 'over90';
}

function countOpenByAge(open: readonly OpenCaseGroup[], sunday: Day): Readonly<Record<string, number>> {
  const byDay = new Map<Day, number>();
  for (const { receivedOn, cases } of open) byDay.set(receivedOn, (byDay.get(receivedOn) ?? 0) + cases);
  const counts = new Map(ageGroups.map((age) => [age, 0]));
  for (const [day, cases] of byDay) {
    const age = toAgeGroup(day, sunday);
    counts.set(age, (counts.get(age) ?? 0) + cases);
  }
  return Object.fromEntries(counts);
}

function countReceived(received: readonly WeekCase[]): Readonly<Record<string, unknown>> {
  const tallyBy = <Name extends string>(names: readonly Name[], nameOf: (each: WeekCase) => Name) =>
    tally(names, received.map(nameOf));
  return {
    received: received.length,
    kind: tallyBy(figureKinds, ({ kind }) => kind ?? 'none'),
    urgency: tallyBy(urgencies, ({ urgency }) => urgency),
    mode: tallyBy(identityModes, ({ mode }) => mode),
    route: tallyBy(figureRoutes, ({ route }) => route),
    language: tallyBy(languages, ({ language }) => language),
    partnerType: tally(
      figurePartnerTypes,
      received.flatMap(({ route, partnerType }) => (route === 'hub' ? [partnerType ?? 'notKnown'] : [])),
    ),
  };
}

function countActivity(cases: readonly WeekCase[], monday: Day, sunday: Day) {
  const isInWeek = (day: Day | undefined): boolean => day !== undefined && day >= monday && day <= sunday;
  const selectByDay = (dayOf: (each: WeekCase) => Day | undefined): readonly WeekCase[] =>
    cases.filter((each) => isInWeek(dayOf(each)));
  const countDaysToEvent = (dayOf: (each: WeekCase) => Day | undefined): DayCounts =>
    countDays(selectByDay(dayOf).map((each) => daysBetween(each.receivedOn, dayOf(each) ?? each.receivedOn)));
  const triaged = selectByDay(({ triagedOn }) => triagedOn);
  const closed = selectByDay(({ closedOn }) => closedOn);
  const decided = selectByDay(({ referral }) => referral?.on);
  return {
    acknowledgedDays: countDaysToEvent(({ acknowledgedOn }) => acknowledgedOn),
    triagedDays: countDaysToEvent(({ triagedOn }) => triagedOn),
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
    answeredDays: countDaysToEvent(({ answeredOn }) => answeredOn),
    answerNotKnown: closed.filter(({ answeredOn }) => answeredOn === undefined).length,
    closedDays: countDaysToEvent(({ closedOn }) => closedOn),
    outcome: tally(
      figureOutcomes,
      closed.map(({ outcome }) => outcome ?? 'notKnown'),
    ),
    referral: {
      decision: tally(
        referralDecisions,
        decided.flatMap(({ referral }) => referral?.decision ?? []),
      ),
      days: countDaysToEvent(({ referral }) => referral?.on),
    },
    cameBack: selectByDay(({ cameBackOn }) => cameBackOn).length,
    repeatSubjects: selectByDay(({ repeatOn }) => repeatOn).length,
  };
}

/** Cases of other weeks or other handlers do not count. */
export function computeWeekFigures(input: WeekCountInput): WeekFiguresV2 {
  const { week, handledBy, countedOn, rule, overdueReferrals } = input;
  const monday = firstDayOfWeek(week);
  const sunday = addDays(monday, 6);
  const cases = input.cases.filter((each) => each.handledBy === handledBy);
  const received = cases.filter((each) => each.week === week);
  const open = input.open.filter((each) => each.receivedOn <= sunday && each.handledBy === handledBy);
  const { referral, ...done } = countActivity(cases, monday, sunday);
  return weekFiguresV2Schema.parse({
    v: 2,
    week,
    handledBy,
    countedOn,
    ...countReceived(received),
    acknowledgement: countAcknowledgements(received, input),
    open: countOpenByAge(open, sunday),
    rule,
    ...done,
    notTriaged: open
      .filter(({ triagedOn }) => triagedOn === undefined || triagedOn > sunday)
      .reduce((sum, { cases: each }) => sum + each, 0),
    referral: { ...referral, overdue: overdueReferrals },
  });
}
