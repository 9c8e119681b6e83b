import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { NoteField, ReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';

const nobody = 'nobody';

export function AssignPanel() {
  const tab = useTab();
  const { translate, call, me } = tab;
  const { view } = useCaseContext();
  const { assignee } = view.record;
  const assignForm = useCaseForm({ to: '', note: '' });
  const { to, note } = assignForm.draft;
  const isMine = assignee === me.objectId;
  const isWithColleague = !isMine && view.assignable.some(({ objectId }) => objectId === assignee);
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId && objectId !== assignee);
  const options = [
    ...others.map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, view.assignable) })),
    ...(assignee === undefined ? [] : [{ value: nobody, text: translate('work.assignNobody') }]),
  ];
  const isOption = options.some(({ value }) => value === to);

  return (
    <Panel
      heading={translate('work.assignHeading')}
      summary={
        assignee === undefined ? translate('case.withNobody') : personName(tab, { objectId: assignee }, view.people)
      }
    >
      {!isMine && <p>{translate('nextStep.takeAfter')}</p>}
      <CaseForm
        {...assignForm.form}
        problems={[
          ...(isOption ? [] : [{ field: `${assignForm.id}to`, text: translate('work.assignNeeded') }]),
          ...assignForm.noteProblems('note', isWithColleague ? translate('work.reasonNeeded') : undefined),
        ]}
        isDirty={isOption || note !== ''}
        sendLabel={translate('work.assignSend')}
        savedText={translate('work.assigned')}
        send={assignForm.sendWithOptionalNote(note, ({ withRevision, note: noteFields }) =>
          call('case.assign', { ...withRevision, ...(to !== nobody && { to }), ...noteFields }),
        )}
      >
        <SelectField
          id={`${assignForm.id}to`}
          label={translate('work.assignTo')}
          value={isOption ? to : ''}
          onValue={(value) => assignForm.set({ to: value })}
          need="required"
          options={options}
        />
        {isWithColleague ? (
          <ReasonField {...assignForm.field('note')} rows={2} />
        ) : (
          <NoteField {...assignForm.field('note')} rows={2} />
        )}
      </CaseForm>
    </Panel>
  );
}
