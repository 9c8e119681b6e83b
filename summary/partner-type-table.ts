import type { Language } from '../core/model/language.ts';
import type { PartnerType } from '../core/model/routes.ts';
import { say } from '../words/cards/translate.ts';
import { partnerTypeText } from '../words/terms/partner-type-label.ts';
import { partnerTypeWords } from '../words/terms/term-labels.ts';
import { type FigureTable, issuedCell } from './figures/summary.ts';
import { definitionText, lackedBy } from './figures/figure-definitions.ts';
import { childrenOf, type Stretch, stretchOf } from './disclosure-control/period-hierarchy.ts';
import { addParts, tellParts, type ToldPart } from './disclosure-control/release-decision.ts';
import { type Period, weeksOf } from './figures/periods.ts';
import type { IssuedCount } from './disclosure-control/suppression.ts';
import { figurePartnerTypes, type WeekFigures, wholeWeek } from './figures/week-figures.ts';

type Figures = readonly WeekFigures[];

export const partnerTypesId = 'partnerType';

const isType = (id: string): id is PartnerType => Object.hasOwn(partnerTypeWords, id);
const nameOf = (id: string, language: Language): string =>
  isType(id) ? partnerTypeText(language, id) : say(language, 'figure.notKnown');

const hubIn = (weeks: Figures): number => weeks.reduce((sum, { route }) => sum + route.hub, 0);
const smallIn = (weeks: Figures): number => Math.max(...weeks.map(({ rule }) => rule.smallCount - 1));

/**
 * Readers know the total exactly, from the table of who reported: the parts are told as if it could be two less or two
 * more, so that each keeps three values beside it.
 */
const totalOf = (weeks: Figures): IssuedCount => {
  const count = hubIn(weeks);
  return count <= smallIn(weeks)
    ? { band: { low: 0, high: count } }
    : { shown: count, band: { low: count - 2, high: count + 2 } };
};

/** No part is told as a nought: that no one of a kind passed anything on tells of who did. */
function toldOfQuarter(weeks: Figures): readonly ToldPart[] {
  const parts = figurePartnerTypes.map((id) => ({
    id,
    count: weeks.reduce((sum, week) => sum + (wholeWeek(week)?.partnerType?.[id] ?? 0), 0),
  }));
  return tellParts(totalOf(weeks), parts, { smallCount: smallIn(weeks) + 1, hideZero: true });
}

const within = (weeks: Figures, { from, to }: Stretch): Figures =>
  weeks.filter(({ week }) => week >= from && week <= to);

/**
 * The kinds of organisation of a quarter or a year, each as it may be told: hidden, or in a band that nothing else
 * narrows. A year adds up what its quarters told, and says nothing new.
 */
export function toldPartnerTypes(stretch: Stretch, weeks: Figures): readonly ToldPart[] {
  if (stretch.level === 'quarter') return toldOfQuarter(weeks);
  const quarters = childrenOf(stretch).map((quarter) => toldOfQuarter(within(weeks, quarter)));
  return addParts(quarters, totalOf(weeks), smallIn(weeks));
}

function tableOf(stretch: Stretch, weeks: Figures, language: Language): FigureTable {
  const lacking = weeks.findLast((week) => lackedBy(week).includes('partnerType'));
  const definition = definitionText(partnerTypesId, language);
  const isFew = hubIn(weeks) <= smallIn(weeks);
  const frame = {
    id: partnerTypesId,
    title: say(language, 'summary.partnerType'),
    ...(definition !== undefined && { definition }),
    of: 'flow' as const,
    columns: [{ id: 'count' as const, title: say(language, 'summary.count') }],
  };
  if (lacking !== undefined) {
    return { ...frame, rows: [], notes: [say(language, 'summary.lacks', { week: lacking.week })] };
  }
  if (isFew) return { ...frame, rows: [], notes: [say(language, 'summary.partnerTypeFew')] };
  return {
    ...frame,
    rows: toldPartnerTypes(stretch, weeks).map(({ id, shown }) => ({
      id,
      label: nameOf(id, language),
      cells: [issuedCell(shown)],
    })),
    notes: [say(language, 'summary.hiddenWithZero', { most: smallIn(weeks) }), say(language, 'summary.roundedSum')],
  };
}

/**
 * Adds which kinds of organisation passed on the hub's reports, for a quarter or a year that is over. Other weeks have
 * no such table: the difference of two would be a small count. Only for the handlers of these cases.
 */
export function withPartnerTypes(
  tables: readonly FigureTable[],
  period: Period,
  weeks: Figures,
  language: Language,
): readonly FigureTable[] {
  const stretch = stretchOf(period);
  const isWhole = weeks.length === weeksOf(period).length;
  const isTold = isWhole && (stretch?.level === 'quarter' || stretch?.level === 'year');
  return tables.flatMap((table) => {
    if (table.id !== 'route') return [table];
    return isTold && stretch
      ? [table, tableOf(stretch, weeks, language)]
      : [{ ...table, notes: [...table.notes, say(language, 'summary.partnerTypeWhen')] }];
  });
}
