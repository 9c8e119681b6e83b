import { useRef } from 'react';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { createPart, loadPart } from '../parts/load-part.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { type Tab, useTab } from '../parts/tab-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { CheckField, WordsField } from '../parts/fields.tsx';
import { ReplyChoice } from './reply-choice.tsx';
import { useWriting } from './use-writing.ts';

const contactRules = createPart(
  async () => (await loadPart('case/contact-rules.tsx', () => import('./contact-rules.tsx'))).default,
);

/** Typed words stay even if writing is stopped or the report is closed meanwhile. */
export function Composer() {
  const { say, call } = useTab();
  const { view, opened } = useCaseContext();
  const { draft, set, id, field, tick, wordsProblem, form, names } = useCaseForm({
    text: '',
    isConfirmed: false,
    isContactConfirmed: false,
  });
  const { text, isConfirmed, isContactConfirmed } = draft;
  const { language } = view.record;
  const isHub = view.record.route === 'hub';
  const area = useRef<HTMLTextAreaElement>(null);
  const { whyNot, write } = useWriting();
  // The reasons are shown above; they are repeated only beside words that were typed.
  if (whyNot !== undefined && text === '' && (opened === undefined || view.messages !== 'allowed')) return null;

  return (
    <CaseForm
      {...form}
      intent={text}
      problems={[
        ...wordsProblem('text', say('talk.textNeeded')),
        ...(isHub && !isContactConfirmed
          ? [{ field: `${id}isContactConfirmed`, text: say('talk.contactNeeded') }]
          : []),
        ...(isConfirmed ? [] : [{ field: `${id}isConfirmed`, text: say('talk.confirmNeeded') }]),
      ]}
      blocked={whyNot}
      isDirty={text !== ''}
      sendLabel={say('talk.send')}
      savedText={say('talk.sent')}
      send={(request) =>
        write(text.trim(), (written) =>
          call('case.messageReporter', {
            ...names(request).adding,
            ...written,
            confirmed: true,
            ...(isHub && { confirmedContact: true }),
          }),
        )
      }
    >
      {isHub && opened !== undefined && (
        <LazyPart part={contactRules} props={{ opened }} waiting={say('case.loading')} />
      )}
      <p>{say(isHub ? 'talk.hubReminder' : 'talk.reminder')}</p>
      <p>{say(isHub ? 'talk.hubReader' : 'talk.anonymous')}</p>
      <ReplyChoice
        id={`${id}reply`}
        language={language}
        text={text}
        onReply={(reply) =>
          // A confirmation holds for the words that were confirmed.
          set({ text: reply, isConfirmed: false, isContactConfirmed: false })
        }
        onAnswered={() => area.current?.focus()}
      />
      <WordsField
        {...field('text')}
        ref={area}
        label={say('talk.text')}
        hint={hintOf(say, language, isHub ? opened : undefined)}
        need="required"
      />
      {isHub && <CheckField {...tick('isContactConfirmed')} label={say('talk.contactConfirm')} />}
      <CheckField {...tick('isConfirmed')} label={say('talk.confirm')} />
    </CaseForm>
  );
}

function hintOf(say: Tab['say'], language: Language, opened: OpenedCase | undefined): string {
  const isWelsh = language === 'cy';
  const { contactLanguage } = opened?.report.report.answers ?? {};
  if (contactLanguage === 'cy' && !isWelsh) return say('talk.personInWelsh');
  if (contactLanguage === 'en' && isWelsh) return say('talk.personInEnglish');
  return say(isWelsh ? 'talk.answerInWelsh' : 'talk.answerInEnglish');
}
