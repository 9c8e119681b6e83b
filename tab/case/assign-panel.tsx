import { useId, useState } from 'react';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, plainly, withNote } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

const nobody = 'nobody';

/** Claims a case, hands it over, or gives it to nobody. */
export function AssignPanel() {
  const tab = useTab();
  const { say, call, me } = tab;
  const context = useCaseContext();
  const { view } = context;
  const { assignee } = view.record;
  const id = useId();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const isMine = assignee === me.objectId;
  const others = view.assignable.filter(({ objectId }) => objectId !== me.objectId && objectId !== assignee);
  const options = [
    ...others.map(({ objectId }) => ({ value: objectId, text: personName(tab, { objectId }, view.assignable) })),
    ...(assignee === undefined ? [] : [{ value: nobody, text: say('work.assignNobody') }]),
  ];
  const isOption = options.some(({ value }) => value === to);

  return (
    <Panel
      heading={say('work.assignHeading')}
      summary={assignee === undefined ? say('case.withNobody') : personName(tab, { objectId: assignee }, view.people)}
    >
      {!isMine && (
        <CaseForm
          intent="claim"
          problems={[]}
          isPrimary={assignee === undefined}
          sendLabel={say('work.claim')}
          savedText={say('work.claimed')}
          send={(request) => plainly(call('case.assign', { ...changing(view, request), to: me.objectId }))}
        />
      )}
      <CaseForm
        intent={JSON.stringify([to, note])}
        problems={[
          ...(isOption ? [] : [{ field: `${id}to`, text: say('work.assignNeeded') }]),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        isDirty={isOption || note !== ''}
        sendLabel={say('work.assignSend')}
        savedText={say('work.assigned')}
        onSaved={() => {
          setTo('');
          setNote('');
        }}
        send={(request) =>
          withNote(context, note, (words) =>
            call('case.assign', { ...changing(view, request), ...(to !== nobody && { to }), ...words }),
          )
        }
      >
        <SelectField
          id={`${id}to`}
          label={say('work.assignTo')}
          value={isOption ? to : ''}
          onValue={setTo}
          need="required"
          options={options}
        />
        <NoteField id={`${id}note`} value={note} onValue={setNote} rows={2} />
      </CaseForm>
    </Panel>
  );
}
