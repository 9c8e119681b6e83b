import type { Language } from '../../core/model/language.ts';
import type { Week } from '../../core/model/calendar.ts';
import { mergeDayCounts, type DayCounts, percentileDays } from './day-counts.ts';
import type { WeekFigures } from './week-figures.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';

interface FigureName {
  /** The table and its row, the same in every language: `kind.bribery`. */
  readonly id: string;
  readonly table: FigureTableId;
  readonly additiveGroup: string;
  readonly label: (language: Language) => string;
}

/**
 * A count, or days. `flow`: weeks add up. `stock`: as at the end of the last week. `undefined`: the week does not have
 * it.
 */
export type Figure =
  | (FigureName & {
      readonly of: 'flow' | 'stock';
      readonly count: (week: WeekFigures) => number | undefined;
    })
  | (FigureName & {
      readonly of: 'days';
      readonly percent: 50 | 90;
      readonly days: (week: WeekFigures) => DayCounts | undefined;
    });

const baseTableIds = ['received', 'kind', 'urgency', 'mode', 'route', 'language', 'acknowledgement', 'open'] as const;
/** Weeks frozen before these were counted lack them. */
export const activityTableIds = [
  'acknowledgedDays',
  'triagedDays',
  'category',
  'notTriaged',
  'flags',
  'regime',
  'towards',
  'answeredDays',
  'closedDays',
  'outcome',
  'referral',
  'referralDays',
  'referralOverdue',
  'cameBack',
  'repeatSubjects',
] as const;
export const figureTableIds = [...baseTableIds, ...activityTableIds] as const;
export type FigureTableId = (typeof figureTableIds)[number];
/** Hidden from the unit's own readers too if small. A return cannot name them, and a recount says nothing of them. */
export const sensitiveTableIds = ['partnerType'] as const;
type SensitiveTableId = (typeof sensitiveTableIds)[number];

interface FigureDefinition {
  readonly definition: WordKey;
  readonly source: WordKey;
}

/** The one definition of each figure, shown beside it everywhere. */
export const figureDefinitions: Readonly<Record<FigureTableId | SensitiveTableId, FigureDefinition>> = {
  received: { definition: 'definition.received', source: 'definition.fromReport' },
  kind: { definition: 'definition.kind', source: 'definition.fromReport' },
  urgency: { definition: 'definition.urgency', source: 'definition.fromReport' },
  mode: { definition: 'definition.mode', source: 'definition.fromReport' },
  route: { definition: 'definition.route', source: 'definition.fromReport' },
  language: { definition: 'definition.language', source: 'definition.fromReport' },
  acknowledgement: { definition: 'definition.acknowledgement', source: 'definition.fromDays' },
  open: { definition: 'definition.open', source: 'definition.fromDays' },
  acknowledgedDays: { definition: 'definition.acknowledgedDays', source: 'definition.fromDays' },
  triagedDays: { definition: 'definition.triagedDays', source: 'definition.fromDays' },
  category: { definition: 'definition.category', source: 'definition.fromTriage' },
  notTriaged: { definition: 'definition.notTriaged', source: 'definition.fromDays' },
  flags: { definition: 'definition.flags', source: 'definition.fromTriage' },
  regime: { definition: 'definition.regime', source: 'definition.fromTriage' },
  towards: { definition: 'definition.towards', source: 'definition.fromTriage' },
  answeredDays: { definition: 'definition.answeredDays', source: 'definition.fromDays' },
  closedDays: { definition: 'definition.closedDays', source: 'definition.fromDays' },
  outcome: { definition: 'definition.outcome', source: 'definition.fromDecisions' },
  referral: { definition: 'definition.referral', source: 'definition.fromDecisions' },
  referralDays: { definition: 'definition.referralDays', source: 'definition.fromDays' },
  referralOverdue: { definition: 'definition.referralOverdue', source: 'definition.fromDecisions' },
  cameBack: { definition: 'definition.cameBack', source: 'definition.fromDays' },
  repeatSubjects: { definition: 'definition.repeatSubjects', source: 'definition.fromDecisions' },
  partnerType: { definition: 'definition.partnerType', source: 'definition.fromSession' },
};

const isDefinedTableId = (id: string): id is keyof typeof figureDefinitions => Object.hasOwn(figureDefinitions, id);

export function definitionText(id: string, language: Language): string | undefined {
  if (!isDefinedTableId(id)) return undefined;
  const { definition, source } = figureDefinitions[id];
  return `${translate(language, definition)} ${translate(language, source)}`;
}

export const getMissingTableIds = (figures: WeekFigures): readonly (FigureTableId | SensitiveTableId)[] => [
  ...(figures.v === 1 ? activityTableIds : []),
  ...(figures.v === 1 || figures.partnerType === undefined ? sensitiveTableIds : []),
];

/**
 * `lacking`: these weeks do not have the figure, which is unknown and no zero. `noneDone`: a number of days, and
 * nothing was done that took any.
 */
export type FigureResult =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'lacking'; readonly weeks: readonly Week[] }
  | { readonly kind: 'noneDone' };

function readValues<Value>(
  weeks: readonly WeekFigures[],
  read: (week: WeekFigures) => Value | undefined,
): { readonly values: readonly Value[]; readonly lacking: readonly Week[] } {
  const values: Value[] = [];
  const lacking: Week[] = [];
  for (const week of weeks) {
    const value = read(week);
    if (value === undefined) lacking.push(week.week);
    else values.push(value);
  }
  return { values, lacking };
}

/** A figure over some weeks, the oldest first and at least one. */
export function computeFigure(figure: Figure, weeks: readonly WeekFigures[]): FigureResult {
  if (figure.of === 'days') {
    const { values, lacking } = readValues<DayCounts>(weeks, figure.days);
    if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
    const value = percentileDays(mergeDayCounts(values), figure.percent);
    return value === undefined ? { kind: 'noneDone' } : { kind: 'value', value };
  }
  const { values, lacking } = readValues(figure.of === 'stock' ? weeks.slice(-1) : weeks, figure.count);
  if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
  return { kind: 'value', value: values.reduce((sum, value) => sum + value, 0) };
}
