import { useId, useState } from 'react';
import type { Doubt } from '../../concerns/casework/opened-report.ts';
import { ReasonField } from '../parts/note-field.tsx';
import { useTab } from '../parts/tab-context.ts';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { useDoubtText } from './doubt-text.ts';

/** Sets a message aside that could not be shown, with a reason: its sender cannot. The report is then opened again. */
export function SetAsideForm({ doubt }: { readonly doubt: Doubt }) {
  const { say, call, me } = useTab();
  const context = useCaseContext();
  const doubtText = useDoubtText();
  const id = useId();
  const [reason, setReason] = useState('');
  const isOwn = typeof doubt.by === 'object' && doubt.by.objectId === me.objectId;
  if (isOwn) return <p>{`${doubtText(doubt)} ${say('talk.asideByAnother')}`}</p>;
  return (
    <CaseForm
      intent={JSON.stringify([doubt.of, reason])}
      problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
      isDirty={reason !== ''}
      sendLabel={say('talk.aside')}
      savedText={say('talk.asideSaved')}
      onSaved={() => {
        setReason('');
        void context.openReport();
      }}
      send={(request) =>
        withWords(context, 'handlers', reason, (words) =>
          call('case.setAsideMessage', { ...adding(context.view, request), of: doubt.of, words }),
        )
      }
    >
      <p>{`${doubtText(doubt)} ${say('talk.asideIntro')}`}</p>
      <ReasonField id={`${id}reason`} value={reason} onValue={setReason} />
    </CaseForm>
  );
}
