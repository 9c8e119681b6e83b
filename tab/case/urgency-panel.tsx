import { useState } from 'react';
import { isAwaitingHandler } from '../../core/model/case-record.ts';
import type { PersonId } from '../../core/model/roles.ts';
import { isUrgencyReported, mayLowerAlone } from '../../core/model/urgency.ts';
import { formatDay } from '../../words/date-format.ts';
import { urgencyText } from '../ui/labels.ts';
import { ReasonField, ReserveReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { type AgreementReader, AgreementReaderField, mayAskReserve } from './agreement-reader-field.tsx';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { TextToAgree } from './text-to-agree.tsx';

const useReasonForm = () => useCaseForm({ reason: '' });

interface Props {
  readonly reasonForm: ReturnType<typeof useReasonForm>;
}

/** Anyone raises alone; lowering takes a second person, except of one's own raising. */
export default function UrgencyPanel() {
  const { translate } = useTab();
  const { urgency } = useCaseContext().view.record;
  // Here, so that words stay if somebody else raises or lowers the case meanwhile.
  const raising = useReasonForm();
  const lowering = useReasonForm();
  const isUrgent = urgency === 'urgent';
  return (
    <Panel heading={translate('urgency.heading')} summary={urgencyText(translate, urgency)}>
      {(!isUrgent || raising.form.isDirty) && <RaiseForm reasonForm={raising} />}
      {(isUrgent || lowering.form.isDirty) && <LowerForm reasonForm={lowering} />}
    </Panel>
  );
}

function RaiseForm({ reasonForm: { draft, field, noteProblems, form, worded } }: Props) {
  const { translate, call } = useTab();
  const { urgency, status } = useCaseContext().view.record;
  const blocked = urgency === 'urgent' ? 'urgency.changed' : status === 'closed' ? 'work.isClosed' : undefined;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('reason', translate('work.reasonNeeded'))}
      blocked={blocked && translate(blocked)}
      sendLabel={translate('urgency.raiseSend')}
      savedText={translate('urgency.raiseSaved')}
      send={worded('handlers', draft.reason, ({ withoutRevision, words }) =>
        call('case.raiseUrgency', { ...withoutRevision, words }),
      )}
    >
      <p>{translate('urgency.raiseIntro')}</p>
      <ReasonField {...field('reason')} />
    </CaseForm>
  );
}

function LowerForm({ reasonForm: { draft, id, field, noteProblems, form, worded } }: Props) {
  const tab = useTab();
  const { translate, call, language, me } = tab;
  const { view } = useCaseContext();
  const { record, people } = view;
  const { urgency, urgencyRaised, lowering, status } = record;
  const [asked, setAsked] = useState<AgreementReader>('handlers');
  const isOwn = mayLowerAlone(record, me.objectId);
  const isSecond = lowering !== undefined && lowering.by !== me.objectId;
  const mayLower = isOwn || isSecond;
  const reader = !mayLower && mayAskReserve(view) ? asked : 'handlers';
  const nameOf = (objectId: PersonId) => personName(tab, { objectId }, people);
  const open = isAwaitingHandler(record) ? 'urgency.first' : undefined;
  const whileUrgent = status === 'closed' ? 'work.isClosed' : open;
  const blocked = urgency === 'urgent' ? whileUrgent : 'urgency.changed';
  return (
    <CaseForm
      {...form}
      intent={JSON.stringify([draft, reader, mayLower])}
      problems={noteProblems('reason', translate('work.reasonNeeded'))}
      blocked={blocked && translate(blocked)}
      sendLabel={translate(mayLower ? 'urgency.lowerSend' : 'urgency.askSend')}
      savedText={translate(mayLower ? 'urgency.lowerSaved' : 'urgency.askSaved')}
      send={
        mayLower
          ? worded('handlers', draft.reason, ({ withRevision, words }) =>
              call('case.lowerUrgency', { ...withRevision, words }),
            )
          : worded(reader, draft.reason, ({ withRevision, words }) =>
              call('case.askLowering', { ...withRevision, words }),
            )
      }
    >
      {urgencyRaised && (
        <p>
          {translate('urgency.raisedBy', {
            who: nameOf(urgencyRaised.by),
            day: formatDay(language, urgencyRaised.on),
          })}
        </p>
      )}
      {!isOwn && <p>{translate(isUrgencyReported(record) ? 'urgency.reported' : 'urgency.raisedByOther')}</p>}
      {lowering && (
        <p>
          {translate(isSecond ? 'urgency.asked' : 'urgency.askedSelf', {
            who: nameOf(lowering.by),
            day: formatDay(language, lowering.on),
          })}
        </p>
      )}
      {isSecond && <TextToAgree isAsking={({ kind }) => kind === 'loweringAsked'} />}
      {!mayLower && <AgreementReaderField id={`${id}asked`} value={asked} onValue={setAsked} />}
      {reader === 'oversight' ? <ReserveReasonField {...field('reason')} /> : <ReasonField {...field('reason')} />}
    </CaseForm>
  );
}
