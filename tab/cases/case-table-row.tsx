import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons/svg/alert-urgent';
import type { ReactNode } from 'react';
import { showCaseId } from '../../concerns/terms/case-id.ts';
import { DeadlineList } from '../parts/deadline-list.tsx';
import { showDay } from '../../words/days.ts';
import { kindName, statusText, urgencyText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import type { CaseRow } from '../../contract/answers.ts';
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
  urgent: { display: 'flex', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly row: CaseRow;
  readonly onOpen: (caseId: string) => void;
}

/** One case: its reference opens it. Nothing in it was opened for the list. */
export function CaseTableRow({ row, onOpen }: Props) {
  const styles = useStyles();
  const { say, language, me } = useTab();
  const { figures, deadlines } = row;
  const status = figures.erasedOn === undefined ? statusText(say, figures.status) : say('status.erased');
  const withWhom =
    figures.assignee === undefined
      ? say('list.nobody')
      : say(figures.assignee === me.objectId ? 'list.you' : 'list.colleague');
  // The column's name is read out with the cell already.
  const value = (name: string, content: ReactNode): ReactNode => (
    <>
      <span aria-hidden className={styles.name}>
        {name}
      </span>
      <span className={styles.value}>{content}</span>
    </>
  );
  const cell = (name: string, content: ReactNode): ReactNode => (
    <td role="cell" className={styles.cell}>
      {value(name, content)}
    </td>
  );
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
          </>,
        )}
      </th>
      {cell(say('list.received'), showDay(language, figures.receivedOn))}
      {cell(say('list.status'), status)}
      {cell(say('list.kind'), kindName(say, figures.kind))}
      {cell(
        say('list.urgency'),
        <span className={mergeClasses(figures.urgency === 'urgent' && styles.urgent)}>
          {figures.urgency === 'urgent' && <AlertUrgentRegular aria-hidden fontSize={20} />}
          {urgencyText(say, figures.urgency)}
        </span>,
      )}
      {cell(say('list.with'), withWhom)}
      {cell(
        say('list.deadlines'),
        deadlines.length > 0 ? <DeadlineList deadlines={deadlines} /> : say('list.noDeadlines'),
      )}
    </tr>
  );
}
