import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { topicPartHeading } from '../../cards/guidance-page.ts';
import { createNamedBlockWordCounter } from '../../cards/guidance-page.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { ContentRefusal } from '../../core/content/change-content.ts';
import type { ContentWords } from '../../core/model/content-entry.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { Day } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { ContentChangeAnswer, ContentCheckAnswer, ContentRow, ContentView } from '../../contract/content.ts';
import { checkTopic, maxTopicWords, countTextWords } from '../../guidance/check-topic.ts';
import { composeTopicSource, toBilingualOwner } from '../../guidance/compose-topic-source.ts';
import { parseTopic } from '../../guidance/parse-topic.ts';
import { topicParts, type Topics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { FieldProblemsProvider, InputField, SelectField, TextAreaField } from '../ui/form-fields.tsx';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemSummary } from '../ui/problem-summary.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { createRequestIds, newRequestId } from '../ui/request-ids.ts';
import { Section } from '../ui/section.tsx';
import { type Result, useTab } from '../ui/tab-context.ts';
import { useQuery } from '../ui/use-query.ts';
import { topicFieldIds, toTopicFieldProblem } from './topic-field-problem.ts';
import { TopicHistory } from './topic-history.tsx';
import { TopicPreview } from './topic-preview.tsx';

const useStyles = makeStyles({
  editor: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  state: { margin: 0 },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
  },
  side: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' },
  count: { margin: 0, color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
});

interface EditorContext {
  readonly topics: Topics;
  readonly contacts: Contacts;
  readonly today: Day;
  readonly checksLinks: boolean;
}

interface EditorProps {
  readonly topic: string;
  readonly context: EditorContext;
  readonly onChanged: () => void;
  readonly onBack: () => void;
}

export function TopicEditor(props: EditorProps) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const [isUnsaved, setUnsaved] = useState(false);
  const [isWarned, setWarned] = useState(false);
  const { topic, onBack } = props;
  const { answer: view, setAnswer: setView, refusal, load } = useQuery('content.read', { topic });
  return (
    <div className={styles.editor}>
      <div>
        <Button onClick={() => (isUnsaved && !isWarned ? setWarned(true) : onBack())}>{say('writing.back')}</Button>
        {isUnsaved && isWarned && <p role="alert">{say('writing.leaveAgain')}</p>}
      </div>
      {refusal && <RefusalNotice refusal={refusal} retry={{ words: say('shell.tryAgain'), run: () => void load() }} />}
      {!view && !refusal && <Spinner label={say('writing.loading')} />}
      {view && <TopicForm {...props} view={view} onView={setView} onUnsaved={setUnsaved} />}
    </div>
  );
}

