import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode } from 'react';
import { isRetentionOver } from '../../core/model/deadlines.ts';
import { type ErasureReason, erasureReasons } from '../../core/model/case-terms.ts';
import type { PreconditionCode } from '../../contract/operation-answers.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { OpenToAgree } from './text-to-agree.tsx';
import { CheckboxField, SelectField } from '../ui/form-fields.tsx';
import { PreconditionList } from '../ui/precondition-list.tsx';
import { preconditionText } from '../ui/labels.ts';
import { erasureReasonText } from '../ui/case-labels.ts';
import { NoteField, ReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

const useStyles = makeStyles({
  reason: {
    margin: 0,
    overflowWrap: 'anywhere',
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
});

export function ErasurePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { translate, me } = useTab();
  const { view, textsByDigest } = useCaseContext();
  const { erasure } = view.record;
  const { erasureGates } = view;
  const listPreconditions = (preconditions: readonly PreconditionCode[]): ReactNode =>
    preconditions.length > 0 ? (
      <PreconditionList first={translate('retention.erasureFirst')} gates={preconditions} />
    ) : undefined;
  const unmetPreconditions = listPreconditions(erasureGates);
  // They must see the reason while they decide, so an earlier opening is not enough.
  const requestNote = view.events.findLast(({ kind }) => kind === 'erasureAsked')?.note;
  const reason = requestNote && textsByDigest.get(requestNote.digest);
  const isRead = requestNote === undefined || reason !== undefined;
  const isOwn = erasure?.askedBy === me.objectId;
  return (
    <Panel heading={translate('retention.erasureHeading')} isInitiallyOpen={isOpenFirst}>
      <p>{translate('retention.erasureIntro')}</p>
      <p>{translate('retention.erasureBackups')}</p>
      <RequestErasureForm blocked={unmetPreconditions} isAsked={erasure !== undefined} />
      {erasure !== undefined && (
        <>
          {!isOwn && !isRead && <OpenToAgree />}
          <EraseForm
            blocked={
              isOwn
                ? translate('retention.erasureOwn')
                : (unmetPreconditions ?? (isRead ? undefined : listPreconditions(['reasonUnread'])))
            }
            reason={reason}
            code={erasure.reason}
          />
          <RefuseForm />
        </>
      )}
    </Panel>
  );
}

function RequestErasureForm({
  blocked,
  isAsked: isRequested,
}: {
  readonly blocked: ReactNode;
  readonly isAsked: boolean;
}) {
  const { translate, call, me } = useTab();
  const { view } = useCaseContext();
  const { draft, set, id, field, noteProblems, form, worded } = useCaseForm<{
    code: ErasureReason | undefined;
    reason: string;
  }>({
    code: undefined,
    reason: '',
  });
  const { code, reason } = draft;
  // Typed words stay if a colleague asked first.
  if (isRequested && reason === '') return null;
  return (
    <CaseForm
      {...form}
      problems={[
        ...(code === undefined ? [{ field: `${id}code`, text: translate('retention.reasonCodeNeeded') }] : []),
        ...(code === 'retentionOver' && !isRetentionOver(view.record, me.today)
          ? [{ field: `${id}code`, text: preconditionText(translate, 'retentionRuns') }]
          : []),
        ...noteProblems('reason', translate('work.reasonNeeded')),
      ]}
      blocked={blocked}
      sendLabel={translate('retention.erasureAsk')}
      savedText={translate('retention.erasureAsked')}
      send={
        code &&
        worded('handlers', reason, ({ withRevision, words }) =>
          call('case.askErasure', { ...withRevision, reason: code, words }),
        )
      }
    >
      <SelectField
        id={`${id}code`}
        label={translate('retention.reasonCode')}
        hint={translate('retention.reasonCodeHint')}
        value={code ?? ''}
        onValue={(value) => set({ code: erasureReasons.find((one) => one === value) })}
        need="required"
        options={erasureReasons.map((value) => ({ value, text: erasureReasonText(translate, value) }))}
      />
      <ReasonField {...field('reason')} />
    </CaseForm>
  );
}

function EraseForm({
  blocked,
  reason,
  code,
}: {
  readonly blocked: ReactNode;
  readonly reason: string | undefined;
  readonly code: ErasureReason | undefined;
}) {
  const { translate, call } = useTab();
  const styles = useStyles();
  const { draft, id, checkbox, form, plain } = useCaseForm({ isConfirmed: false });
  const { isConfirmed } = draft;
  return (
    <CaseForm
      {...form}
      isDirty={false}
      problems={isConfirmed ? [] : [{ field: `${id}isConfirmed`, text: translate('retention.erasureConfirmNeeded') }]}
      blocked={blocked}
      sendLabel={translate('retention.erasureSend')}
      savedText={translate('retention.erased')}
      send={plain(({ withRevision }) => call('case.erase', withRevision))}
    >
      {(code !== undefined || reason !== undefined) && (
        <dl className={styles.reason}>
          {code !== undefined && (
            <>
              <dt>{translate('retention.codeShown')}</dt>
              <dd>{erasureReasonText(translate, code)}</dd>
            </>
          )}
          {reason !== undefined && (
            <>
              <dt>{translate('retention.reasonShown')}</dt>
              <dd>{reason}</dd>
            </>
          )}
        </dl>
      )}
      <CheckboxField {...checkbox('isConfirmed')} label={translate('retention.erasureConfirm')} />
    </CaseForm>
  );
}

function RefuseForm() {
  const { translate, call } = useTab();
  const { draft, field, noteProblems, form, sendWithOptionalNote } = useCaseForm({ note: '' });
  const { note } = draft;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('note')}
      sendLabel={translate('retention.erasureRefuse')}
      savedText={translate('retention.erasureRefused')}
      send={sendWithOptionalNote(note, ({ withRevision, note: why }) =>
        call('case.refuseErasure', { ...withRevision, ...why }),
      )}
    >
      <NoteField {...field('note')} rows={2} />
    </CaseForm>
  );
}
