import { useId, useState } from 'react';
import { parseDay } from '../../concerns/terms/calendar.ts';
import { newRequestId } from '../parts/request-ids.ts';
import { useTab } from '../parts/tab-context.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CheckField, WordsField } from '../parts/fields.tsx';
import { newSince } from './new-since.ts';
import { nextMessage } from './next-message.ts';
import { sealToReporter } from './seal-to-reporter.ts';
import type { Sent } from '../parts/sending.ts';
import { adding } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';

/** Writes to whoever reported. What was typed stays where writing is stopped or the report is closed meanwhile. */
export function Composer() {
  const { say, call, me } = useTab();
  const keys = useKeys();
  const { view, opened, alarms, wrote } = useCaseContext();
  const { language } = view.record;
  const id = useId();
  const [text, setText] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const number = nextMessage(view.passed);

  function whyNot(): string | undefined {
    if (view.messages === 'notAgreed') return say('talk.notAgreed');
    if (view.messages === 'stopped') return say('talk.stopped');
    if (opened === undefined) return say('talk.openFirst');
    if (alarms.length > 0) return say('talk.alarmed');
    return newSince(view.passed, opened.passed) > 0 ? say('talk.newFirst') : undefined;
  }
  const isBlocked = whyNot() !== undefined;
  // The reasons stand above already; beside words that were typed they are said again.
  if (isBlocked && text === '' && (opened === undefined || view.messages !== 'allowed')) return null;

  const send = async (request: string): Promise<Sent> => {
    const today = parseDay(me.today);
    if (opened === undefined || today === undefined) throw new Error('sent before it was complete');
    const message = text.trim();
    const messageId = newRequestId();
    const sealed = await sealToReporter({ keys, record: view.record }, opened, {
      text: message,
      number,
      id: messageId,
      today,
    });
    if (!sealed.ok) return { kind: 'notSealed', why: sealed.why };
    const body = { ...adding(view, request), id: messageId, number, sealed: sealed.sealed, confirmed: true as const };
    const answer = await call('case.messageReporter', body);
    if (answer.ok) wrote({ number, text: message });
    return { kind: 'answered', answer };
  };
  return (
    <CaseForm
      intent={text}
      problems={[
        ...wordsProblem(say, `${id}text`, text, say('talk.textNeeded')),
        ...(isConfirmed ? [] : [{ field: `${id}confirm`, text: say('talk.confirmNeeded') }]),
      ]}
      blocked={whyNot()}
      isDirty={text !== ''}
      sendLabel={say('talk.send')}
      savedText={say('talk.sent')}
      onSaved={() => {
        setText('');
        setConfirmed(false);
      }}
      send={send}
    >
      <p>{say('talk.reminder')}</p>
      <p>{say('talk.anonymous')}</p>
      <WordsField
        id={`${id}text`}
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
