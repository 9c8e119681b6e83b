import { addDays, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import { flags } from '../../../core/model/classification.ts';
import { languages } from '../../../core/model/language.ts';
import { referralDecisions } from '../../../core/model/case-terms.ts';
import { identityModes } from '../../../core/model/questions.ts';
import {
  ageGroups,
  figureCategories,
  figureKinds,
  figureOutcomes,
  figureRegimes,
  figureTowards,
  figureRoutes,
  urgencies,
  type WeekFigures,
  weekFiguresSchema,
} from '../../../summary/figures/week-figures.ts';

export const zeroCounts = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name) => [name, 0]));
/** So many of the first of some names, and none of the others. */
export const equalCounts = (count: number, names: readonly string[]) => ({
  ...zeroCounts(names),
  [names[0] ?? '']: count,
});

/** What is counted of a week in which nothing was done. */
export const noActivity = {
  acknowledgedDays: {},
  triagedDays: {},
  category: zeroCounts(figureCategories),
  regime: zeroCounts(figureRegimes),
  towards: zeroCounts(figureTowards),
  flags: zeroCounts(flags),
  notTriaged: 0,
  answeredDays: {},
  answerNotKnown: 0,
  closedDays: {},
  outcome: zeroCounts(figureOutcomes),
  referral: { decision: zeroCounts(referralDecisions), days: {}, overdue: 0 },
  cameBack: 0,
  repeatSubjects: 0,
};

const firstFigures = (week: Week, received: number) => ({
  week,
  handledBy: 'acu',
  countedOn: addDays(firstDayOfWeek(week), 7),
  received,
  kind: equalCounts(received, figureKinds),
  urgency: equalCounts(received, urgencies),
  mode: equalCounts(received, identityModes),
  route: equalCounts(received, figureRoutes),
  language: equalCounts(received, languages),
  acknowledgement: { target: 'days', days: 3, inTime: received, late: 0, overdue: 0, notYetDue: 0 },
  open: equalCounts(received, ageGroups),
  rule: { smallCount: 5, hideZero: false },
});

/** A week as it was frozen before what was done was counted, with so many reports of the first kind, or unlike it. */
export const createEarlierWeek = (week: Week, received: number, unlike: object = {}): WeekFigures =>
  weekFiguresSchema.parse({ v: 1, ...firstFigures(week, received), ...unlike });

/** A week as it is counted now, with so many reports received and nothing done, or unlike it. */
export const createCountedWeek = (week: Week, received: number, unlike: object = {}): WeekFigures =>
  weekFiguresSchema.parse({
    v: 2,
    ...firstFigures(week, received),
    ...noActivity,
    ...unlike,
  });

/** The parts of a week in which so many cases were triaged, each after so many days, all in one category. */
export const triageCounts = (days: Readonly<Record<string, number>>, category: (typeof figureCategories)[number]) => {
  const count = Object.values(days).reduce((sum, each) => sum + each, 0);
  return {
    triagedDays: days,
    category: { ...zeroCounts(figureCategories), [category]: count },
    regime: equalCounts(count, figureRegimes),
    towards: equalCounts(count, figureTowards),
  };
};
