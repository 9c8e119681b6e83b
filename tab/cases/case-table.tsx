import { makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from '../parts/tab-context.ts';
import type { CaseRow } from '../../contract/answers.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import { CaseTableRow } from './case-table-row.tsx';
import { type Column, columnWords } from './columns.ts';
import { narrow } from './narrow.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, [narrow]: { display: 'block' } },
  // Cards show each name beside its value; the names above the columns are still read out.
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: {
    textAlign: 'start',
    padding: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  body: { [narrow]: { display: 'block' } },
});

interface Props {
  readonly caption: string;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly Column[];
  readonly people: readonly ShownPerson[];
  readonly isWaiting: boolean;
  readonly onOpen: (caseId: string) => void;
}

export function CaseTable({ caption, rows, columns, people, isWaiting, onOpen }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    // A card's layout would take the roles away.
    <table role="table" className={styles.table} aria-busy={isWaiting}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {(['list.reference', ...columns.map((column) => columnWords[column])] as const).map((name) => (
            <th key={name} role="columnheader" scope="col" className={styles.name}>
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <CaseTableRow key={row.figures.caseId} row={row} columns={columns} people={people} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}
