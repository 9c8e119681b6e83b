import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons/svg/alert-urgent';
import type { ReactNode } from 'react';
import { showCaseId } from '../../concerns/terms/codes.ts';
import { DeadlineList } from '../parts/deadline-list.tsx';
import { showDay } from '../../words/days.ts';
import { kindName, statusText, urgencyText } from '../parts/named.ts';
import { type Tab, useTab } from '../parts/tab-context.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { CaseRow } from '../../contract/answers.ts';
import type { ShownPerson } from '../../contract/shown-person.ts';
import { type Column, columnWords } from './columns.ts';
import { narrow } from './narrow.ts';
import { TickBox } from './ticks.tsx';

const useStyles = makeStyles({
  row: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
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
  name: {
    display: 'none',
    [narrow]: { display: 'block', flexBasis: '8rem', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  },
  value: { minWidth: 0, overflowWrap: 'break-word' },
  reference: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS, paddingTop: tokens.spacingVerticalXXS },
  mark: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
  },
  urgent: { display: 'flex', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly row: CaseRow;
  readonly columns: readonly Column[];
  readonly people: readonly ShownPerson[];
  readonly onOpen: (caseId: string) => void;
}

function withWhom(
  { say, me }: Pick<Tab, 'say' | 'me'>,
  assignee: PersonId | undefined,
  people: readonly ShownPerson[],
): string {
  if (assignee === undefined) return say('list.nobody');
  if (assignee === me.objectId) return say('list.you');
  const name = people.find(({ objectId }) => objectId === assignee)?.name;
  return name === undefined || name === '' ? say('list.colleague') : name;
}

export function CaseTableRow({ row, columns, people, onOpen }: Props) {
  const styles = useStyles();
  const tab = useTab();
  const { say, language } = tab;
  const { figures, deadlines } = row;
  const marks = [
    ...(row.isUnread ? (['list.markUnread'] as const) : []),
    ...(row.isUnacknowledged ? (['list.markUnacknowledged'] as const) : []),
    // An unacknowledged case is unopened too. A server of an earlier version sends no `isUnopened`.
    ...(row.isUnopened && !row.isUnacknowledged ? (['list.markUnopened'] as const) : []),
  ];
  const status = figures.erasedOn === undefined ? statusText(say, figures.status) : say('status.erased');
  // A screen reader says the column's name with the cell already.
  const value = (name: string, content: ReactNode): ReactNode => (
    <>
      <span aria-hidden className={styles.name}>
        {name}
      </span>
      <span className={styles.value}>{content}</span>
    </>
  );
  const content: Readonly<Record<Column, ReactNode>> = {
    received: showDay(language, figures.receivedOn),
    status,
    kind: kindName(say, figures.kind),
    urgency: (
      <span className={mergeClasses(figures.urgency === 'urgent' && styles.urgent)}>
        {figures.urgency === 'urgent' && <AlertUrgentRegular aria-hidden fontSize={20} />}
        {urgencyText(say, figures.urgency)}
      </span>
    ),
    with: withWhom(tab, figures.assignee, people),
    deadlines: deadlines.length > 0 ? <DeadlineList deadlines={deadlines} /> : say('list.noDeadlines'),
  };
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.cell}>
        {value(
          say('list.reference'),
          <>
            <TickBox caseId={figures.caseId} />
            <Link
              as="button"
              className={styles.reference}
              data-case={figures.caseId}
              onClick={() => onOpen(figures.caseId)}
            >
              {showCaseId(figures.caseId)}
            </Link>
            {marks.length > 0 && (
              <span className={styles.marks}>
                {marks.map((mark) => (
                  <span key={mark} className={styles.mark}>
                    {say(mark)}
                  </span>
                ))}
              </span>
            )}
          </>,
        )}
      </th>
      {columns.map((column) => (
        <td key={column} role="cell" className={styles.cell}>
          {value(say(columnWords[column]), content[column])}
        </td>
      ))}
    </tr>
  );
}
