import { useId, useState } from 'react';
import { isSamePerson } from '../../concerns/casework/person-id.ts';
import { personName } from '../app/person-name.ts';
import { useTab } from '../app/tab-context.ts';
import { useDesk } from './case-desk.ts';
import { ChangeForm } from './change-form.tsx';
import { CheckField, SelectField } from './fields.tsx';
import { NoteField } from './note-field.tsx';
import { Panel } from './panel.tsx';
import { adding, withNote } from './with-words.ts';
import { wordsProblem } from './words-problem.ts';

/** Shuts a colleague out of a case that concerns them. */
export function ExcludePanel() {
  const tab = useTab();
  const { say, call, me } = tab;
  const desk = useDesk();
  const { view } = desk;
  const { excluded } = view.record;
  const id = useId();
  const [person, setPerson] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const [note, setNote] = useState('');
  const options = view.assignable
    .filter(({ objectId }) => !isSamePerson(objectId, me.objectId))
    .map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, view.assignable) }));
  const isOption = options.some(({ value }) => value === person);

  return (
    <Panel heading={say('work.excludeHeading')}>
      <ChangeForm
        intent={JSON.stringify([person, note])}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
          ...(isConfirmed ? [] : [{ field: `${id}confirm`, text: say('work.excludeConfirmNeeded') }]),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        isDirty={isOption || note !== ''}
        sendLabel={say('work.excludeSend')}
        savedText={say('work.excludeSaved')}
        onSaved={() => {
          setPerson('');
          setConfirmed(false);
          setNote('');
        }}
        send={(request) =>
          withNote(desk, note, (words) => call('case.exclude', { ...adding(view, request), person, ...words }))
        }
      >
        <p>{say('work.excludeIntro')}</p>
        {excluded.length > 0 && (
          <p>
            {say('work.excludeAlready')}:{' '}
            {excluded.map((objectId) => personName(tab, { objectId }, view.people)).join(', ')}
          </p>
        )}
        <SelectField
          id={`${id}person`}
          label={say('work.excludePerson')}
          value={isOption ? person : ''}
          onValue={setPerson}
          need="required"
          options={options}
        />
        <NoteField id={`${id}note`} value={note} onValue={setNote} rows={2} />
        <CheckField
          id={`${id}confirm`}
          label={say('work.excludeConfirm')}
          isChecked={isConfirmed}
          onChecked={setConfirmed}
        />
      </ChangeForm>
    </Panel>
  );
}
