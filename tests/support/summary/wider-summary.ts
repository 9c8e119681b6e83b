import { type Stretch, stretchWith } from '../../../summary/disclosure-control/period-hierarchy.ts';
import { tell } from '../../../summary/disclosure-control/release-decision.ts';
import { summaryOf, type WiderSummary } from '../../../summary/disclosure-control/publish.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';

/** What wider readers are told of a week, or of some weeks as a block of them, with a trend of weeks. */
export function widerSummaryOf(weeks: readonly WeekFigures[], trend: readonly WeekFigures[] = weeks): WiderSummary {
  const stand = (told: ReturnType<typeof tell>) => ({ told, number: 1, issuedOn: told.asAt });
  const alone = (week: WeekFigures) => tell(stretchWith(week.week, 'week'), [], [week]);
  const [from, to] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (!from || !to) throw new RangeError('no weeks');
  const stretch: Stretch = weeks.length === 1 ? stretchWith(from, 'week') : { level: 'block', from, to };
  const told = tell(stretch, weeks.map(alone), weeks);
  return summaryOf({ stretch, stands: stand(told), before: undefined, trend: trend.map((week) => stand(alone(week))) });
}
