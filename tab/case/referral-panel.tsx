import { allowedReferralDecisions } from '../../core/casework/status-transitions.ts';
import type { ReferralDecision } from '../../core/model/case-terms.ts';
import { formatDay } from '../../words/date-format.ts';
import { referralText } from '../ui/case-labels.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { RadioField } from '../ui/form-fields.tsx';
import { ReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

export function ReferralPanel() {
  const { translate, call, language } = useTab();
  const { view } = useCaseContext();
  const holdsKey = useKeys().unlocked.some(({ group }) => group === view.record.handledBy);
  const { referral } = view.record;
  const { draft, set, id, field, noteProblems, form, worded } = useCaseForm<{
    decision: ReferralDecision | undefined;
    reason: string;
  }>({
    decision: undefined,
    reason: '',
  });
  const { decision, reason } = draft;
  const day = referral?.dueOn ?? referral?.on;
  const allowed = allowedReferralDecisions(view.record);
  const words = referral?.dueOn === undefined ? 'work.referralStands' : 'work.referralDue';

  return (
    <Panel
      heading={translate('work.referralHeading')}
      {...(referral &&
        day && {
          summary: translate(words, {
            decision: referralText(translate, referral.decision),
            day: formatDay(language, day),
          }),
        })}
    >
      <CaseForm
        {...form}
        problems={[
          ...(decision === undefined ? [{ field: `${id}decision`, text: translate('work.decisionNeeded') }] : []),
          ...noteProblems('reason', translate('work.reasonNeeded')),
        ]}
        blocked={allowed.length > 0 ? undefined : translate('work.isClosed')}
        sendLabel={translate('work.referralSend')}
        savedText={translate('work.referralSaved')}
        send={
          decision &&
          worded('handlers', reason, ({ withRevision, words: sealed }) =>
            call('case.decideReferral', { ...withRevision, decision, words: sealed }),
          )
        }
      >
        <p>{translate('work.referralIntro')}</p>
        {!holdsKey && <p>{translate('closing.keyNeeded')}</p>}
        {allowed.length === 1 && <p>{translate('work.referralAfterClosing')}</p>}
        <RadioField
          id={`${id}decision`}
          label={translate('work.decision')}
          value={decision ?? ''}
          onValue={(value) => set({ decision: allowed.find((one) => one === value) })}
          need="required"
          options={allowed.map((value) => ({ value, text: referralText(translate, value) }))}
        />
        <ReasonField {...field('reason')} />
      </CaseForm>
    </Panel>
  );
}
