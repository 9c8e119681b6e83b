import { type PublicationPeriod, getPublicationPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import { createPublishedPeriodCounts } from '../../../summary/disclosure-control/published-counts.ts';
import { createPublicSummary, type PublicSummary } from '../../../summary/disclosure-control/publish-summary.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';

/** What wider readers are told of a week, or of some weeks as a block of them, with a trend of weeks. */
export function publicSummaryFixture(
  weeks: readonly WeekFigures[],
  trend: readonly WeekFigures[] = weeks,
): PublicSummary {
  const stand = (told: ReturnType<typeof createPublishedPeriodCounts>) => ({
    counts: told,
    number: 1,
    issuedOn: told.asAt,
  });
  const alone = (week: WeekFigures) => createPublishedPeriodCounts(getPublicationPeriod(week.week, 'week'), [], [week]);
  const [from, to] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (!from || !to) throw new RangeError('no weeks');
  const period: PublicationPeriod =
    weeks.length === 1 ? getPublicationPeriod(from, 'week') : { level: 'block', from, to };
  const told = createPublishedPeriodCounts(period, weeks.map(alone), weeks);
  return createPublicSummary({
    period,
    current: stand(told),
    before: undefined,
    trend: trend.map((week) => stand(alone(week))),
  });
}
