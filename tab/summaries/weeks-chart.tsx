import { makeStyles, tokens } from '@fluentui/react-components';
import { type ChartAnnotation, ResponsiveContainer, VerticalBarChart } from '@fluentui/react-charts';
import type { Bar } from './charts-of.ts';

const useStyles = makeStyles({
  // The library measures its container.
  small: { height: '7rem', minWidth: 0 },
  large: { height: '16rem', minWidth: 0 },
});

/** Marks a bar of no length: nought, kept back, or no figure. */
function markOf({ id, label, value, gap }: Bar): readonly ChartAnnotation[] {
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
export function WeeksChart({ bars, isSmall }: { readonly bars: readonly Bar[]; readonly isSmall: boolean }) {
  const styles = useStyles();
  return (
    <div aria-hidden inert className={isSmall ? styles.small : styles.large}>
      <ResponsiveContainer>
        <VerticalBarChart
          data={bars.map(({ label, value }) => ({ x: label, y: value ?? 0, legend: '' }))}
          annotations={bars.flatMap(markOf)}
          useSingleColor
          colors={[tokens.colorBrandForeground1]}
          hideLegend
          hideTooltip
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