interface TopicFormProps extends EditorProps {
  readonly view: ContentView;
  readonly onView: (view: ContentView) => void;
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

function TopicForm({ topic, context: editorContext, view, onView, onChanged, onUnsaved }: TopicFormProps) {
  const styles = useStyles();
  const { translate: say, call, me, language, announce } = useTab();
  const currentWords =
    view.saved?.words ??
    (view.live && view.live !== 'unknown' ? view.live.words : undefined) ??
    view.builtIn ??
    emptyContent;
  const [words, setWords] = useState(currentWords);
  const [links, setLinks] = useState<{ readonly of: ContentWords; readonly found: ContentCheckAnswer }>();
  const [rendered, setRendered] = useState<ContentCheckAnswer>();
  const [tries, setTries] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [checkRefusal, setCheckRefusal] = useState<Refusal>();
  const summary = useRef<HTMLDivElement>(null);
  const {
    said: status,
    isBusy,
    run,
  } = useContentChange((changed) => {
    onView(changed);
    onChanged();
  });
  const isDirty = JSON.stringify(words) !== JSON.stringify(currentWords);
  const mayWrite = me.roles.includes('communications');
  useUnsavedGuard(isDirty);
  useEffect(() => onUnsaved(isDirty), [isDirty, onUnsaved]);

  const { read: parsedTopic, problems } = useMemo(() => {
    const result = parseTopic(topic, composeTopicSource(words, view.revision + 1));
    const { topics, contacts, today } = editorContext;
    const context = {
      today,
      topics: new Set(topics.keys()),
      countNamedBlockWords: createNamedBlockWordCounter(contacts),
    };
    return result.kind === 'topic'
      ? { read: result.topic, problems: checkTopic(result.topic, context) }
      : { read: undefined, problems: result.problems };
  }, [topic, words, view.revision, editorContext]);
  const linkCheck = links?.of === words ? links.found : undefined;
  const fieldProblems = [
    ...problems.map((problem) => toTopicFieldProblem(say, problem)),
    ...(linkCheck?.isTooMuch ? [toTopicFieldProblem(say, { code: 'tooLarge', language })] : []),
    ...(linkCheck?.dead ?? []).map((link) => ({
      field: topicFieldIds.text(language),
      text: say('problem.dead', { words: link }),
    })),
  ];

  // A passive effect would take back someone who has already tabbed on.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);

  /** Returns true if neither the links nor the size keep the words from going live. */
  const check = useCallback(async (): Promise<boolean> => {
    const answer = await call('content.check', { topic, words, links: true });
    setCheckRefusal(answer.ok ? undefined : answer.refusal);
    if (answer.ok) setLinks({ of: words, found: answer.value });
    return answer.ok && answer.value.dead.length === 0 && answer.value.isTooMuch !== true;
  }, [call, topic, words]);
  // After a pause in typing, since the server renders each version.
  useEffect(() => {
    if (parsedTopic === undefined) return undefined;
    const timer = setTimeout(() => {
      void call('content.check', { topic, words, links: false }).then(
        (answer) => answer.ok && setRendered(answer.value),
      );
    }, 700);
    return () => clearTimeout(timer);
  }, [call, topic, words, parsedTopic]);
  const checkAndAnnounce = async (): Promise<void> => {
    const isFine = (await check()) && problems.length === 0;
    setTries((before) => before + 1);
    setChecked(isFine);
    if (isFine) announce(say('writing.checked'));
  };

  const save = () =>
    run({
      intent: ['save', words, view.revision],
      send: (request) => call('content.save', { topic, revision: view.revision, request, words }),
      done: say('writing.saved'),
    });
  const sendWithDigest = (name: 'content.submit' | 'content.approve', done: string) => async () => {
    const digest = view.saved?.digest;
    if (digest === undefined) return;
    if (!(await check()) || problems.length > 0) {
      setTries((before) => before + 1);
      return;
    }
    await run({
      intent: [name, digest, view.revision],
      send: (request) => call(name, { topic, revision: view.revision, request, digest }),
      done,
    });
  };
  const sendWithReason = (name: 'content.sendBack' | 'content.withdraw', done: string) => (reason: string) =>
    run({
      intent: [name, reason, view.revision],
      send: (request) => call(name, { topic, revision: view.revision, request, reason }),
      done,
    });
  const canSubmit = mayWrite && !isDirty && ['draft', 'sentBack', 'withdrawn'].includes(view.state);
  return (
    <>
      <p tabIndex={-1} className={styles.state} data-state={view.state}>
        <strong>{say(contentStateWords[view.state])}</strong>
      </p>
      {view.reason !== undefined && <p className={styles.state}>{say('writing.because', { reason: view.reason })}</p>}
      {view.live === 'unknown' && (
        <Notice tone="careful">
          <p>{say('writing.unknownLive')}</p>
        </Notice>
      )}
      {tries > 0 && fieldProblems.length > 0 && <ProblemSummary ref={summary} problems={fieldProblems} />}
      <FieldProblemsProvider value={tries > 0 ? fieldProblems : []}>
        <TopicFields words={words} onWords={setWords} />
      </FieldProblemsProvider>
      {(linkCheck?.unchecked.length ?? 0) > 0 && (
        <Notice tone="calm" role="note">
          <p>{say('writing.unchecked', { links: linkCheck?.unchecked.join(' ') ?? '' })}</p>
        </Notice>
      )}
      {isChecked && linkCheck && fieldProblems.length === 0 && <p className={styles.state}>{say('writing.checked')}</p>}
      {!editorContext.checksLinks && <p className={styles.state}>{say('writing.notTried')}</p>}
      {checkRefusal && <RefusalNotice refusal={checkRefusal} />}
      {status && (
        <Notice tone={status.tone} role="status">
          <p>{status.text}</p>
        </Notice>
      )}
      <div className={styles.buttons}>
        {mayWrite && (
          <Button disabledFocusable={isBusy || !isDirty} onClick={() => void (isDirty && save())}>
            {say('writing.save')}
          </Button>
        )}
        <Button onClick={() => void checkAndAnnounce()}>{say('writing.check')}</Button>
        {canSubmit && (
          <Button
            appearance="primary"
            disabledFocusable={isBusy}
            onClick={() => void sendWithDigest('content.submit', say('writing.submittedNow'))()}
          >
            {say('writing.submit')}
          </Button>
        )}
        {view.state === 'submitted' && !isDirty && (
          <Button
            appearance="primary"
            disabledFocusable={isBusy}
            onClick={() => void sendWithDigest('content.approve', say('writing.approvedNow'))()}
          >
            {say('writing.approve')}
          </Button>
        )}
      </div>
      {view.state === 'submitted' && isDirty && <p className={styles.state}>{say('writing.unsavedFirst')}</p>}
      <TopicDecision
        canSendBack={view.state === 'submitted' && !isDirty}
        canWithdraw={view.live !== undefined}
        isBusy={isBusy}
        onSendBack={sendWithReason('content.sendBack', say('writing.sentBackNow'))}
        onWithdraw={sendWithReason('content.withdraw', say('writing.withdrawnNow'))}
      />
      <Section title={say('writing.preview')}>
        <TopicPreview
          topic={topic}
          words={words}
          drawn={parsedTopic && rendered}
          isReadable={parsedTopic !== undefined}
        />
      </Section>
      {view.history.length > 0 && <TopicHistory view={view} words={words} />}
    </>
  );
}

function TopicFields({
  words,
  onWords,
}: {
  readonly words: ContentWords;
  readonly onWords: (words: ContentWords) => void;
}) {
  const styles = useStyles();
  const { translate: say, language: own } = useTab();
  const languageName = (language: Language) => say(language === 'en' ? 'writing.inEnglish' : 'writing.inWelsh');
  const owners = toBilingualOwner(words.owner);
  return (
    <>
      <div className={styles.sides}>
        {languages.map((language) => (
          <div key={language} className={styles.side}>
            <InputField
              id={topicFieldIds.title(language)}
              label={say('writing.title', { language: languageName(language) })}
              value={words.title[language]}
              onValue={(value) => onWords({ ...words, title: { ...words.title, [language]: value } })}
            />
            <TextAreaField
              id={topicFieldIds.text(language)}
              label={say('writing.text', { language: languageName(language) })}
              hint={say('writing.textHint')}
              rows={14}
              value={words.text[language]}
              onValue={(value) => onWords({ ...words, text: { ...words.text, [language]: value } })}
            />
            <p className={styles.count} data-count={language}>
              {say('writing.count', {
                count: countTextWords(`${words.title[language]} ${words.text[language]}`),
                most: maxTopicWords,
              })}
            </p>
            <InputField
              id={topicFieldIds.owner(language)}
              label={say('writing.owner', { language: languageName(language) })}
              value={owners[language]}
              onValue={(value) => onWords({ ...words, owner: { ...owners, [language]: value } })}
            />
          </div>
        ))}
      </div>
      <div className={styles.sides}>
        <InputField
          id={topicFieldIds.review}
          type="date"
          label={say('writing.review')}
          value={words.reviewBy}
          onValue={(reviewBy) => onWords({ ...words, reviewBy })}
        />
        <SelectField
          id="topic-part"
          label={say('writing.part')}
          value={words.part}
          options={topicParts.map((value) => ({ value, text: topicPartHeading(own, value) }))}
          onValue={(part) => onWords({ ...words, part })}
        />
      </div>
    </>
  );
}

function TopicDecision(props: {
  readonly canSendBack: boolean;
  readonly canWithdraw: boolean;
  readonly isBusy: boolean;
  readonly onSendBack: (reason: string) => Promise<boolean>;
  readonly onWithdraw: (reason: string) => Promise<boolean>;
}) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const [reason, setReason] = useState('');
  const [wasSubmitted, setSubmitted] = useState(false);
  const id = 'topic-reason';
  if (!props.canSendBack && !props.canWithdraw && reason === '') return null;

