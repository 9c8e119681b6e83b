import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { ReasonField } from '../parts/note-field.tsx';
import { Panel } from '../parts/panel.tsx';

/** For a reporter who may be, or become, a covert source. */
export function StopMessagesPanel() {
  const { say, call } = useTab();
  const { possibleChis: isStopped } = useCaseContext().view.record;
  const { draft, field, wordsProblem, form, worded } = useCaseForm({ reason: '' }, isStopped);
  const { reason } = draft;
  return (
    <Panel heading={say('talk.stopHeading')}>
      <CaseForm
        {...form}
        problems={wordsProblem('reason', say('work.reasonNeeded'))}
        sendLabel={say(isStopped ? 'talk.resume' : 'talk.stop')}
        savedText={say(isStopped ? 'talk.stopSaved' : 'talk.resumed')}
        announced={say(isStopped ? 'talk.resumed' : 'talk.stopSaved')}
        send={worded('handlers', reason, ({ changing, words }) =>
          call('case.stopMessages', { ...changing, stopped: !isStopped, words }),
        )}
      >
        <p>{say(isStopped ? 'talk.resumeIntro' : 'talk.stopIntro')}</p>
        <ReasonField {...field('reason')} />
      </CaseForm>
    </Panel>
  );
}
