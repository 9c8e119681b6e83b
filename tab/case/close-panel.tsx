import { useState } from 'react';
import { mayTransition } from '../../core/casework/status-transitions.ts';
import {
  type ClosingAnswer,
  closingAnswers,
  isEndToSign,
  type Outcome,
  outcomes,
} from '../../core/model/case-terms.ts';
import { preconditionText } from '../ui/labels.ts';
import { personName } from '../ui/person-name.ts';
import { closingAnswerText, outcomeText } from '../ui/case-labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { type AgreementReader, AgreementReaderField, mayAskReserve } from './agreement-reader-field.tsx';
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

const refusalWords = { noReserve: 'closing.noReserve', needsSecond: 'closing.needsSecond' } as const;

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
  const [requestedReader, setRequestedReader] = useState<AgreementReader>('handlers');
  const { closing } = view.record;
  const hasOtherOutcome = outcome !== undefined && outcome !== closing?.outcome;
  const isSignOffMissing =
    isEndToSign(outcome, view.record.referral?.decision) &&
    (view.signOff === 'needed' || (view.signOff === 'signed' && hasOtherOutcome));
  const isAsking =
    isSignOffMissing || (view.needsAgreement && (view.closingGates.includes('notAgreed') || hasOtherOutcome));
  const preconditions = view.closingGates.filter((precondition) => precondition !== 'notAgreed');
  const reader = isAsking && mayAskReserve(view) ? requestedReader : 'handlers';
  const isUnlinked = outcome === 'duplicate' && view.record.linked.length === 0;
  const isAgreed = closing !== undefined && closing.by !== me.objectId && status !== 'closed';
  const hasReferral = view.record.referral?.decision === 'refer';
  const isClosable = mayTransition(status, 'closed');
  const blocked = {
    received: translate('work.firstAcknowledge'),
    acknowledged: translate('work.firstTriage'),
    closed: translate('work.isClosed'),
  };
  const { closingRefusal } = view;
  // Whoever agrees does not close, so the reserve need not be told of it.
  const isRelevant = status !== 'closed' && (!isAsking || closingRefusal === 'needsSecond');
  const refusal = isRelevant && closingRefusal ? translate(refusalWords[closingRefusal]) : undefined;
  const isRefused = refusal !== undefined && !isAsking;
  // An end that a supervisor signs off can still be chosen, and agreed to.
  const mayAsk = isAsking || (view.signOff ?? 'none') !== 'none';
  const unmet = isClosable ? preconditions : view.closingGates;
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
          ...(isRefused ? [{ field: `${id}outcome`, text: refusal }] : []),
          ...(isUnlinked ? [{ field: `${id}outcome`, text: preconditionText(translate, 'notLinked') }] : []),
          ...noteProblems('reason', translate('work.reasonNeeded')),
        ]}
        blocked={
          !isClosable || preconditions.length > 0 || (isRefused && !mayAsk) ? (
            <>
              {!isClosable && <p>{Object.entries(blocked).find(([key]) => key === status)?.[1] ?? ''}</p>}
              {unmet.length > 0 && <PreconditionList first={translate('work.closeFirst')} gates={unmet} />}
              {refusal !== undefined && <p>{refusal}</p>}
            </>
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
        {refusal !== undefined && mayAsk && <p>{refusal}</p>}
        {view.closingIsTold && !isRefused && !isAsking && <p>{translate('work.closeTold')}</p>}
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
          <AgreementReaderField id={`${id}asked`} value={requestedReader} onValue={setRequestedReader} />
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