  const decide = async (decision: (reason: string) => Promise<boolean>): Promise<void> => {
    if (isBlank(reason)) {
      setSubmitted(true);
      document.getElementById(id)?.focus();
    } else if (await decision(reason)) {
      setReason('');
      setSubmitted(false);
    }
  };
  return (
    <div className={styles.form}>
      <FieldProblemsProvider
        value={wasSubmitted && isBlank(reason) ? [{ field: id, text: say('writing.needsReason') }] : []}
      >
        <TextAreaField id={id} label={say('writing.reason')} rows={2} value={reason} onValue={setReason} />
      </FieldProblemsProvider>
      <div className={styles.buttons}>
        {props.canSendBack && (
          <Button disabledFocusable={props.isBusy} onClick={() => void decide(props.onSendBack)}>
            {say('writing.sendBack')}
          </Button>
        )}
        {props.canWithdraw && (
          <Button disabledFocusable={props.isBusy} onClick={() => void decide(props.onWithdraw)}>
            {say('writing.withdraw')}
          </Button>
        )}
      </div>
    </div>
  );
}

const contentRefusalWords = {
  ownWords: 'writing.ownWords',
  problems: 'writing.problems',
  notNow: 'writing.notNow',
  full: 'writing.full',
} as const satisfies Record<ContentRefusal, WordKey>;

