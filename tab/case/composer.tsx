import { useId, useRef, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField, WordsField } from '../parts/fields.tsx';
import { adding } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { ReplyChoice } from './reply-choice.tsx';
import { useWriting } from './use-writing.ts';

/** Writes to whoever reported. What was typed stays where writing is stopped or the report is closed meanwhile. */
export function Composer() {
  const { say, call } = useTab();
  const { view, opened } = useCaseContext();
  const { language } = view.record;
  const id = useId();
  const [text, setText] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const { whyNot, write } = useWriting();
  // The reasons stand above already; beside words that were typed they are said again.
  if (whyNot !== undefined && text === '' && (opened === undefined || view.messages !== 'allowed')) return null;

  return (
    <CaseForm
      intent={text}
      problems={[
        ...wordsProblem(say, `${id}text`, text, say('talk.textNeeded')),
        ...(isConfirmed ? [] : [{ field: `${id}confirm`, text: say('talk.confirmNeeded') }]),
      ]}
      blocked={whyNot}
      isDirty={text !== ''}
      sendLabel={say('talk.send')}
      savedText={say('talk.sent')}
      onSaved={() => {
        setText('');
        setConfirmed(false);
      }}
      send={(request) =>
        write(text.trim(), (written) =>
          call('case.messageReporter', { ...adding(view, request), ...written, confirmed: true }),
        )
      }
    >
      <p>{say('talk.reminder')}</p>
      <p>{say('talk.anonymous')}</p>
      <ReplyChoice
        id={`${id}reply`}
        language={language}
        text={text}
        onReply={(reply) => {
          setText(reply);
          // What was confirmed was confirmed of other words.
          setConfirmed(false);
        }}
        onAnswered={() => area.current?.focus()}
      />
      <WordsField
        id={`${id}text`}
        ref={area}
        label={say('talk.text')}
        hint={say(language === 'cy' ? 'talk.answerInWelsh' : 'talk.answerInEnglish')}
        value={text}
        onValue={setText}
        need="required"
      />
      <CheckField id={`${id}confirm`} label={say('talk.confirm')} isChecked={isConfirmed} onChecked={setConfirmed} />
    </CaseForm>
  );
}
