import { makeStyles, tokens } from '@fluentui/react-components';
import type { Summary } from '../../summary/summary.ts';
import { Section } from '../parts/section.tsx';
import { useTab } from '../parts/tab-context.ts';
import { trendTable } from './charts-of.ts';
import { FigureNotes, FigureTableView } from './figure-table.tsx';

const useStyles = makeStyles({
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    '& > section': { alignContent: 'start', justifyItems: 'stretch' },
  },
  // As wide as the page: it has a column for each figure.
  trend: { gridColumn: '1 / -1' },
});

interface Props {
  readonly summary: Summary;
  readonly compares: boolean;
}

export function SummaryTables({ summary, compares }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const trend = trendTable(say, summary.trend);
  return (
    <div className={styles.tables}>
      {summary.tables.map((table) => (
        <Section key={table.id} title={table.title}>
          <FigureTableView table={table} isAlone={!compares} />
          <FigureNotes table={table} />
        </Section>
      ))}
      {trend && (
        <div className={styles.trend}>
          <Section title={trend.title}>
            <FigureTableView table={trend} />
          </Section>
        </div>
      )}
    </div>
  );
}
