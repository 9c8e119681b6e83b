import { useId, useState } from 'react';
import { mayMove } from '../../concerns/casework/case-states.ts';
import { type ClosingAnswer, closingAnswers, type Outcome, outcomes } from '../../concerns/terms/outcomes.ts';
import { closingAnswerText, outcomeText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ChoiceField, SelectField } from '../parts/fields.tsx';
import { NoteField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withNote } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Closes a case with its outcome, and the answer that whoever reported reads. */
export function ClosePanel() {
  const { say, call, language } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const { status } = view.record;
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>();
  const [answer, setAnswer] = useState<ClosingAnswer>();
  const [note, setNote] = useState('');
  const blocked = {
    received: say('work.firstAcknowledge'),
    acknowledged: say('work.firstTriage'),
    closed: say('work.isClosed'),
  };

  return (
    <Panel heading={say('work.closeHeading')}>
      <CaseForm
        intent={JSON.stringify([outcome, answer, note])}
        problems={[
          ...(outcome === undefined ? [{ field: `${id}outcome`, text: say('work.outcomeNeeded') }] : []),
          ...(answer === undefined ? [{ field: `${id}answer`, text: say('work.answerNeeded') }] : []),
          ...wordsProblem(say, `${id}note`, note),
        ]}
        blocked={
          mayMove(status, 'closed') ? undefined : (Object.entries(blocked).find(([key]) => key === status)?.[1] ?? '')
        }
        isDirty={outcome !== undefined || answer !== undefined || note !== ''}
        sendLabel={say('work.closeSend')}
        savedText={say('work.closeSaved')}
        onSaved={() => {
          setOutcome(undefined);
          setAnswer(undefined);
          setNote('');
        }}
        send={(request) => {
          if (outcome === undefined || answer === undefined) throw new Error('sent before it was complete');
          return withNote(context, note, (words) =>
            call('case.close', { ...changing(view, request), outcome, answer, ...words }),
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
        <ChoiceField
          id={`${id}answer`}
          label={say('work.answer')}
          hint={say('work.answerHint')}
          value={answer ?? ''}
          onValue={(value) => setAnswer(closingAnswers.find((one) => one === value))}
          need="required"
          options={closingAnswers.map((value) => ({ value, text: closingAnswerText(language, value) }))}
        />
        {view.messages === 'allowed' && <p>{say('work.answerOwnWords')}</p>}
        <NoteField id={`${id}note`} value={note} onValue={setNote} />
      </CaseForm>
    </Panel>
  );
}
