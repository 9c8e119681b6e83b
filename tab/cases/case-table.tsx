import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons/svg/alert-urgent';
import { createContext, type ReactNode, useContext } from 'react';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { Flag } from '../../core/model/classification.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { CaseRow } from '../../contract/operation-answers.ts';
import type { PersonView } from '../../contract/operation-answers.ts';
import { formatShortDay } from '../../words/date-format.ts';
import { DeadlineList } from '../ui/deadline-list.tsx';
import { reportKindText, statusText, urgencyText } from '../ui/labels.ts';
import { useLazyModule } from '../ui/lazy-module.ts';
import { lazyCaseLabels } from './lazy-components.ts';
import type { ShownTitle } from '../crypto/title-store.ts';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { type CaseColumn, caseColumnWords } from './case-columns.ts';

/** Below this width each case becomes a card. */
const narrowScreenQuery = '(max-width: 52rem)';

const narrow = `@media ${narrowScreenQuery}` as const;

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [narrow]: { display: 'block' } },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalXS, [narrow]: { display: 'block' } },
  // Screen readers still read the column headings.
  head: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  name: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
  },
  body: { [narrow]: { display: 'block' } },
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
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    [narrow]: { display: 'flex', gap: tokens.spacingHorizontalM, padding: tokens.spacingVerticalXXS },
  },
  cellName: {
    display: 'none',
    [narrow]: { display: 'block', flexBasis: '8rem', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  },
  value: { minWidth: 0, overflowWrap: 'break-word' },
  reference: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  titleCell: { maxWidth: '13rem', [narrow]: { maxWidth: 'none' } },
  // One line each, so that a long title makes no row higher; the page of the case has it whole.
  titleWords: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { whiteSpace: 'normal' },
  },
  subject: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
  },
  marks: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXXS,
    marginInlineStart: tokens.spacingHorizontalXS,
  },
  day: { whiteSpace: 'nowrap' },
  mark: {
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
  },
  urgent: { display: 'flex', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  // A native box: the list need not load another component for few visits.
  box: {
    width: '24px',
    height: '24px',
    margin: tokens.spacingHorizontalXS,
    verticalAlign: 'middle',
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

export function CaseTable({
  caption,
  rows,
  columns,
  people,
  titles,
  isWaiting,
  onOpen,
}: {
  readonly caption: string;
  /** `undefined` while no key is unlocked. */
  readonly titles: ReadonlyMap<string, ShownTitle> | undefined;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly CaseColumn[];
  readonly people: readonly PersonView[];
  readonly isWaiting: boolean;
  readonly onOpen: (caseId: string) => void;
}) {
  const styles = useStyles();
  const { translate } = useTab();
  return (
    // A card's layout would take the roles away.
    <table role="table" className={styles.table} aria-busy={isWaiting}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {(
            [
              'list.reference',
              ...(titles ? (['list.title'] as const) : []),
              ...columns.map((column) => caseColumnWords[column]),
            ] as const
          ).map((name) => (
            <th key={name} role="columnheader" scope="col" className={styles.name}>
              {translate(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <CaseTableRow
            key={row.figures.caseId}
            row={row}
            columns={columns}
            people={people}
            title={titles?.get(row.figures.caseId)}
            hasTitles={titles !== undefined}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}

function assigneeText(
  { translate, me }: Pick<Tab, 'translate' | 'me'>,
  assignee: PersonId | undefined,
  people: readonly PersonView[],
): string {
  if (assignee === undefined) return translate('list.nobody');
  if (assignee === me.objectId) return translate('list.you');
  const name = people.find(({ objectId }) => objectId === assignee)?.name;
  return name === undefined || name === '' ? translate('list.colleague') : name;
}

function CaseTableRow({
  row,
  columns,
  people,
  title,
  hasTitles,
  onOpen,
}: {
  readonly row: CaseRow;
  readonly title: ShownTitle | undefined;
  readonly hasTitles: boolean;
  readonly columns: readonly CaseColumn[];
  readonly people: readonly PersonView[];
  readonly onOpen: (caseId: string) => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { translate, language } = tab;
  const { figures, deadlines } = row;
  const { loading } = useLazyModule(lazyCaseLabels);
  const labels = loading.kind === 'ready' ? loading.it : undefined;
  // A server of an earlier version sends none.
  const rowFlags: readonly Flag[] | undefined = figures.flags;
  const badges = [
    ...(row.isUnread ? (['list.markUnread'] as const) : []),
    ...(row.isUnacknowledged ? (['list.markUnacknowledged'] as const) : []),
    // An unacknowledged case is unopened too. A server of an earlier version sends no `isUnopened`.
    ...(row.isUnopened && !row.isUnacknowledged ? (['list.markUnopened'] as const) : []),
  ];
  const status = figures.erasedOn === undefined ? statusText(translate, figures.status) : translate('status.erased');
  // A screen reader says the column's name with the cell already.
  const renderCell = (name: string, content: ReactNode): ReactNode => (
    <>
      <span aria-hidden className={styles.cellName}>
        {name}
      </span>
      <span className={styles.value}>{content}</span>
    </>
  );
  const content: Readonly<Record<CaseColumn, ReactNode>> = {
    received: <span className={styles.day}>{formatShortDay(language, figures.receivedOn)}</span>,
    status,
    // A heading that the reporter did not choose says less than what the unit found.
    kind:
      figures.kind === undefined && figures.nationalCategory !== undefined
        ? labels?.categoryText(translate, figures.nationalCategory)
        : reportKindText(translate, figures.kind),
    category: figures.nationalCategory === undefined ? '' : labels?.categoryText(translate, figures.nationalCategory),
    flags: (rowFlags ?? []).map((flag) => labels?.flagText(translate, flag)).join(', '),
    referral: figures.referral === undefined ? '' : labels?.referralText(translate, figures.referral.decision),
    outcome: figures.outcome === undefined ? '' : labels?.outcomeText(translate, figures.outcome),
    urgency: (
      <span className={mergeClasses(figures.urgency === 'urgent' && styles.urgent)}>
        {figures.urgency === 'urgent' && <AlertUrgentRegular aria-hidden fontSize={20} />}
        {urgencyText(translate, figures.urgency)}
      </span>
    ),
    with: assigneeText(tab, figures.assignee, people),
    deadlines: deadlines.length > 0 ? <DeadlineList deadlines={deadlines} /> : translate('list.noDeadlines'),
  };
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.cell}>
        {renderCell(
          translate('list.reference'),
          <>
            <SelectionCheckbox caseId={figures.caseId} />
            <Link
              as="button"
              className={styles.reference}
              data-case={figures.caseId}
              onClick={() => onOpen(figures.caseId)}
            >
              {formatCaseId(figures.caseId)}
            </Link>
            {badges.length > 0 && (
              <span className={styles.marks}>
                {badges.map((badge) => (
                  <span key={badge} className={styles.mark}>
                    {translate(badge)}
                  </span>
                ))}
              </span>
            )}
          </>,
        )}
      </th>
      {hasTitles && (
        <td role="cell" className={mergeClasses(styles.cell, styles.titleCell)}>
          {renderCell(translate('list.title'), <TitleCell shown={title} />)}
        </td>
      )}
      {columns.map((column) => (
        <td key={column} role="cell" className={styles.cell}>
          {renderCell(translate(caseColumnWords[column]), content[column])}
        </td>
      ))}
    </tr>
  );
}

function TitleCell({ shown }: { readonly shown: ShownTitle | undefined }) {
  const styles = useStyles();
  const { translate } = useTab();
  if (shown === undefined) return null;
  if (shown.kind !== 'open') return translate(shown.kind === 'closed' ? 'list.titleClosed' : 'list.titleDamaged');
  return (
    <span dir="auto" translate="no">
      <span className={styles.titleWords}>{shown.title}</span>
      {shown.subject !== '' && <span className={styles.subject}>{shown.subject}</span>}
    </span>
  );
}

export interface CaseSelection {
  readonly has: (caseId: string) => boolean;
  readonly set: (caseId: string, isTicked: boolean) => void;
}

export const CaseSelectionContext = createContext<CaseSelection | undefined>(undefined);

function SelectionCheckbox({ caseId }: { readonly caseId: string }) {
  const styles = useStyles();
  const { translate } = useTab();
  const ticks = useContext(CaseSelectionContext);
  const parsed = parseCaseId(caseId);
  if (ticks === undefined || parsed === undefined) return null;
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={translate('list.tick', { reference: formatCaseId(parsed) })}
      checked={ticks.has(caseId)}
      onChange={(event) => ticks.set(caseId, event.currentTarget.checked)}
    />
  );
}
