import {
  Button,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { AlertUrgentRegular, ClockAlarmRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { formatDay } from '../../words/date-format.ts';
import { deadlineSentence, deadlineState } from '../ui/deadline-state.ts';
import {
  categoryText,
  closingAnswerText,
  erasureReasonText,
  flagText,
  gradingCodes,
  languageText,
  modeText,
  outcomeText,
  referralText,
} from '../ui/case-labels.ts';
import { handledByText, reportKindText, routeText, statusText, urgencyText } from '../ui/labels.ts';
import { NoteField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageDialog } from '../ui/page-dialog.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  facts: {
    display: 'grid',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  wide: { gridColumn: '1 / -1' },
  attention: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusDangerForeground3,
    '& svg': { flexShrink: 0 },
  },
});

export function CaseHeader() {
  const tab = useTab();
  const { translate, language } = tab;
  const styles = useStyles();
  const { view } = useCaseContext();
  const { record, deadlines, people } = view;
  const meaning = {
    named: 'case.modeNamed',
    confidential: 'case.modeConfidential',
    notKept: 'case.modeNotKept',
  } as const;
  const day = (text: string) => formatDay(language, text);
  const { erasure, grading, referral } = record;

  return (
    <div className={styles.head}>
      {record.erasedOn !== undefined && (
        <Notice tone="calm">
          <p>{translate('case.erased', { day: day(record.erasedOn) })}</p>
        </Notice>
      )}
      {erasure !== undefined && (
        <Notice tone="careful">
          <p>
            {translate('case.erasureAsked', {
              name: personName(tab, { objectId: erasure.askedBy }, people),
              day: day(erasure.on),
            })}
          </p>
        </Notice>
      )}
      {record.possibleChis && (
        <Notice tone="careful">
          <p>{translate('case.chis')}</p>
        </Notice>
      )}
      <dl className={styles.facts}>
        <Fact name={translate('case.status')}>{statusText(translate, record.status)}</Fact>
        <Fact name={translate('case.urgency')}>
          {record.urgency === 'urgent' ? (
            <span className={styles.attention}>
              <AlertUrgentRegular aria-hidden />
              {urgencyText(translate, record.urgency)}
            </span>
          ) : (
            urgencyText(translate, record.urgency)
          )}
        </Fact>
        <Fact name={translate('case.deadlines')}>
          {deadlines.length === 0 && translate('case.noDeadlines')}
          {deadlines.map((running) => {
            const isLate = deadlineState(running.dueOn, tab.me.today) === 'overdue';
            return (
              <div key={running.deadline} className={isLate ? styles.attention : undefined}>
                {isLate && <ClockAlarmRegular aria-hidden />}
                {deadlineSentence(tab, running)}
              </div>
            );
          })}
        </Fact>
        <Fact name={translate('case.with')}>
          {record.assignee === undefined
            ? translate('case.withNobody')
            : personName(tab, { objectId: record.assignee }, people)}
        </Fact>
        <Fact name={translate('case.receivedOn')}>{day(record.receivedOn)}</Fact>
        <Fact name={translate('case.kind')}>{reportKindText(translate, record.kind)}</Fact>
        {record.route !== 'staff' && <Fact name={translate('case.route')}>{routeText(translate, record.route)}</Fact>}
        <Fact name={translate('case.language')}>{languageText(translate, record.language)}</Fact>
        <Fact name={translate('case.handledBy')}>{handledByText(translate, record.handledBy)}</Fact>
        {record.nationalCategory !== undefined && (
          <Fact name={translate('case.category')}>{categoryText(translate, record.nationalCategory)}</Fact>
        )}
        {grading !== undefined && <Fact name={translate('case.grading')}>{gradingCodes(grading)}</Fact>}
        {record.flags.length > 0 && (
          <Fact name={translate('case.flags')}>{record.flags.map((flag) => flagText(translate, flag)).join(', ')}</Fact>
        )}
        {record.erasedOn === undefined && record.triagedOn !== undefined && (
          <Fact name={translate('case.referral')}>{referralText(translate, referral?.decision ?? 'undecided')}</Fact>
        )}
        {record.outcome !== undefined && record.status === 'closed' && (
          <Fact name={translate('case.outcome')}>{outcomeText(translate, record.outcome)}</Fact>
        )}
        {record.answer !== undefined && record.status === 'closed' && (
          <Fact name={translate('case.answer')} isWide>
            {closingAnswerText(language, record.answer)}
          </Fact>
        )}
        {record.closedOn !== undefined && record.status === 'closed' && (
          <Fact name={translate('case.closedOn')}>{day(record.closedOn)}</Fact>
        )}
        {record.erasedFor !== undefined && (
          <Fact name={translate('case.erasedFor')}>{erasureReasonText(translate, record.erasedFor)}</Fact>
        )}
        {record.reviewOn !== undefined && <Fact name={translate('case.reviewOn')}>{day(record.reviewOn)}</Fact>}
        {record.hold && <Fact name={translate('retention.reviewHeading')}>{translate('case.onHold')}</Fact>}
        <Fact name={translate('case.mode')} isWide>
          {modeText(translate, record.mode)}. {translate(meaning[record.mode])}
        </Fact>
      </dl>
      {record.erasedOn === undefined && (record.status === 'received' || view.alertWaits) && (
        <div data-step="acknowledge" data-key="a">
          <AcknowledgeForm />
        </div>
      )}
      {record.erasedOn === undefined && (
        <div>
          <ConflictOfInterestDialog />
        </div>
      )}
    </div>
  );
}

