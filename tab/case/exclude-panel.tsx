import { useEffect, useId, useState } from 'react';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField, SelectField } from '../parts/fields.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { ReadmitForm } from './readmit-form.tsx';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Shuts a colleague out of a case that concerns them, and lets in again whom another shut out. */
export function ExcludePanel() {
  const tab = useTab();
  const { say } = tab;
  const { view, proposed } = useCaseContext();
  const { excluded } = view.record;

  return (
    <Panel heading={say('work.excludeHeading')} {...(proposed?.kind === 'exclude' && { asked: proposed.count })}>
      <p>{say('work.excludeIntro')}</p>
      <p>{say('work.excludeTold')}</p>
      {excluded.length > 0 && (
        <p>
          {say('work.excludeAlready')}:{' '}
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
  const { say, call, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const id = useId();
  const [person, setPerson] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const [reason, setReason] = useState('');
  const options = view.assignable
    .filter(({ objectId }) => objectId !== me.objectId)
    .map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, view.assignable) }));
  const isOption = options.some(({ value }) => value === person);
  const proposed = context.proposed?.kind === 'exclude' ? context.proposed : undefined;
  const [followed, setFollowed] = useState(proposed?.count);
  if (proposed?.count !== followed) {
    setFollowed(proposed?.count);
    if (proposed !== undefined) {
      setPerson(proposed.person);
      // What was confirmed was confirmed of somebody else.
      setConfirmed(false);
    }
  }
  useEffect(() => {
    if (followed !== undefined) document.getElementById(`${id}person`)?.focus();
  }, [followed, id]);

  return (
    <CaseForm
      intent={JSON.stringify([person, reason])}
      problems={[
        ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
        ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
        ...(isConfirmed ? [] : [{ field: `${id}confirm`, text: say('work.excludeConfirmNeeded') }]),
      ]}
      isDirty={isOption || reason !== ''}
      sendLabel={say('work.excludeSend')}
      savedText={say('work.excludeSaved')}
      onSaved={() => {
        setPerson('');
        setConfirmed(false);
        setReason('');
      }}
      send={(request) =>
        withWords(context, 'oversight', reason, (words) =>
          call('case.excludePerson', { ...adding(view, request), person, words }),
        )
      }
    >
      <SelectField
        id={`${id}person`}
        label={say('work.excludePerson')}
        value={isOption ? person : ''}
        onValue={setPerson}
        need="required"
        options={options}
      />
      <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      <CheckField
        id={`${id}confirm`}
        label={say('work.excludeConfirm')}
        isChecked={isConfirmed}
        onChecked={setConfirmed}
      />
    </CaseForm>
  );
}