interface ChangeStatus {
  readonly tone: 'good' | 'careful';
  readonly text: string;
}

interface ContentChange {
  readonly intent: readonly unknown[];
  readonly send: (request: string) => Promise<Result<ContentChangeAnswer>>;
  readonly done: string;
}

/** Makes one change at a time, each once however often it is sent; typed words stay. Returns whether it was made. */
function useContentChange(onTopic: (topic: ContentView) => void) {
  const { translate: say, announce } = useTab();
  const [ids] = useState(() => createRequestIds(newRequestId));
  const [status, setStatus] = useState<ChangeStatus>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  const showStatus = (tone: ChangeStatus['tone'], text: string): void => {
    setStatus({ tone, text });
    announce(text);
  };

  async function run({ intent, send, done }: ContentChange): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const answer = await send(ids.getId(JSON.stringify(intent)));
      if (!answer.ok) {
        showStatus('careful', refusalText(say, answer.refusal));
        return false;
      }
      ids.clear();
      const changed = answer.value;
      onTopic(changed.topic);
      if (changed.kind === 'done') showStatus('good', done);
      else showStatus('careful', say(changed.kind === 'refused' ? contentRefusalWords[changed.why] : 'writing.moved'));
      return changed.kind === 'done';
    } catch {
      // An error could hold typed words, so this shows only a sentence.
      showStatus('careful', refusalText(say, { code: 'failed' }));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { said: status, isBusy, run };
}

export const contentStateWords = {
  none: 'writing.none',
  draft: 'writing.draft',
  submitted: 'writing.submitted',
  sentBack: 'writing.sentBack',
  approved: 'writing.approved',
  withdrawn: 'writing.withdrawn',
  unreadable: 'writing.unreadable',
} as const satisfies Record<ContentRow['state'], WordKey>;

const emptyContent: ContentWords = {
  title: { en: '', cy: '' },
  text: { en: '', cy: '' },
  owner: { en: '', cy: '' },
  reviewBy: '',
  part: 'know',
  place: 900,
};
