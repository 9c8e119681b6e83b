import { addDays, addWeeks, type Day, mondayOf, type Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { showDay } from '../../words/days.ts';
import { say } from '../../words/cards/translate.ts';
import { mostDays } from '../figures/day-counts.ts';
import { type FoundFigure, type Figure, figureDefinitions } from '../figures/figure-definitions.ts';
import { lookUp } from '../figures/figure-lookup.ts';
import { inUseNotes, isBeforeUse } from '../figures/first-use.ts';
import { limitNotes, periodTitle } from '../figures/period-words.ts';
import type { Period } from '../figures/periods.ts';
import type { WeekFigures } from '../figures/week-figures.ts';
import { type Fact, type ReturnColumn, type ReturnMapping, toldText } from './read-mapping.ts';
import { type CountDependencies, unitWeeks } from '../figures/closed-weeks.ts';

export interface FilledColumn {
  readonly code: string;
  readonly heading: string;
  readonly value?: number | string;
  readonly asked: string;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly told: string;
  readonly label: string;
  readonly means: string;
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

export interface WeeksOfReturn {
  readonly period: Period;
  readonly weeks: readonly WeekFigures[];
  readonly notOver: readonly Week[];
  readonly since?: Day | undefined;
}

export function lastCounted(weeks: readonly WeekFigures[]): Day {
  const [last] = weeks.map(({ countedOn }) => countedOn).toSorted((one, other) => other.localeCompare(one));
  if (last === undefined) throw new RangeError('no weeks');
  return last;
}

function foundOver(figures: readonly [Figure, ...Figure[]], weeks: readonly WeekFigures[]): FoundFigure {
  const found = figures.map((figure) => lookUp(figure, weeks));
  const lacking = new Set(found.flatMap((each) => (each.kind === 'lacking' ? each.weeks : [])));
  if (lacking.size > 0) return { kind: 'lacking', weeks: [...lacking] };
  if (found.some(({ kind }) => kind === 'noneDone')) return { kind: 'noneDone' };
  return { kind: 'value', value: found.reduce((sum, each) => sum + (each.kind === 'value' ? each.value : 0), 0) };
}

function computedBy({ of }: Figure, percent: number | undefined, language: Language): string {
  if (of === 'flow') return say(language, 'return.addedUp');
  if (of === 'stock') return say(language, 'return.stood');
  return say(language, percent === 90 ? 'return.percentile90' : 'return.median');
}

export function figureNotes(
  figure: Figure,
  found: FoundFigure,
  weeks: readonly WeekFigures[],
  language: Language,
): readonly string[] {
  const isOfTarget = figure.addsWith === 'acknowledgement';
  if (found.kind === 'lacking') {
    const named = { weeks: weekNames(found.weeks, language) };
    return [isOfTarget ? say(language, 'return.noTarget', named) : say(language, 'return.lacking', named)];
  }
  if (found.kind === 'noneDone') return [say(language, 'return.noneDone')];
  const isMost = figure.of === 'days' && found.value >= mostDays;
  return [
    ...(isMost ? [say(language, 'return.longer', { days: mostDays })] : []),
    ...(isOfTarget ? limitNotes(weeks, language) : []),
  ];
}

function factOf(fact: Fact, { period, weeks }: WeeksOfReturn, language: Language): string {
  const first = weeks[0]?.week;
  const last = weeks.at(-1)?.week;
  if (first === undefined || last === undefined) throw new RangeError('no weeks');
  switch (fact) {
    case 'period':
      return periodTitle(period, language);
    case 'period.from':
      return mondayOf(first);
    case 'period.to':
      return addDays(mondayOf(last), 6);
    case 'period.asAt':
      return lastCounted(weeks);
    default:
      return fact satisfies never;
  }
}

function filled(column: ReturnColumn, of: WeeksOfReturn, language: Language): FilledColumn {
  const { code, heading, definition, source, definedOn, told } = column;
  const asked = {
    code,
    heading: heading[language],
    asked: definition[language],
    askedBy: source[language],
    askedOn: showDay(language, definedOn),
    told: toldText(told),
  };
  const plain = { label: '', means: '', countedFrom: '' };
  if (told.kind === 'notHeld') return { ...asked, ...plain, computed: '', notes: [say(language, 'return.notHeld')] };
  if (told.kind === 'fact') {
    const value = factOf(told.fact, of, language);
    return { ...asked, ...plain, value, computed: say(language, 'return.ofPeriod'), notes: [] };
  }
  const [first] = told.figures;
  const found = foundOver(told.figures, of.weeks);
  const { definition: means, source: countedFrom } = figureDefinitions[first.table];
  return {
    ...asked,
    ...(found.kind === 'value' && { value: found.value }),
    label: told.figures.map(({ label }) => label(language)).join(' + '),
    means: say(language, means),
    countedFrom: say(language, countedFrom),
    computed: computedBy(first, first.of === 'days' ? first.percent : undefined, language),
    notes: figureNotes(first, found, of.weeks, language),
  };
}

function firstReport({ weeks, since }: WeeksOfReturn, language: Language): readonly string[] {
  const first = weeks.find(({ received }) => received > 0);
  const told = {
    weeks: weeks.map(({ week }) => week),
    isQuiet: first === undefined,
    beginsQuietly: first !== weeks[0],
  };
  const inUse = inUseNotes(told, since, language);
  if (first === undefined) return isBeforeUse(told, since) ? inUse : [say(language, 'summary.quietWeeks'), ...inUse];
  return first === weeks[0] ? inUse : [say(language, 'return.firstReport', { week: first.week }), ...inUse];
}

export const aboutWeeks = (of: WeeksOfReturn, language: Language): readonly string[] => [
  ...(of.notOver.length > 0 ? [say(language, 'return.soFar', { weeks: weekNames(of.notOver, language) })] : []),
  ...firstReport(of, language),
  say(language, 'return.restricted'),
  say(language, 'return.reserve'),
  say(language, 'return.wholeWeeks'),
];

/** Follows a mapping over the weeks of a period. Throws RangeError if there are none, or one is not the unit's own. */
export function makeReturn(mapping: ReturnMapping, of: WeeksOfReturn, language: Language): FilledReturn {
  return {
    language,
    name: mapping.name[language],
    head: mapping.head,
    period: periodTitle(of.period, language),
    about: aboutWeeks(of, language),
    asAt: lastCounted(of.weeks),
    columns: mapping.columns.map((column) => filled(column, of, language)),
  };
}

interface ReturnRequest {
  readonly mapping: ReturnMapping;
  readonly period: Period;
  readonly language: Language;
  readonly soFar: boolean;
}

/**
 * `otherPeriod`: the mapping is not for periods of that kind. `notOver`: the period can be told as a whole on the day
 * `closesOn`. `notNow`: the clock is in doubt, and nothing was counted.
 */
type ReturnOutcome =
  | { readonly kind: 'return'; readonly filled: FilledReturn }
  | { readonly kind: 'otherPeriod' }
  | { readonly kind: 'notOver'; readonly closesOn: Day; readonly hasBegun: boolean }
  | { readonly kind: 'notNow' };

export async function pullReturn(deps: CountDependencies, request: ReturnRequest): Promise<ReturnOutcome> {
  const { mapping, period, language, soFar } = request;
  if (!mapping.periods.includes(period.kind)) return { kind: 'otherPeriod' };
  const found = await unitWeeks(deps, period);
  if (found.kind === 'notNow') return found;
  if (found.kind === 'notClosed') return { kind: 'notOver', closesOn: found.closesOn, hasBegun: false };
  const { weeks, notOver, closesOn } = found;
  if (notOver.length > 0 && !soFar) return { kind: 'notOver', closesOn, hasBegun: true };
  return { kind: 'return', filled: makeReturn(mapping, { period, weeks, notOver, since: deps.since }, language) };
}

function weekNames(weeks: readonly Week[], language: Language): string {
  const stretches: { from: Week; to: Week }[] = [];
  for (const week of weeks.toSorted()) {
    const last = stretches.at(-1);
    if (last !== undefined && addWeeks(last.to, 1) === week) last.to = week;
    else stretches.push({ from: week, to: week });
  }
  const named = stretches.map(({ from, to }) => (from === to ? from : say(language, 'return.weekRange', { from, to })));
  return say(language, 'return.weekNames', { count: weeks.length, weeks: named.join(', ') });
}
