import { useState } from 'react';
import { mayTransition } from '../../core/casework/status-transitions.ts';
import { type ClosingAnswer, closingAnswers, type Outcome, outcomes } from '../../core/model/case-terms.ts';
import { preconditionText } from '../ui/labels.ts';
import { personName } from '../ui/person-name.ts';
import { closingAnswerText, outcomeText } from '../ui/case-labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { TextToAgree } from './text-to-agree.tsx';
import { RadioField, SelectField } from '../ui/form-fields.tsx';
import { PreconditionList } from '../ui/precondition-list.tsx';
import { ReasonField, ReserveReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

interface Draft {
  readonly outcome: Outcome | undefined;
  readonly answer: ClosingAnswer | undefined;
  readonly reason: string;
}

export function ClosePanel() {
  const tab = useTab();
  const { translate, call, language, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const holdsKey = useKeys().unlocked.some(({ group }) => group === view.record.handledBy);
  const { status } = view.record;
  const { draft, set, id, field, noteProblems, form, worded } = useCaseForm<Draft>({
    outcome: undefined,
    answer: undefined,
    reason: '',
  });
  const { outcome, answer, reason } = draft;
  const [requestedReader, setRequestedReader] = useState<'handlers' | 'oversight'>('handlers');
  const { closing, handledBy } = view.record;
  const hasOtherOutcome = outcome !== undefined && outcome !== closing?.outcome;
  const isEndToSign = outcome === 'noFurtherAction' || view.record.referral?.decision === 'doNotRefer';
  const isSignOffMissing = isEndToSign && (view.signOff === 'needed' || (view.signOff === 'signed' && hasOtherOutcome));
  const isAsking =
    isSignOffMissing || (view.needsAgreement && (view.closingGates.includes('notAgreed') || hasOtherOutcome));
  const preconditions = view.closingGates.filter((precondition) => precondition !== 'notAgreed');
  const reader = isAsking && handledBy === 'acu' ? requestedReader : 'handlers';
  const isUnlinked = outcome === 'duplicate' && view.record.linked.length === 0;
  const isAgreed = closing !== undefined && closing.by !== me.objectId && status !== 'closed';
  const hasReferral = view.record.referral?.decision === 'refer';
  const blocked = {
    received: translate('work.firstAcknowledge'),
    acknowledged: translate('work.firstTriage'),
    closed: translate('work.isClosed'),
  };
  const agree = (agreed: Outcome) =>
    worded(reader, reason, ({ withRevision, words }) =>
      call('case.agreeClosing', { ...withRevision, outcome: agreed, words }),
    );
  const close = (as: Outcome, closingAnswer: ClosingAnswer) =>
    worded('handlers', reason, ({ withRevision, words }) =>
      call('case.close', { ...withRevision, outcome: as, answer: closingAnswer, words }),
    );

  return (
    <Panel heading={translate('work.closeHeading')}>
      {isAgreed && <TextToAgree isAsking={({ kind, detail }) => kind === 'decided' && detail?.to === 'closed'} />}
      <CaseForm
        {...form}
        intent={JSON.stringify([draft, reader, isAsking])}
        problems={[
          ...(outcome === undefined ? [{ field: `${id}outcome`, text: translate('work.outcomeNeeded') }] : []),
          ...(answer === undefined && !isAsking
            ? [{ field: `${id}answer`, text: translate('work.answerNeeded') }]
            : []),
          ...(isUnlinked ? [{ field: `${id}outcome`, text: preconditionText(translate, 'notLinked') }] : []),
          ...noteProblems('reason', translate('work.reasonNeeded')),
        ]}
        blocked={
          !mayTransition(status, 'closed') ? (
            <>
              <p>{Object.entries(blocked).find(([key]) => key === status)?.[1] ?? ''}</p>
              {view.closingGates.length > 0 && (
                <PreconditionList first={translate('work.closeFirst')} gates={view.closingGates} />
              )}
            </>
          ) : preconditions.length > 0 ? (
            <PreconditionList first={translate('work.closeFirst')} gates={preconditions} />
          ) : undefined
        }
        sendLabel={translate(isAsking ? 'closing.agreeSend' : 'work.closeSend')}
        savedText={translate(isAsking ? 'closing.agreeSaved' : 'work.closeSaved')}
        send={outcome && (isAsking ? agree(outcome) : answer && close(outcome, answer))}
      >
        <p>{translate('work.closeIntro')}</p>
        {!holdsKey && <p>{translate('closing.keyNeeded')}</p>}
        {isAsking && <p>{translate(isSignOffMissing ? 'closing.gateSignOff' : 'closing.gateAgreed')}</p>}
        {closing && (
          <p>
            {translate('closing.agreeStands', {
              who: personName(tab, { objectId: closing.by }, view.people),
              outcome: outcomeText(translate, closing.outcome),
            })}
          </p>
        )}
        {view.closingIsTold && !isAsking && <p>{translate('work.closeTold')}</p>}
        <SelectField
          id={`${id}outcome`}
          label={translate('work.outcome')}
          value={outcome ?? ''}
          onValue={(value) => set({ outcome: outcomes.find((one) => one === value) })}
          need="required"
          options={outcomes.map((value) => ({ value, text: outcomeText(translate, value) }))}
        />
        {isUnlinked && <p>{preconditionText(translate, 'notLinked')}</p>}
        {hasReferral && <p>{translate('work.closeReferral')}</p>}
        {isAsking ? (
          handledBy === 'acu' && (
            <RadioField
              id={`${id}asked`}
              label={translate('closing.agreeAsk')}
              value={requestedReader}
              onValue={(value) => setRequestedReader(value === 'oversight' ? 'oversight' : 'handlers')}
              need="required"
              options={[
                { value: 'handlers', text: translate('closing.agreeColleague') },
                { value: 'oversight', text: translate('closing.agreeReserve') },
              ]}
            />
          )
        ) : (
          <>
            <RadioField
              id={`${id}answer`}
              label={translate('work.answer')}
              hint={translate('work.answerHint')}
              value={answer ?? ''}
              onValue={(value) => set({ answer: closingAnswers.find((one) => one === value) })}
              need="required"
              options={closingAnswers.map((value) => ({ value, text: closingAnswerText(language, value) }))}
            />
            {view.messages === 'allowed' && <p>{translate('work.answerOwnWords')}</p>}
          </>
        )}
        {reader === 'oversight' ? <ReserveReasonField {...field('reason')} /> : <ReasonField {...field('reason')} />}
      </CaseForm>
    </Panel>
  );
}
