import { useState } from 'react';
import { currentIdentityAgreements, currentIdentityRequest } from '../../core/model/identity-request.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { formatDay } from '../../words/date-format.ts';
import { eventText } from '../ui/event-text.ts';
import { CheckboxField, TextAreaField } from '../ui/form-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const outcomeKinds: readonly string[] = [
  'identityAgreed',
  'identityRefused',
  'identityWithdrawn',
  'identityOpened',
  'identityShared',
];
const notedKinds: readonly string[] = ['identityAgreed', 'identityRefused', 'identityOpened'];

export function IdentityRequestPanel() {
  const tab = useTab();
  const { translate, language, me } = tab;
  const { view } = useCaseContext();
  if (view.record.identity !== 'custodians') return null;
  const request = currentIdentityRequest(view.record);
  const today = parseDay(me.today);
  const agreed = request && today ? currentIdentityAgreements(request, today) : [];
  const latest = view.events.findLast(({ kind }) => outcomeKinds.includes(kind));
  return (
    <Panel heading={translate('request.heading')} {...(request && { summary: translate('request.waits') })}>
      <p>{translate('request.intro')}</p>
      {request && (
        <p>
          {translate('request.stands', {
            name: personName(tab, { objectId: request.by }, view.people),
            day: formatDay(language, request.on),
          })}
        </p>
      )}
      {agreed.length > 0 && (
        <p>
          {translate('request.agreedBy', {
            names: agreed.map((objectId) => personName(tab, { objectId }, view.people)).join(', '),
          })}
        </p>
      )}
      {latest && (
        <p>
          {translate('request.latest')} {eventText(tab, latest, view.people)}{' '}
          {notedKinds.includes(latest.kind) && translate('request.inHistory')}
        </p>
      )}
      <CaseIdentityRequestForm isAsked={request !== undefined} />
      {request?.by === me.objectId && <WithdrawForm />}
    </Panel>
  );
}

function CaseIdentityRequestForm({ isAsked: isRequested }: { readonly isAsked: boolean }) {
  const { translate, call } = useTab();
  const { draft, field, checkbox, noteProblems, form, worded } = useCaseForm({ reason: '', isWithheld: false });
  const { reason, isWithheld } = draft;
  const [isSent, setSent] = useState(false);
  // Typed words stay if a colleague asked first; the result shows while the request waits.
  if (isRequested && reason === '' && !isSent) return null;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('reason', translate('work.reasonNeeded'))}
      {...(isRequested && isSent && { blocked: translate('request.askLater') })}
      isDirty={reason !== ''}
      sendLabel={translate('request.send')}
      savedText={translate('request.sent')}
      onSaved={() => {
        form.onSaved();
        setSent(true);
      }}
      send={worded('custodians', reason, ({ withoutRevision, words }) =>
        call('case.askIdentity', { ...withoutRevision, words, ...(isWithheld && { withheld: true }) }),
      )}
    >
      {(!isRequested || reason !== '') && (
        <>
          <TextAreaField
            {...field('reason')}
            label={translate('request.reason')}
            hint={translate('request.reasonHint')}
            need="required"
            rows={3}
          />
          <CheckboxField {...checkbox('isWithheld')} label={translate('request.withhold')} />
        </>
      )}
    </CaseForm>
  );
}

function WithdrawForm() {
  const { translate, call } = useTab();
  const { form, plain } = useCaseForm({});
  return (
    <CaseForm
      {...form}
      problems={[]}
      sendLabel={translate('request.withdraw')}
      savedText={translate('request.withdrawn')}
      send={plain(({ withoutRevision }) => call('case.withdrawIdentity', withoutRevision))}
    />
  );
}