function Fact(props: { readonly name: string; readonly isWide?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(props.isWide === true && styles.wide)}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function AcknowledgeForm() {
  const { translate, call } = useTab();
  const { view } = useCaseContext();
  const { form, plain } = useCaseForm({});
  const isNew = view.record.status === 'received';
  return (
    <CaseForm
      {...form}
      problems={[]}
      isPrimary
      sendLabel={translate(isNew ? 'case.acknowledge' : 'case.acknowledgeAgain')}
      savedText={translate('case.acknowledged')}
      send={plain(({ withoutRevision }) => call('case.acknowledge', withoutRevision))}
    >
      <p>{translate(isNew ? 'case.acknowledgeText' : 'case.acknowledgeAgainText')}</p>
    </CaseForm>
  );
}

function ConflictOfInterestDialog() {
  const { translate, call, me } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const [isOpen, setOpen] = useState(false);
  const { draft, field, noteProblems, form, sendWithOptionalNote } = useCaseForm({ note: '' });
  const { note } = draft;
  const proposed = context.proposal?.kind === 'conflict' ? context.proposal.count : undefined;
  const [followed, setFollowed] = useState(proposed);
  if (proposed !== followed) {
    setFollowed(proposed);
    if (proposed !== undefined) setOpen(true);
  }
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId);
  const declare = sendWithOptionalNote(note, ({ withoutRevision, note: why }) =>
    call('case.declareConflict', { ...withoutRevision, ...why }),
  );
  const isNobodyLeft = others.length === 0 && view.record.handledBy === 'reserve';

  return (
    <PageDialog open={isOpen} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{translate('work.conflictOpen')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{translate('work.conflictHeading')}</DialogTitle>
          <DialogContent>
            <p>{translate('work.conflictIntro')}</p>
            <p>{translate('work.conflictGone')}</p>
            <p>{translate('work.conflictKnown')}</p>
            {isNobodyLeft || <p>{translate(others.length > 0 ? 'work.conflictOthers' : 'work.conflictLast')}</p>}
            <CaseForm
              blocked={isNobodyLeft ? translate('work.conflictNobody') : undefined}
              {...form}
              problems={noteProblems('note')}
              isPrimary
              sendLabel={translate('work.conflictSend')}
              savedText={translate('case.outHeading')}
              send={declare}
              secondaryAction={<Button onClick={() => setOpen(false)}>{translate('case.cancel')}</Button>}
            >
              <NoteField {...field('note')} />
            </CaseForm>
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </PageDialog>
  );
}
