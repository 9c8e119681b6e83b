import { Body1, Button, Caption1, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { UnverifiedEntry } from '../../core/casework/decrypt-report.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import type { Language } from '../../core/model/language.ts';
import type { ReplyName } from '../../core/model/case-terms.ts';
import { formatTimestamp } from '../../words/date-format.ts';
import { CheckboxField, TextAreaField } from '../ui/form-fields.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { replyText } from '../ui/case-labels.ts';
import { ReasonField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { useTrackDecrypted } from '../crypto/keys-context.tsx';
import { useDoubtText } from './integrity-notice.tsx';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { buildThread } from './message-thread.ts';
import { useSendMessage } from './use-send-message.ts';

const useStyles = makeStyles({
  thread: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  message: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    marginInlineEnd: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  ours: {
    marginInlineEnd: 0,
    marginInlineStart: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  group: { display: 'grid', gap: tokens.spacingVerticalXS },
  replies: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

export function MessagesPanel() {
  const { translate } = useTab();
  const { view, decryptedCase } = useCaseContext();
  const { received, sent } = view.passed;

  return (
    <Panel
      level={2}
      heading={translate(view.record.route === 'hub' ? 'talk.hubHeading' : 'talk.heading')}
      summary={translate('talk.summary', { received, sent })}
      isInitiallyOpen={received > 0 || (decryptedCase?.report.unverifiedCount ?? 0) > 0}
    >
      {decryptedCase === undefined ? <p>{translate('talk.openFirst')}</p> : <MessageThread opened={decryptedCase} />}
      {view.messages === 'notAgreed' && (
        <Notice tone="calm">
          <p>{translate('talk.notAgreed')}</p>
        </Notice>
      )}
      {view.messages === 'stopped' && (
        <Notice tone="careful">
          <p>{translate('talk.stopped')}</p>
        </Notice>
      )}
      {decryptedCase !== undefined && decryptedCase.report.setAside > 0 && (
        <p>{translate('talk.asideCount', { count: decryptedCase.report.setAside })}</p>
      )}
      {decryptedCase?.report.unverifiedEntries.map((doubt) => (
        <SetAsideForm key={doubt.sequence} doubt={doubt} />
      ))}
      <Composer />
      <StopMessagesPanel />
    </Panel>
  );
}

const reporterWords = { toReporter: 'talk.toReporter', fromReporter: 'talk.fromReporter' } as const;
const practitionerWords = { toReporter: 'talk.toPractitioner', fromReporter: 'talk.fromPractitioner' } as const;

const messagesPerPage = 25;

function MessageThread({ opened: decryptedCase }: { readonly opened: DecryptedCase }) {
  const { translate, language, me, announce } = useTab();
  const styles = useStyles();
  const { sentMessages } = useCaseContext();
  const isPartnerReport = decryptedCase.report.report.route === 'hub';
  const names = isPartnerReport ? practitionerWords : reporterWords;
  const [shownCount, setShownCount] = useState(messagesPerPage);
  const list = useRef<HTMLOListElement>(null);
  const all = buildThread(decryptedCase.report, sentMessages);
  useTrackDecrypted('messages', all.length > 0);
  if (all.length === 0) return <p>{translate('talk.none')}</p>;
  const messages = all.slice(-shownCount);
  const showMore = (): void => {
    const count = Math.min(shownCount + messagesPerPage, all.length);
    setShownCount(shownCount + messagesPerPage);
    announce(translate('talk.shown', { count }));
    // Or the focus would go with the button.
    if (count === all.length) list.current?.focus();
  };
  return (
    <>
      {messages.length < all.length && (
        <div>
          <Button onClick={showMore}>{translate('talk.earlier')}</Button>
        </div>
      )}
      <ol
        ref={list}
        tabIndex={-1}
        aria-label={translate(isPartnerReport ? 'talk.hubHeading' : 'talk.heading')}
        className={styles.thread}
      >
        {messages.map(({ key, direction, text, at }) => (
          <li key={key} className={mergeClasses(styles.message, direction === 'toReporter' && styles.ours)}>
            <p className={styles.head}>
              <strong>{translate(names[direction])}</strong>,{' '}
              {at === undefined ? translate('talk.justNow') : formatTimestamp(language, at, me.timeZone)}
            </p>
            {text === '' ? (
              <p>{translate('talk.nothingToAdd')}</p>
            ) : (
              <p className={styles.text} dir="auto" lang={decryptedCase.report.report.language} translate="no">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const lazyContactRules = createLazyModule(
  async () => (await loadModule('case/contact-rules.tsx', () => import('./contact-rules.tsx'))).default,
);

/** A message must be read on a card, a page at a time. */
const maxMessageLength = 8000;

function Composer() {
  const { translate, call } = useTab();
  const { view, decryptedCase } = useCaseContext();
  const { draft, set, id, field, checkbox, noteProblems, form, names } = useCaseForm({
    text: '',
    isConfirmed: false,
    isContactConfirmed: false,
  });
  const { text, isConfirmed, isContactConfirmed } = draft;
  const { language } = view.record;
  const isPartnerReport = view.record.route === 'hub';
  const area = useRef<HTMLTextAreaElement>(null);
  const { whyNot: blockedText, sendMessage } = useSendMessage();
  // Shown above; repeated only beside typed words.
  if (blockedText !== undefined && text === '' && (decryptedCase === undefined || view.messages !== 'allowed'))
    return null;

  return (
    <CaseForm
      {...form}
      intent={text}
      problems={[
        ...noteProblems('text', translate('talk.textNeeded'), maxMessageLength),
        ...(isPartnerReport && !isContactConfirmed
          ? [{ field: `${id}isContactConfirmed`, text: translate('talk.contactNeeded') }]
          : []),
        ...(isConfirmed ? [] : [{ field: `${id}isConfirmed`, text: translate('talk.confirmNeeded') }]),
      ]}
      blocked={blockedText}
      isDirty={text !== ''}
      sendLabel={translate('talk.send')}
      savedText={translate('talk.sent')}
      send={(request) =>
        sendMessage(text.trim(), (written) =>
          call('case.messageReporter', {
            ...names(request).withoutRevision,
            ...written,
            confirmed: true,
            ...(isPartnerReport && { confirmedContact: true }),
          }),
        )
      }
    >
      {isPartnerReport && decryptedCase !== undefined && (
        <LazyComponent
          module={lazyContactRules}
          props={{ opened: decryptedCase }}
          loadingLabel={translate('case.loading')}
        />
      )}
      <p>{translate(isPartnerReport ? 'talk.hubReminder' : 'talk.reminder')}</p>
      <p>{translate(isPartnerReport ? 'talk.hubReader' : 'talk.anonymous')}</p>
      <ReplyChoice
        id={`${id}reply`}
        language={language}
        text={text}
        onReply={(reply) =>
          // A confirmation holds only for the words that were confirmed.
          set({ text: reply, isConfirmed: false, isContactConfirmed: false })
        }
        onConfirmed={() => area.current?.focus()}
      />
      <TextAreaField
        {...field('text')}
        ref={area}
        label={translate('talk.text')}
        hint={composerHint(translate, language, isPartnerReport ? decryptedCase : undefined)}
        need="required"
        maxLength={maxMessageLength}
      />
      {isPartnerReport && (
        <CheckboxField {...checkbox('isContactConfirmed')} label={translate('talk.contactConfirm')} />
      )}
      <CheckboxField {...checkbox('isConfirmed')} label={translate('talk.confirm')} />
    </CaseForm>
  );
}

function composerHint(say: Tab['translate'], language: Language, decryptedCase: DecryptedCase | undefined): string {
  const isWelsh = language === 'cy';
  const { contactLanguage } = decryptedCase?.report.report.answers ?? {};
  if (contactLanguage === 'cy' && !isWelsh) return say('talk.personInWelsh');
  if (contactLanguage === 'en' && isWelsh) return say('talk.personInEnglish');
  return say(isWelsh ? 'talk.answerInWelsh' : 'talk.answerInEnglish');
}

interface ReplyChoiceProps {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly onReply: (text: string) => void;
  readonly onConfirmed: () => void;
}

/** Replaces an empty message or an unchanged reply; typed words only if their writer agrees. */
function ReplyChoice({ id, language, text, onReply, onConfirmed }: ReplyChoiceProps) {
  const { translate, me, announce } = useTab();
  const styles = useStyles();
  const [requestedReply, setRequestedReply] = useState<ReplyName>();
  const { replies } = me;
  if (replies === undefined) return null;

  const offered = replies.map(({ name, words }) => ({ name, text: words[language] }));
  const currentReply = offered.find((one) => one.text === text);
  const pendingReply = isBlank(text) ? undefined : offered.find(({ name }) => name === requestedReply);
  const insertReply = (reply: string): void => {
    setRequestedReply(undefined);
    onReply(reply);
    announce(translate('talk.replyPut'));
  };
  const choose = (chosen: (typeof offered)[number]): void => {
    if (isBlank(text) || currentReply !== undefined) insertReply(chosen.text);
    else setRequestedReply(chosen.name);
  };
  return (
    <>
      <div role="group" aria-labelledby={id} aria-describedby={`${id}hint`} className={styles.group}>
        <Body1 id={id}>{translate('case.optional', { label: translate('talk.reply') })}</Body1>
        <div className={styles.replies}>
          {offered.map((reply) => (
            <ToggleButton
              key={reply.name}
              size="small"
              checked={reply === (pendingReply ?? currentReply)}
              onClick={() => choose(reply)}
            >
              {replyText(translate, reply.name)}
            </ToggleButton>
          ))}
        </div>
        <Caption1 id={`${id}hint`}>{translate('talk.replyHint')}</Caption1>
      </div>
      {pendingReply !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{translate('talk.replyReplaces')}</p>
          <div className={styles.buttons}>
            <Button
              onClick={() => {
                insertReply(pendingReply.text);
                onConfirmed();
              }}
            >
              {translate('talk.replyReplace')}
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                setRequestedReply(undefined);
                onConfirmed();
              }}
            >
              {translate('talk.replyKeep')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}

function SetAsideForm({ doubt }: { readonly doubt: UnverifiedEntry }) {
  const { translate, call, me } = useTab();
  const { openReport } = useCaseContext();
  const doubtText = useDoubtText();
  const { draft, field, noteProblems, form, worded } = useCaseForm({ reason: '' }, doubt.of);
  const isOwn = typeof doubt.by === 'object' && doubt.by.objectId === me.objectId;
  if (isOwn) return <p>{`${doubtText(doubt)} ${translate('talk.asideByAnother')}`}</p>;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('reason', translate('work.reasonNeeded'))}
      sendLabel={translate('talk.aside')}
      savedText={translate('talk.asideSaved')}
      onSaved={() => {
        form.onSaved();
        void openReport();
      }}
      send={worded('handlers', draft.reason, ({ withoutRevision, words }) =>
        call('case.setAsideMessage', { ...withoutRevision, of: doubt.of, words }),
      )}
    >
      <p>{`${doubtText(doubt)} ${translate('talk.asideIntro')}`}</p>
      <ReasonField {...field('reason')} />
    </CaseForm>
  );
}

/** For a reporter who may be, or become, a covert source. */
function StopMessagesPanel() {
  const { translate, call } = useTab();
  const { possibleChis: isStopped } = useCaseContext().view.record;
  const { draft, field, noteProblems, form, worded } = useCaseForm({ reason: '' }, isStopped);
  return (
    <Panel heading={translate('talk.stopHeading')}>
      <CaseForm
        {...form}
        problems={noteProblems('reason', translate('work.reasonNeeded'))}
        sendLabel={translate(isStopped ? 'talk.resume' : 'talk.stop')}
        savedText={translate(isStopped ? 'talk.stopSaved' : 'talk.resumed')}
        announcement={translate(isStopped ? 'talk.resumed' : 'talk.stopSaved')}
        send={worded('handlers', draft.reason, ({ withRevision, words }) =>
          call('case.stopMessages', { ...withRevision, stopped: !isStopped, words }),
        )}
      >
        <p>{translate(isStopped ? 'talk.resumeIntro' : 'talk.stopIntro')}</p>
        <ReasonField {...field('reason')} />
      </CaseForm>
    </Panel>
  );
}
