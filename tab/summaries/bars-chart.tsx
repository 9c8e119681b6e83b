import { makeStyles, tokens } from '@fluentui/react-components';
import { HorizontalBarChart } from '@fluentui/react-charts';
import type { Bar } from './charts-of.ts';

const useStyles = makeStyles({
  bars: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingBlockStart: tokens.spacingVerticalS,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  // A figure is at the end of its bar's line, however long the words before it are.
  words: {
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
});

interface Drawn {
  readonly value: number;
  readonly most: number;
  readonly isBefore?: boolean;
}

function OneBar({ value, most, isBefore = false }: Drawn) {
  const color = isBefore ? tokens.colorNeutralForeground3 : tokens.colorBrandForeground1;
  return (
    <HorizontalBarChart
      hideTooltip
      hideLabels
      chartDataMode="hidden"
      barHeight={isBefore ? 4 : 10}
      data={[{ chartData: [{ legend: '', horizontalBarChartdata: { x: value, total: most }, color }] }]}
    />
  );
}

/** A screen reader reads the words; the bars are for the eye. A figure that is kept back has none. */
export function BarsChart({ bars }: { readonly bars: readonly Bar[] }) {
  const styles = useStyles();
  const most = Math.max(1, ...bars.flatMap(({ value = 0, before = 0 }) => [value, before]));
  return (
    <ul className={styles.bars}>
      {bars.map(({ id, label, words, value, gap, before }) => (
        <li key={id} data-bar={id} data-gap={gap}>
          <span className={styles.words}>
            <span>{label}</span> <span className={styles.value}>{words}</span>
          </span>
          <div aria-hidden inert className={styles.bar}>
            {value === undefined ? <div className={styles.gap} /> : <OneBar value={value} most={most} />}
            {before !== undefined && <OneBar value={before} most={most} isBefore />}
          </div>
        </li>
      ))}
    </ul>
  );
}
