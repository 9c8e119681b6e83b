import { makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../parts/tab-context.ts';
import type { CaseRow } from '../../contract/answers.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { CaseTableRow } from './case-table-row.tsx';
import { narrow } from './narrow.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, [narrow]: { display: 'block' } },
  // On cards each value has its name beside it; the names above the columns are still read out.
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: {
    textAlign: 'start',
    padding: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  body: { [narrow]: { display: 'block' } },
});

const columns = [
  'list.reference',
  'list.received',
  'list.status',
  'list.kind',
  'list.urgency',
  'list.with',
  'list.deadlines',
] as const satisfies readonly WordKey[];

interface Props {
  readonly caption: string;
  readonly rows: readonly CaseRow[];
  readonly isWaiting: boolean;
  readonly onOpen: (caseId: string) => void;
}

/** Cases as a table, and as cards where there is little room. */
export function CaseTable({ caption, rows, isWaiting, onOpen }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    // The roles hold where a card's layout would take them away.
    <table role="table" className={styles.table} aria-busy={isWaiting}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className={styles.name}>
              {say(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <CaseTableRow key={row.figures.caseId} row={row} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}
