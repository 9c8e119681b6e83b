import { makeStyles, tokens } from '@fluentui/react-components';
import { detrimentQuestion } from '../../words/closing-messages.ts';
import { formatDay } from '../../words/date-format.ts';
import { translateWord } from '../../words/translate-word.ts';
import { ReasonField } from '../ui/note-fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { useSendMessage } from './use-send-message.ts';

const useStyles = makeStyles({
  question: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

export function DetrimentPanel({ isOpenFirst }: { readonly isOpenFirst: boolean }) {
  const { translate: say, call, language, me } = useTab();
  const styles = useStyles();
  const { view } = useCaseContext();
  const check = view.record.detrimentCheck;
  const { whyNot: blockedText, sendMessage } = useSendMessage();
  const askForm = useCaseForm({}, check?.months);
  const skipForm = useCaseForm({ reason: '' }, check?.months);
  const { reason } = skipForm.draft;
  if (check === undefined) return null;

  const { months, dueOn } = check;
  const day = formatDay(language, dueOn);
  const isDue = dueOn <= me.today;
  const question = translateWord(view.record.language, detrimentQuestion);
  return (
    <Panel
      heading={say('talk.detrimentHeading')}
      summary={say('talk.detrimentDue', { months, day })}
      isInitiallyOpen={isOpenFirst}
    >
      <p>{say('talk.detrimentIntro')}</p>
      <blockquote className={styles.question} lang={view.record.language}>
        {question}
      </blockquote>
      <CaseForm
        {...askForm.form}
        problems={[]}
        blocked={isDue ? blockedText : say('talk.detrimentNotYet', { day })}
        sendLabel={say('talk.detrimentSend')}
        savedText={say('talk.detrimentSent')}
        send={(request) =>
          sendMessage(question, (written) =>
            call('case.askDetriment', { ...askForm.names(request).withRevision, months, ...written }),
          )
        }
      />
      <CaseForm
        {...skipForm.form}
        problems={skipForm.noteProblems('reason', say('work.reasonNeeded'))}
        sendLabel={say('talk.detrimentLeave')}
        savedText={say('talk.detrimentLeft')}
        send={skipForm.worded('handlers', reason, ({ withRevision, words }) =>
          call('case.leaveDetriment', { ...withRevision, months, words }),
        )}
      >
        <p>{say('talk.detrimentLeaveIntro')}</p>
        <ReasonField {...skipForm.field('reason')} />
      </CaseForm>
    </Panel>
  );
}
