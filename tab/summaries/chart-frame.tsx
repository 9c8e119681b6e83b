import { Button, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FigureTable } from '../../summary/summary.ts';
import { useTab } from '../parts/tab-context.ts';
import { BarsChart } from './bars-chart.tsx';
import type { Chart } from './charts-of.ts';
import { chartSentence } from './chart-sentence.ts';
import { FigureTableView } from './figure-table.tsx';
import { WeeksChart } from './weeks-chart.tsx';

const useStyles = makeStyles({
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
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { justifySelf: 'start' },
});

interface Props {
  readonly chart: Chart;
  /** Missing if one table serves several charts. */
  readonly table?: FigureTable | undefined;
  readonly isAlone?: boolean;
  readonly drawnAs: 'weeks' | 'smallWeeks' | 'bars';
}

export function ChartFrame({ chart, table, isAlone = false, drawnAs }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isByWeek = drawnAs !== 'bars';
  return (
    <figure className={styles.figure} aria-labelledby={`${id}title`} data-chart={chart.id}>
      <Subtitle2 as="h3" id={`${id}title`} className={styles.title}>
        {chart.title}
      </Subtitle2>
      {chart.definition !== undefined && <p className={styles.words}>{chart.definition}</p>}
      {isByWeek ? (
        chart.bars.some(({ value = 0 }) => value > 0) && (
          <WeeksChart bars={chart.bars} isSmall={drawnAs === 'smallWeeks'} />
        )
      ) : (
        <BarsChart bars={chart.bars} />
      )}
      <figcaption className={styles.words}>{chartSentence(say, chart, isByWeek)}</figcaption>
      {table && (
        <Button
          className={mergeClasses('screen-only', styles.button)}
          size="small"
          aria-expanded={isOpen}
          aria-controls={`${id}table`}
          aria-describedby={`${id}title`}
          onClick={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'summaries.hideTable' : 'summaries.asTable')}
        </Button>
      )}
      {table && <div id={`${id}table`}>{isOpen && <FigureTableView table={table} isAlone={isAlone} />}</div>}
    </figure>
  );
}
