import { useId, useState } from 'react';
import { movesFrom } from '../../concerns/casework/case-states.ts';
import { statusText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ChoiceField } from '../parts/fields.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, plainly, withNote } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

const targets = ['inProgress', 'awaitingReporter', 'reopened'] as const;
type Target = (typeof targets)[number];

/** Moves a case from one state to the next, and says that there is nothing new to tell the reporter. */
export function StatePanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const { status } = view.record;
  const id = useId();
  const [chosen, setChosen] = useState<Target>();
  const [note, setNote] = useState('');
  const allowed = targets.filter((target) => movesFrom(status).includes(target));
  const to = chosen !== undefined && allowed.includes(chosen) ? chosen : undefined;
  const blocked = status === 'received' ? say('work.firstAcknowledge') : say('work.firstTriage');

  return (
    <Panel heading={say('work.stateHeading')} isOpenFirst={isOpenFirst}>
      <CaseForm
        intent={JSON.stringify([to, note])}
        problems={[
          ...(to === undefined ? [{ field: `${id}to`, text: say('work.moveNeeded') }] : []),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        blocked={allowed.length === 0 ? blocked : undefined}
        isDirty={to !== undefined || note !== ''}
        sendLabel={say('work.moveSend')}
        savedText={say('work.moveSaved')}
        onSaved={() => {
          setChosen(undefined);
          setNote('');
        }}
        send={(request) => {
          if (to === undefined) throw new Error('sent before it was complete');
          return withNote(context, note, (words) => call('case.move', { ...changing(view, request), to, ...words }));
        }}
      >
        <ChoiceField
          id={`${id}to`}
          label={say('work.moveTo')}
          hint={say('work.moveHint')}
          value={to ?? ''}
          onValue={(value) => setChosen(targets.find((target) => target === value))}
          need="required"
          options={allowed.map((value) => ({ value, text: statusText(say, value) }))}
        />
        <NoteField id={`${id}note`} value={note} onValue={setNote} />
      </CaseForm>
      {view.deadlines.some(({ deadline }) => deadline === 'update') && (
        <CaseForm
          intent="update"
          problems={[]}
          sendLabel={say('work.updateSend')}
          savedText={say('work.updateSaved')}
          send={(request) => plainly(call('case.confirmUpdate', changing(view, request)))}
        >
          <p>{say('work.updateText')}</p>
        </CaseForm>
      )}
    </Panel>
  );
}
