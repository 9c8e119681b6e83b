import { useId, useState } from 'react';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { NoteField, ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withNote } from '../parts/with-words.ts';
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
  const [reason, setReason] = useState('');
  const isMine = assignee === me.objectId;
  const isWithColleague = !isMine && view.assignable.some(({ objectId }) => objectId === assignee);
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
          intent={JSON.stringify(['claim', reason])}
          problems={isWithColleague ? wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')) : []}
          isDirty={reason !== ''}
          isPrimary={assignee === undefined}
          sendLabel={say('work.claim')}
          savedText={say('work.claimed')}
          onSaved={() => setReason('')}
          send={(request) =>
            withNote(context, reason, (words) =>
              call('case.assign', { ...changing(view, request), to: me.objectId, ...words }),
            )
          }
        >
          {isWithColleague && (
            <>
              <p>{say('work.claimTold')}</p>
              <ReasonField id={`${id}reason`} value={reason} onValue={setReason} rows={2} />
            </>
          )}
        </CaseForm>
      )}
      <CaseForm
        intent={JSON.stringify([to, note])}
        problems={[
          ...(isOption ? [] : [{ field: `${id}to`, text: say('work.assignNeeded') }]),
          ...wordsProblem(say, `${id}note`, note, isWithColleague ? say('work.reasonNeeded') : undefined),
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
        {isWithColleague ? (
          <ReasonField id={`${id}note`} value={note} onValue={setNote} rows={2} />
        ) : (
          <NoteField id={`${id}note`} value={note} onValue={setNote} rows={2} />
        )}
      </CaseForm>
    </Panel>
  );
}
