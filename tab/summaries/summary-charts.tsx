import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { Summary } from '../../summary/summary.ts';
import { useTab } from '../parts/tab-context.ts';
import { ChartFrame } from './chart-frame.tsx';
import { tableCharts, trendTable, weeksChart } from './charts-of.ts';

const useStyles = makeStyles({
  // Charts flow down each column: a short one leaves no hole beside a long one.
  charts: { columnWidth: '24rem', columnGap: tokens.spacingHorizontalM },
  chart: { breakInside: 'avoid', paddingBlockEnd: tokens.spacingHorizontalM },
  small: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  heading: { margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly summary: Summary;
  readonly compares: boolean;
}

export function SummaryCharts({ summary, compares }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const [received, ...others] = summary.trend;
  const last = received?.points.at(-1)?.week;
  const charts = tableCharts(say, summary, compares);
  return (
    <>
      {received && (
        <ChartFrame
          chart={{ ...weeksChart(say, received), title: say('summaries.byWeek', { title: received.title }) }}
          table={trendTable(say, [received])}
          drawnAs="weeks"
        />
      )}
      {compares && charts.length > 0 && <p className={styles.words}>{say('summaries.beforeKey')}</p>}
      <div className={styles.charts}>
        {charts.map((chart) => (
          <div key={chart.id} className={styles.chart}>
            <ChartFrame
              chart={chart}
              table={summary.tables.find(({ id }) => id === chart.id)}
              isAlone={!compares}
              drawnAs="bars"
            />
          </div>
        ))}
      </div>
      {others.length > 0 && last !== undefined && (
        <>
          <Subtitle1 as="h2" className={styles.heading}>
            {say('summaries.trend', { weeks: summary.trend[0]?.points.length ?? 0, week: last })}
          </Subtitle1>
          <div className={styles.small}>
            {others.map((series) => (
              <ChartFrame
                key={series.id}
                chart={weeksChart(say, series)}
                table={trendTable(say, [series])}
                drawnAs="smallWeeks"
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}
