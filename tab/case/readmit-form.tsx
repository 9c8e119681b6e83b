import { useId, useState } from 'react';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Lets somebody in again whom another colleague shut out. */
export function ReadmitForm() {
  const tab = useTab();
  const { say, call } = tab;
  const context = useCaseContext();
  const { view } = context;
  const id = useId();
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const options = view.readmittable.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
  // What was typed stays where a colleague was first.
  if (options.length === 0 && reason === '') return null;

  return (
    <>
      <h4>{say('work.readmitHeading')}</h4>
      <p>{say('work.readmitIntro')}</p>
      <CaseForm
        intent={JSON.stringify([person, reason])}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
          ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
        ]}
        isDirty={isOption || reason !== ''}
        sendLabel={say('work.readmitSend')}
        savedText={say('work.readmitSaved')}
        onSaved={() => {
          setPerson('');
          setReason('');
        }}
        send={(request) =>
          withWords(context, 'oversight', reason, (words) =>
            call('case.readmitPerson', { ...adding(view, request), person, words }),
          )
        }
      >
        <SelectField
          id={`${id}person`}
          label={say('work.readmitPerson')}
          value={isOption ? person : ''}
          onValue={setPerson}
          need="required"
          options={options}
        />
        <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      </CaseForm>
    </>
  );
}
