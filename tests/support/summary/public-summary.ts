import { type PublicationPeriod, getContainingPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import { publishPeriod } from '../../../summary/disclosure-control/published-counts.ts';
import { createPublicSummary, type PublicSummary } from '../../../summary/disclosure-control/publish.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';

/** What wider readers are told of a week, or of some weeks as a block of them, with a trend of weeks. */
export function publicSummaryFixture(
  weeks: readonly WeekFigures[],
  trend: readonly WeekFigures[] = weeks,
): PublicSummary {
  const stand = (told: ReturnType<typeof publishPeriod>) => ({ told, number: 1, issuedOn: told.asAt });
  const alone = (week: WeekFigures) => publishPeriod(getContainingPeriod(week.week, 'week'), [], [week]);
  const [from, to] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (!from || !to) throw new RangeError('no weeks');
  const period: PublicationPeriod =
    weeks.length === 1 ? getContainingPeriod(from, 'week') : { level: 'block', from, to };
  const told = publishPeriod(period, weeks.map(alone), weeks);
  return createPublicSummary({
    period,
    current: stand(told),
    before: undefined,
    trend: trend.map((week) => stand(alone(week))),
  });
}
