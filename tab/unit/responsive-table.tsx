import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 52rem)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, [narrow]: { display: 'block' } },
  // Screen readers still read the column headings.
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  body: { [narrow]: { display: 'block' } },
  row: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      display: 'block',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      padding: tokens.spacingHorizontalS,
      marginBottom: tokens.spacingVerticalM,
    },
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    padding: tokens.spacingHorizontalS,
    [narrow]: { display: 'flex', gap: tokens.spacingHorizontalM, padding: tokens.spacingVerticalXXS },
  },
  first: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  cellName: {
    display: 'none',
    [narrow]: { display: 'block', flexBasis: '9rem', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  },
  value: { minWidth: 0, overflowWrap: 'anywhere' },
});

export interface TableRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

/** On a narrow screen each row becomes a card. The first column names its row. */
export function ResponsiveTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}) {
  const styles = useStyles();
  return (
    // A card's layout would take the roles away.
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {columns.map((name) => (
            <th key={name} role="columnheader" scope="col" className={styles.name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} role="row" className={styles.row}>
            <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.first)}>
              {first}
            </th>
            {others.map((value, place) => (
              <td key={columns[place + 1]} role="cell" className={styles.cell}>
                <span className={styles.cellName} aria-hidden>
                  {columns[place + 1]}
                </span>
                <span className={styles.value}>{value}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
