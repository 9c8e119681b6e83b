import { useEffect, useState } from 'react';
import { CheckboxField, SelectField } from '../ui/form-fields.tsx';
import { ReserveReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

export function ExclusionPanel() {
  const tab = useTab();
  const { translate } = tab;
  const { view, proposal } = useCaseContext();
  const { excluded } = view.record;

  return (
    <Panel
      heading={translate('work.excludeHeading')}
      {...(proposal?.kind === 'exclude' && { openRequest: proposal.count })}
    >
      <p>{translate('work.excludeIntro')}</p>
      <p>{translate('work.excludeTold')}</p>
      {excluded.length > 0 && (
        <p>
          {translate('work.excludeAlready')}:{' '}
          {excluded.map((objectId) => personName(tab, { objectId }, view.people)).join(', ')}
        </p>
      )}
      <ExcludeForm />
      <ReadmitForm />
    </Panel>
  );
}

function ExcludeForm() {
  const tab = useTab();
  const { translate, call, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const { draft, set, id, field, checkbox, noteProblems, form, worded } = useCaseForm({
    person: '',
    isConfirmed: false,
    reason: '',
  });
  const { person, isConfirmed, reason } = draft;
  const options = view.assignable
    .filter(({ objectId }) => objectId !== me.objectId)
    .map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, view.assignable) }));
  const isOption = options.some(({ value }) => value === person);
  const proposed = context.proposal?.kind === 'exclude' ? context.proposal : undefined;
  const [followed, setFollowed] = useState(proposed?.count);
  if (proposed?.count !== followed) {
    setFollowed(proposed?.count);
    if (proposed !== undefined) set({ person: proposed.person, isConfirmed: false });
  }
  useEffect(() => {
    if (followed !== undefined) document.getElementById(`${id}person`)?.focus();
  }, [followed, id]);

  return (
    <CaseForm
      {...form}
      problems={[
        ...(isOption ? [] : [{ field: `${id}person`, text: translate('work.excludeNeeded') }]),
        ...noteProblems('reason', translate('work.reasonNeeded')),
        ...(isConfirmed ? [] : [{ field: `${id}isConfirmed`, text: translate('work.excludeConfirmNeeded') }]),
      ]}
      isDirty={isOption || reason !== ''}
      sendLabel={translate('work.excludeSend')}
      savedText={translate('work.excludeSaved')}
      send={worded('oversight', reason, ({ withoutRevision, words }) =>
        call('case.excludePerson', { ...withoutRevision, person, words }),
      )}
    >
      <SelectField
        id={`${id}person`}
        label={translate('work.excludePerson')}
        value={isOption ? person : ''}
        onValue={(value) => set({ person: value })}
        need="required"
        options={options}
      />
      <ReserveReasonField {...field('reason')} />
      <CheckboxField {...checkbox('isConfirmed')} label={translate('work.excludeConfirm')} />
    </CaseForm>
  );
}

function ReadmitForm() {
  const tab = useTab();
  const { translate, call } = tab;
  const { view } = useCaseContext();
  const { draft, set, id, field, noteProblems, form, worded } = useCaseForm({ person: '', reason: '' });
  const { person, reason } = draft;
  const options = view.readmittable.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
  // Typed words stay if a colleague was first.
  if (options.length === 0 && reason === '') return null;

  return (
    <>
      <h4>{translate('work.readmitHeading')}</h4>
      <p>{translate('work.readmitIntro')}</p>
      <CaseForm
        {...form}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: translate('work.excludeNeeded') }]),
          ...noteProblems('reason', translate('work.reasonNeeded')),
        ]}
        isDirty={isOption || reason !== ''}
        sendLabel={translate('work.readmitSend')}
        savedText={translate('work.readmitSaved')}
        send={worded('oversight', reason, ({ withoutRevision, words }) =>
          call('case.readmitPerson', { ...withoutRevision, person, words }),
        )}
      >
        <SelectField
          id={`${id}person`}
          label={translate('work.readmitPerson')}
          value={isOption ? person : ''}
          onValue={(value) => set({ person: value })}
          need="required"
          options={options}
        />
        <ReserveReasonField {...field('reason')} />
      </CaseForm>
    </>
  );
}
