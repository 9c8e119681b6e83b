import { addDays, type Day, daysBetween, mondayOf, type Week } from '../concerns/terms/calendar.ts';
import type { CaseFigures } from '../concerns/records/case-record.ts';
import { languages } from '../concerns/terms/language.ts';
import { modes } from '../concerns/terms/questions.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import {
  ages,
  type DisclosureRule,
  figureKinds,
  routes,
  urgencies,
  type WeekFigures,
  weekFiguresSchema,
} from './week-figures.ts';

export interface WeekToCount {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly received: readonly CaseFigures[];
  /** Received by the week's Sunday and not closed by then. */
  readonly open: readonly CaseFigures[];
  readonly countedOn: Day;
  /** Days from the day of receipt within which a case is to be acknowledged; missing where the force has set none. */
  readonly limitDays: number | undefined;
  readonly rule: DisclosureRule;
}

const tally = <Name extends string>(names: readonly Name[], found: readonly Name[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, found.filter((each) => each === name).length]));

function acknowledgementOf({ received, countedOn, limitDays: days }: WeekToCount): unknown {
  if (days === undefined) {
    const standing = received.map((each) => (each.acknowledgedOn === undefined ? 'waiting' : 'acknowledged'));
    return { target: 'none', ...tally(['acknowledged', 'waiting'], standing) };
  }
  const standing = received.map((each) => {
    const inTime = daysBetween(each.receivedOn, each.acknowledgedOn ?? countedOn) <= days;
    if (each.acknowledgedOn === undefined) return inTime ? 'notYetDue' : 'overdue';
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

/** Turns the cases of a closed week into its figures. Cases of other weeks or of other handlers do not count. */
export function figuresOf(toCount: WeekToCount): WeekFigures {
  const { week, handledBy, countedOn, rule } = toCount;
  const sunday = addDays(mondayOf(week), 6);
  const received = toCount.received.filter((each) => each.week === week && each.handledBy === handledBy);
  const open = toCount.open.filter((each) => each.receivedOn <= sunday && each.handledBy === handledBy);
  return weekFiguresSchema.parse({
    v: 1,
    week,
    handledBy,
    countedOn,
    received: received.length,
    kind: tally(
      figureKinds,
      received.map((each) => each.kind ?? 'none'),
    ),
    urgency: tally(
      urgencies,
      received.map((each) => each.urgency),
    ),
    mode: tally(
      modes,
      received.map((each) => each.mode),
    ),
    route: tally(
      routes,
      received.map((each) => each.route),
    ),
    language: tally(
      languages,
      received.map((each) => each.language),
    ),
    acknowledgement: acknowledgementOf({ ...toCount, received }),
    open: tally(
      ages,
      open.map((each) => ageOf(each.receivedOn, sunday)),
    ),
    rule,
  });
}
