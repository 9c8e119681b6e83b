import { makeStyles, tokens } from '@fluentui/react-components';
import type { FigureTable } from '../../summary/figures/summary.ts';
import { useTab } from '../ui/tab-context.ts';
import { cellLabel } from './chart-data.ts';

const useStyles = makeStyles({
  around: { overflowX: 'auto', maxWidth: '100%', display: 'grid', gap: tokens.spacingVerticalXS },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'end',
      verticalAlign: 'bottom',
    },
    '& th:first-child': { textAlign: 'start', paddingInlineStart: 0, minWidth: '5rem', overflowWrap: 'anywhere' },
    '& th': { fontWeight: tokens.fontWeightRegular },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
    '& tr': { breakInside: 'avoid' },
  },
  notes: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '48rem' },
});

interface Props {
  readonly table: FigureTable;
  readonly hidesComparison?: boolean;
}

export function FigureTableView({ table, hidesComparison = false }: Props) {
  const styles = useStyles();
  const { translate } = useTab();
  const columns = table.columns.flatMap((column, place) =>
    hidesComparison && (column.id === 'before' || column.id === 'change') ? [] : [{ ...column, place }],
  );
  return (
    <div
      className={styles.around}
      {...(columns.length > 2 && { tabIndex: 0, role: 'group', 'aria-label': table.title })}
    >
      {table.rows.length > 0 && (
        <table className={styles.table} aria-label={table.title}>
          <thead>
            <tr>
              <td />
              {columns.map(({ title, place }) => (
                <th key={place} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ id, label, cells }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                {columns.map(({ place }) => {
                  const cell = cells[place];
                  return <td key={place}>{cell && cellLabel(translate, cell)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function FigureNotes({ table }: { readonly table: Pick<FigureTable, 'definition' | 'notes'> }) {
  const styles = useStyles();
  const sentences = [...(table.definition === undefined ? [] : [table.definition]), ...table.notes];
  return sentences.map((sentence) => (
    <p key={sentence} className={styles.notes}>
      {sentence}
    </p>
  ));
}
