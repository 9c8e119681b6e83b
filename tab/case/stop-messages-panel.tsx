import { useId, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';
import { changing, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Stops the messages to somebody who may be, or may become, a covert source; allows them again with a reason. */
export function StopMessagesPanel() {
  const { say, call } = useTab();
  const context = useCaseContext();
  const { view } = context;
  const isStopped = view.record.possibleChis;
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <Panel heading={say('talk.stopHeading')}>
      <CaseForm
        intent={JSON.stringify([isStopped, reason])}
        problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
        isDirty={reason !== ''}
        sendLabel={say(isStopped ? 'talk.resume' : 'talk.stop')}
        savedText={say(isStopped ? 'talk.stopSaved' : 'talk.resumed')}
        announced={say(isStopped ? 'talk.resumed' : 'talk.stopSaved')}
        onSaved={() => setReason('')}
        send={(request) =>
          withWords(context, 'handlers', reason, (words) =>
            call('case.stopMessages', { ...changing(view, request), stopped: !isStopped, words }),
          )
        }
      >
        <p>{say(isStopped ? 'talk.resumeIntro' : 'talk.stopIntro')}</p>
        <ReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      </CaseForm>
    </Panel>
  );
}
