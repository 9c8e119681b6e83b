import { useId, useState } from 'react';
import { mayMove } from '../../concerns/casework/case-states.ts';
import { type Outcome, outcomes } from '../../concerns/terms/outcomes.ts';
import { outcomeText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withNote } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Closes a case with its outcome. */
export function ClosePanel() {
  const { say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const { status } = view.record;
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>();
  const [note, setNote] = useState('');
  const blocked = {
    received: say('work.firstAcknowledge'),
    acknowledged: say('work.firstTriage'),
    closed: say('work.isClosed'),
  };

  return (
    <Panel heading={say('work.closeHeading')}>
      <CaseForm
        intent={JSON.stringify([outcome, note])}
        problems={[
          ...(outcome === undefined ? [{ field: `${id}outcome`, text: say('work.outcomeNeeded') }] : []),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        blocked={
          mayMove(status, 'closed') ? undefined : (Object.entries(blocked).find(([key]) => key === status)?.[1] ?? '')
        }
        isDirty={outcome !== undefined || note !== ''}
        sendLabel={say('work.closeSend')}
        savedText={say('work.closeSaved')}
        onSaved={() => {
          setOutcome(undefined);
          setNote('');
        }}
        send={(request) => {
          if (outcome === undefined) throw new Error('sent before it was complete');
          return withNote(context, note, (words) =>
            call('case.close', { ...changing(view, request), outcome, ...words }),
          );
        }}
      >
        <p>{say('work.closeIntro')}</p>
        {view.closingIsTold && <p>{say('work.closeTold')}</p>}
        <SelectField
          id={`${id}outcome`}
          label={say('work.outcome')}
          value={outcome ?? ''}
          onValue={(value) => setOutcome(outcomes.find((one) => one === value))}
          need="required"
          options={outcomes.map((value) => ({ value, text: outcomeText(say, value) }))}
        />
        <NoteField id={`${id}note`} value={note} onValue={setNote} />
      </CaseForm>
    </Panel>
  );
}
