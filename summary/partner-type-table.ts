import { lastDayOfWeek } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import type { PartnerType } from '../core/model/report-routes.ts';
import { translate } from '../words/cards/translate.ts';
import { formatDay } from '../words/date-format.ts';
import { partnerTypeLabel } from '../words/terms/partner-type-label.ts';
import { partnerTypeWordKeys } from '../words/terms/term-word-keys.ts';
import { type FigureTable, publishedCell } from './figures/summary.ts';
import { definitionText, getMissingTableIds } from './figures/figure-definitions.ts';
import {
  getChildPeriods,
  type PublicationPeriod,
  findPublicationPeriod,
} from './disclosure-control/period-hierarchy.ts';
import { sumParts, suppressParts, type PublishedPart } from './disclosure-control/published-counts.ts';
import { type Period, getPeriodWeeks } from './figures/periods.ts';
import type { PublishedCount } from './disclosure-control/suppression.ts';
import { figurePartnerTypes, type WeekFigures, asWeekFiguresV2 } from './figures/week-figures.ts';

type Figures = readonly WeekFigures[];

export const partnerTypeTableId = 'partnerType';

const isPartnerType = (id: string): id is PartnerType => Object.hasOwn(partnerTypeWordKeys, id);
const translatePartnerType = (id: string, language: Language): string =>
  isPartnerType(id) ? partnerTypeLabel(language, id) : translate(language, 'figure.notKnown');

const countPartnerReports = (weeks: Figures): number => weeks.reduce((sum, { route }) => sum + route.hub, 0);
const getMaxSmallCount = (weeks: Figures): number => Math.max(...weeks.map(({ rule }) => rule.smallCount - 1));

/**
 * Readers know the total exactly, from the table of who reported: the parts are published as if it could be two less or
 * two more, so that each keeps three values beside it.
 */
const createInexactTotal = (weeks: Figures): PublishedCount => {
  const count = countPartnerReports(weeks);
  return count <= getMaxSmallCount(weeks)
    ? { band: { low: 0, high: count } }
    : { shown: count, band: { low: count - 2, high: count + 2 } };
};

/** No part is published as a nought: that no one of a kind passed anything on says who did. */
function suppressQuarter(weeks: Figures): readonly PublishedPart[] {
  const parts = figurePartnerTypes.map((id) => ({
    id,
    count: weeks.reduce((sum, week) => sum + (asWeekFiguresV2(week)?.partnerType?.[id] ?? 0), 0),
  }));
  return suppressParts(createInexactTotal(weeks), parts, { smallCount: getMaxSmallCount(weeks) + 1, hideZero: true });
}

const selectWeeks = (weeks: Figures, { from, to }: PublicationPeriod): Figures =>
  weeks.filter(({ week }) => week >= from && week <= to);

/** Each kind is hidden or in a band that nothing else narrows. A year adds up what its quarters published. */
export function suppressPartnerTypes(period: PublicationPeriod, weeks: Figures): readonly PublishedPart[] {
  if (period.level === 'quarter') return suppressQuarter(weeks);
  const quarters = getChildPeriods(period).map((quarter) => suppressQuarter(selectWeeks(weeks, quarter)));
  return sumParts(quarters, createInexactTotal(weeks), getMaxSmallCount(weeks));
}

function createPartnerTypeTable(publicationPeriod: PublicationPeriod, weeks: Figures, language: Language): FigureTable {
  const lacking = weeks.findLast((week) => getMissingTableIds(week).includes('partnerType'));
  const definition = definitionText(partnerTypeTableId, language);
  const isFew = countPartnerReports(weeks) <= getMaxSmallCount(weeks);
  const frame = {
    id: partnerTypeTableId,
    title: translate(language, 'summary.partnerType'),
    ...(definition !== undefined && { definition }),
    of: 'flow' as const,
    columns: [{ id: 'count' as const, title: translate(language, 'summary.count') }],
  };
  if (lacking !== undefined) {
    return {
      ...frame,
      rows: [],
      notes: [translate(language, 'summary.lacks', { day: formatDay(language, lastDayOfWeek(lacking.week)) })],
    };
  }
  if (isFew) return { ...frame, rows: [], notes: [translate(language, 'summary.partnerTypeFew')] };
  return {
    ...frame,
    rows: suppressPartnerTypes(publicationPeriod, weeks).map(({ id, shown }) => ({
      id,
      label: translatePartnerType(id, language),
      cells: [publishedCell(shown)],
    })),
    notes: [
      translate(language, 'summary.hiddenWithZero', { most: getMaxSmallCount(weeks) }),
      translate(language, 'summary.roundedSum'),
    ],
  };
}

/**
 * Adds the kinds of organisation behind partners' reports, for a quarter or a year that is over: the difference of two
 * other periods would be a small count. Only for the handlers of these cases.
 */
export function withPartnerTypes(
  tables: readonly FigureTable[],
  period: Period,
  weeks: Figures,
  language: Language,
): readonly FigureTable[] {
  const publicationPeriod = findPublicationPeriod(period);
  const isWhole = weeks.length === getPeriodWeeks(period).length;
  const isShown = isWhole && (publicationPeriod?.level === 'quarter' || publicationPeriod?.level === 'year');
  return tables.flatMap((table) => {
    if (table.id !== 'route') return [table];
    return isShown && publicationPeriod
      ? [table, createPartnerTypeTable(publicationPeriod, weeks, language)]
      : [{ ...table, notes: [...table.notes, translate(language, 'summary.partnerTypeWhen')] }];
  });
}
