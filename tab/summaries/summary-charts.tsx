import {
  type ChartAnnotation,
  HorizontalBarChart,
  ResponsiveContainer,
  VerticalBarChart,
} from '@fluentui/react-charts';
import { Button, makeStyles, mergeClasses, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FigureTable, Summary } from '../../summary/figures/summary.ts';
import { useTab } from '../ui/tab-context.ts';
import { lastDayOfWeek } from '../../core/model/calendar.ts';
import { formatDay } from '../../words/date-format.ts';
import { type Bar, type Chart, chartSentence, tableCharts, trendTable, toWeeksChart } from './chart-data.ts';
import { FigureTableView } from './figure-table.tsx';

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
  figure: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    alignContent: 'start',
    justifyItems: 'stretch',
    breakInside: 'avoid',
    minWidth: 0,
  },
  title: { margin: 0 },
  button: { justifySelf: 'start' },
  bars: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingBlockStart: tokens.spacingVerticalS,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  barWords: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(50%)',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  value: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, textAlign: 'end' },
  // The library fills each row to its end, which would read as a figure.
  bar: { '& rect:nth-of-type(2)': { fill: 'transparent' }, '& > div': { marginBlockEnd: 0 } },
  gap: {
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  smallWeeks: { height: '7rem', minWidth: 0 },
  large: { height: '16rem', minWidth: 0 },
});

export function SummaryCharts({ summary, compares }: { readonly summary: Summary; readonly compares: boolean }) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, language } = tab;
  const [received, ...others] = summary.trend;
  const last = received?.points.at(-1)?.week;
  const charts = tableCharts(translate, summary, compares);
  return (
    <>
      {received && (
        <ChartFrame
          chart={{
            ...toWeeksChart(tab, received),
            title: translate('summaries.byWeek', { title: received.title }),
          }}
          table={trendTable(tab, [received])}
          drawnAs="weeks"
        />
      )}
      {compares && charts.length > 0 && <p className={styles.words}>{translate('summaries.beforeKey')}</p>}
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
            {translate('summaries.trend', {
              weeks: received?.points.length ?? 0,
              day: formatDay(language, lastDayOfWeek(last)),
            })}
          </Subtitle1>
          <div className={styles.small}>
            {others.map((series) => (
              <ChartFrame
                key={series.id}
                chart={toWeeksChart(tab, series)}
                table={trendTable(tab, [series])}
                drawnAs="smallWeeks"
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function ChartFrame({
  chart,
  table,
  isAlone: hidesComparison = false,
  drawnAs: variant,
}: {
  readonly chart: Chart;
  readonly table?: FigureTable | undefined;
  readonly isAlone?: boolean;
  readonly drawnAs: 'weeks' | 'smallWeeks' | 'bars';
}) {
  const styles = useStyles();
  const { translate } = useTab();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isByWeek = variant !== 'bars';
  return (
    <figure className={styles.figure} aria-labelledby={`${id}title`} data-chart={chart.id}>
      <Subtitle2 as="h3" id={`${id}title`} className={styles.title}>
        {chart.title}
      </Subtitle2>
      {chart.definition !== undefined && <p className={styles.words}>{chart.definition}</p>}
      {isByWeek ? (
        chart.bars.some(({ value = 0 }) => value > 0) && (
          <WeeksChart bars={chart.bars} isSmall={variant === 'smallWeeks'} />
        )
      ) : (
        <BarsChart bars={chart.bars} />
      )}
      <figcaption className={styles.words}>{chartSentence(translate, chart, isByWeek)}</figcaption>
      {table && (
        <Button
          className={mergeClasses('screen-only', styles.button)}
          size="small"
          aria-expanded={isOpen}
          aria-controls={`${id}table`}
          aria-describedby={`${id}title`}
          onClick={() => setOpen(!isOpen)}
        >
          {translate(isOpen ? 'summaries.hideTable' : 'summaries.asTable')}
        </Button>
      )}
      {table && (
        <div id={`${id}table`}>{isOpen && <FigureTableView table={table} hidesComparison={hidesComparison} />}</div>
      )}
    </figure>
  );
}

interface BarProps {
  readonly value: number;
  readonly max: number;
  readonly isBefore?: boolean;
}

function SingleBar({ value, max, isBefore = false }: BarProps) {
  const color = isBefore ? tokens.colorNeutralForeground3 : tokens.colorBrandForeground1;
  return (
    <HorizontalBarChart
      hideTooltip
      hideLabels
      chartDataMode="hidden"
      barHeight={isBefore ? 4 : 10}
      data={[{ chartData: [{ legend: '', horizontalBarChartdata: { x: value, total: max }, color }] }]}
    />
  );
}

/** For the eye; a screen reader reads the words. A suppressed figure has no bar. */
function BarsChart({ bars }: { readonly bars: readonly Bar[] }) {
  const styles = useStyles();
  const most = Math.max(1, ...bars.flatMap(({ value = 0, before = 0 }) => [value, before]));
  return (
    <ul className={styles.bars}>
      {bars.map(({ id, label, words, value, gap, before }) => (
        <li key={id} data-bar={id} data-gap={gap}>
          <span className={styles.barWords}>
            <span>{label}</span> <span className={styles.value}>{words}</span>
          </span>
          <div aria-hidden inert className={styles.bar}>
            {value === undefined ? <div className={styles.gap} /> : <SingleBar value={value} max={most} />}
            {before !== undefined && <SingleBar value={before} max={most} isBefore />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Marks a bar without length: nought, suppressed, or no figure. */
function emptyBarAnnotations({ id, label, value, gap }: Bar): readonly ChartAnnotation[] {
  if (value !== undefined && value > 0) return [];
  return [
    {
      id,
      text: gap === 'hidden' ? '*' : gap === 'none' ? '–' : '0',
      coordinates: { type: 'data', x: label, y: 0 },
      layout: { align: 'center', verticalAlign: 'bottom', offsetY: -2 },
      style: {
        textColor: tokens.colorNeutralForeground1,
        backgroundColor: 'transparent',
        borderWidth: 0,
        padding: '0',
      },
    },
  ];
}

/** For the eye alone: the words and the table say the same. */
function WeeksChart({ bars, isSmall }: { readonly bars: readonly Bar[]; readonly isSmall: boolean }) {
  const styles = useStyles();
  return (
    <div aria-hidden inert className={isSmall ? styles.smallWeeks : styles.large}>
      <ResponsiveContainer>
        <VerticalBarChart
          data={bars.map(({ label, value }) => ({ x: label, y: value ?? 0, legend: '' }))}
          annotations={bars.flatMap(emptyBarAnnotations)}
          useSingleColor
          colors={[tokens.colorBrandForeground1]}
          hideLegend
          hideTooltip
          hideTickOverlap
          hideLabels={isSmall}
          barWidth="auto"
          maxBarWidth={32}
          xAxisInnerPadding={0.3}
          yAxisTickCount={isSmall ? 2 : 4}
          roundedTicks
          margins={isSmall ? { top: 8, right: 4, bottom: 24, left: 28 } : { top: 20, right: 8, bottom: 32, left: 36 }}
        />
      </ResponsiveContainer>
    </div>
  );
}
