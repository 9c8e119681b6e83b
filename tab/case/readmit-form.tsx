import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';

export function ReadmitForm() {
  const tab = useTab();
  const { say, call } = tab;
  const { view } = useCaseContext();
  const { draft, set, id, field, wordsProblem, form, worded } = useCaseForm({ person: '', reason: '' });
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
      <h4>{say('work.readmitHeading')}</h4>
      <p>{say('work.readmitIntro')}</p>
      <CaseForm
        {...form}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
          ...wordsProblem('reason', say('work.reasonNeeded')),
        ]}
        isDirty={isOption || reason !== ''}
        sendLabel={say('work.readmitSend')}
        savedText={say('work.readmitSaved')}
        send={worded('oversight', reason, ({ adding, words }) =>
          call('case.readmitPerson', { ...adding, person, words }),
        )}
      >
        <SelectField
          id={`${id}person`}
          label={say('work.readmitPerson')}
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
