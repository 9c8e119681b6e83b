import { addDays, addWeeks, type Day, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { formatDay, formatWeek } from '../../words/date-format.ts';
import { translate } from '../../words/cards/translate.ts';
import { maxCountedDays } from '../figures/day-counts.ts';
import { type FigureResult, type Figure, figureDefinitions } from '../figures/figure-definitions.ts';
import { computeUnitFigure } from '../figures/figure-lookup.ts';
import { createFirstUseNotes, isBeforeUse } from '../figures/first-use.ts';
import { createAcknowledgementTargetNotes, formatWeekRange, periodTitle } from '../figures/period-text.ts';
import type { Period } from '../figures/periods.ts';
import type { WeekFigures } from '../figures/week-figures.ts';
import { type PeriodFact, type ReturnColumn, type ReturnMapping, formatFact } from './return-mapping.ts';
import { type WeekCountDependencies, countUnitWeeks } from '../figures/count-closed-weeks.ts';

export interface FilledColumn {
  readonly code: string;
  readonly heading: string;
  readonly value?: number | string;
  readonly requestedDefinition: string;
  readonly requestedSource: string;
  readonly requestedOn: string;
  readonly fact: string;
  readonly label: string;
  readonly definition: string;
  readonly countedFrom: string;
  readonly computed: string;
  readonly notes: readonly string[];
}

export interface FilledReturn {
  readonly language: Language;
  readonly name: string;
  readonly head: ReturnMapping['head'];
  readonly period: string;
  readonly about: readonly string[];
  readonly asAt: Day;
  readonly columns: readonly FilledColumn[];
}

export interface ReturnWeeks {
  readonly period: Period;
  readonly weeks: readonly WeekFigures[];
  readonly unfinishedWeeks: readonly Week[];
  readonly since?: Day | undefined;
}

export function getLastCountedDay(weeks: readonly WeekFigures[]): Day {
  const [last] = weeks.map(({ countedOn }) => countedOn).toSorted((one, other) => other.localeCompare(one));
  if (last === undefined) throw new RangeError('no weeks');
  return last;
}

function sumFigures(figures: readonly [Figure, ...Figure[]], weeks: readonly WeekFigures[]): FigureResult {
  const found = figures.map((figure) => computeUnitFigure(figure, weeks));
  const lacking = new Set(found.flatMap((each) => (each.kind === 'lacking' ? each.weeks : [])));
  if (lacking.size > 0) return { kind: 'lacking', weeks: [...lacking] };
  if (found.some(({ kind }) => kind === 'noneDone')) return { kind: 'noneDone' };
  return { kind: 'value', value: found.reduce((sum, each) => sum + (each.kind === 'value' ? each.value : 0), 0) };
}

function describeComputation({ of }: Figure, percent: number | undefined, language: Language): string {
  if (of === 'flow') return translate(language, 'return.addedUp');
  if (of === 'stock') return translate(language, 'return.stood');
  return translate(language, percent === 90 ? 'return.percentile90' : 'return.median');
}

export function createFigureNotes(
  figure: Figure,
  found: FigureResult,
  weeks: readonly WeekFigures[],
  language: Language,
): readonly string[] {
  const isOfTarget = figure.additiveGroup === 'acknowledgement';
  if (found.kind === 'lacking') {
    const named = { weeks: weekNames(found.weeks, language) };
    return [isOfTarget ? translate(language, 'return.noTarget', named) : translate(language, 'return.lacking', named)];
  }
  if (found.kind === 'noneDone') return [translate(language, 'return.noneDone')];
  const isMost = figure.of === 'days' && found.value >= maxCountedDays;
  return [
    ...(isMost ? [translate(language, 'return.longer', { days: maxCountedDays })] : []),
    ...(isOfTarget ? createAcknowledgementTargetNotes(weeks, language) : []),
  ];
}

function getPeriodFact(fact: PeriodFact, { period, weeks }: ReturnWeeks, language: Language): string {
  const first = weeks[0]?.week;
  const last = weeks.at(-1)?.week;
  if (first === undefined || last === undefined) throw new RangeError('no weeks');
  switch (fact) {
    case 'period':
      return periodTitle(period, language);
    case 'period.from':
      return firstDayOfWeek(first);
    case 'period.to':
      return addDays(firstDayOfWeek(last), 6);
    case 'period.asAt':
      return getLastCountedDay(weeks);
    default:
      return fact satisfies never;
  }
}

function fillColumn(column: ReturnColumn, returnWeeks: ReturnWeeks, language: Language): FilledColumn {
  const { code, heading, definition, source, definedOn, fact } = column;
  const requested = {
    code,
    heading: heading[language],
    requestedDefinition: definition[language],
    requestedSource: source[language],
    requestedOn: formatDay(language, definedOn),
    fact: formatFact(fact),
  };
  const plain = { label: '', definition: '', countedFrom: '' };
  if (fact.kind === 'notHeld')
    return { ...requested, ...plain, computed: '', notes: [translate(language, 'return.notHeld')] };
  if (fact.kind === 'fact') {
    const value = getPeriodFact(fact.fact, returnWeeks, language);
    return { ...requested, ...plain, value, computed: translate(language, 'return.ofPeriod'), notes: [] };
  }
  const [first] = fact.figures;
  const found = sumFigures(fact.figures, returnWeeks.weeks);
  const { definition: means, source: countedFrom } = figureDefinitions[first.table];
  return {
    ...requested,
    ...(found.kind === 'value' && { value: found.value }),
    label: fact.figures.map(({ label }) => label(language)).join(' + '),
    definition: translate(language, means),
    countedFrom: translate(language, countedFrom),
    computed: describeComputation(first, first.of === 'days' ? first.percent : undefined, language),
    notes: createFigureNotes(first, found, returnWeeks.weeks, language),
  };
}

function createFirstReportNotes({ weeks, since }: ReturnWeeks, language: Language): readonly string[] {
  const first = weeks.find(({ received }) => received > 0);
  const summaryWeeks = {
    weeks: weeks.map(({ week }) => week),
    isQuiet: first === undefined,
    startsQuiet: first !== weeks[0],
  };
  const inUse = createFirstUseNotes(summaryWeeks, since, language);
  if (first === undefined)
    return isBeforeUse(summaryWeeks, since) ? inUse : [translate(language, 'summary.quietWeeks'), ...inUse];
  return first === weeks[0]
    ? inUse
    : [translate(language, 'return.firstReport', { week: formatWeek(language, first.week) }), ...inUse];
}

export const createWeekNotes = (returnWeeks: ReturnWeeks, language: Language): readonly string[] => [
  ...(returnWeeks.unfinishedWeeks.length > 0
    ? [translate(language, 'return.soFar', { weeks: weekNames(returnWeeks.unfinishedWeeks, language) })]
    : []),
  ...createFirstReportNotes(returnWeeks, language),
  translate(language, 'return.restricted'),
  translate(language, 'return.reserve'),
  translate(language, 'return.wholeWeeks'),
];

/** Throws RangeError if there are no weeks, or one is not the unit's own. */
export function fillReturn(mapping: ReturnMapping, returnWeeks: ReturnWeeks, language: Language): FilledReturn {
  return {
    language,
    name: mapping.name[language],
    head: mapping.head,
    period: periodTitle(returnWeeks.period, language),
    about: createWeekNotes(returnWeeks, language),
    asAt: getLastCountedDay(returnWeeks.weeks),
    columns: mapping.columns.map((column) => fillColumn(column, returnWeeks, language)),
  };
}

interface ReturnRequest {
  readonly mapping: ReturnMapping;
  readonly period: Period;
  readonly language: Language;
  readonly soFar: boolean;
}

/**
 * `otherPeriod`: the mapping is for another kind of period. `notOver`: the period is whole on `closesOn`. `notNow`: as
 * in `WeekCountOutcome`.
 */
type ReturnOutcome =
  | { readonly kind: 'return'; readonly filled: FilledReturn }
  | { readonly kind: 'otherPeriod' }
  | { readonly kind: 'notOver'; readonly closesOn: Day; readonly hasBegun: boolean }
  | { readonly kind: 'notNow' };

export async function queryReturn(deps: WeekCountDependencies, request: ReturnRequest): Promise<ReturnOutcome> {
  const { mapping, period, language, soFar } = request;
  if (!mapping.periods.includes(period.kind)) return { kind: 'otherPeriod' };
  const found = await countUnitWeeks(deps, period);
  if (found.kind === 'notNow') return found;
  if (found.kind === 'notClosed') return { kind: 'notOver', closesOn: found.closesOn, hasBegun: false };
  const { weeks, unfinishedWeeks, closesOn } = found;
  if (unfinishedWeeks.length > 0 && !soFar) return { kind: 'notOver', closesOn, hasBegun: true };
  return {
    kind: 'return',
    filled: fillReturn(mapping, { period, weeks, unfinishedWeeks, since: deps.since }, language),
  };
}

function weekNames(weeks: readonly Week[], language: Language): string {
  const ranges: { from: Week; to: Week }[] = [];
  for (const week of weeks.toSorted()) {
    const last = ranges.at(-1);
    if (last !== undefined && addWeeks(last.to, 1) === week) last.to = week;
    else ranges.push({ from: week, to: week });
  }
  const named = ranges.map(({ from, to }) => formatWeekRange(from, to, language));
  return translate(language, 'return.weekNames', { count: weeks.length, weeks: named.join(', ') });
}
