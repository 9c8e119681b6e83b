import { useId, useState } from 'react';
import { allowedReferralDecisions } from '../../concerns/casework/allowed-referral-decisions.ts';
import type { ReferralDecision } from '../../concerns/terms/outcomes.ts';
import { showDay } from '../../words/days.ts';
import { referralText } from '../parts/named-in-case.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ChoiceField } from '../parts/fields.tsx';
import { ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** The decision on referral to the IOPC, with its reason. */
export function ReferralPanel() {
  const { say, call, language } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const { referral } = view.record;
  const id = useId();
  const [decision, setDecision] = useState<ReferralDecision>();
  const [reason, setReason] = useState('');
  const day = referral?.dueOn ?? referral?.on;
  const allowed = allowedReferralDecisions(view.record);
  const words = referral?.dueOn === undefined ? 'work.referralStands' : 'work.referralDue';

  return (
    <Panel
      heading={say('work.referralHeading')}
      {...(referral &&
        day && {
          summary: say(words, { decision: referralText(say, referral.decision), day: showDay(language, day) }),
        })}
    >
      <CaseForm
        intent={JSON.stringify([decision, reason])}
        problems={[
          ...(decision === undefined ? [{ field: `${id}decision`, text: say('work.decisionNeeded') }] : []),
          ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
        ]}
        blocked={allowed.length > 0 ? undefined : say('work.isClosed')}
        isDirty={decision !== undefined || reason !== ''}
        sendLabel={say('work.referralSend')}
        savedText={say('work.referralSaved')}
        onSaved={() => {
          setDecision(undefined);
          setReason('');
        }}
        send={(request) => {
          if (decision === undefined) throw new Error('sent before it was complete');
          return withWords(context, 'handlers', reason, (sealed) =>
            call('case.decideReferral', { ...changing(view, request), decision, words: sealed }),
          );
        }}
      >
        <p>{say('work.referralIntro')}</p>
        {allowed.length === 1 && <p>{say('work.referralAfterClosing')}</p>}
        <ChoiceField
          id={`${id}decision`}
          label={say('work.decision')}
          value={decision ?? ''}
          onValue={(value) => setDecision(allowed.find((one) => one === value))}
          need="required"
          options={allowed.map((value) => ({ value, text: referralText(say, value) }))}
        />
        <ReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      </CaseForm>
    </Panel>
  );
}
