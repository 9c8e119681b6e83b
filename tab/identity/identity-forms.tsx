import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { SealError } from '../../core/ports/seal.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import { keyGroupText } from '../ui/labels.ts';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { newRequestId } from '../ui/request-ids.ts';
import { useTab } from '../ui/tab-context.ts';
import { findRecipientWarnings, type RecipientWarning } from '../crypto/find-recipient-warnings.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { RecipientWarnings } from '../crypto/recipient-warnings.tsx';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { sealForReader } from '../crypto/reader-recipients.ts';
import { isUntrustedRecipientList, verifyRecipientList } from '../crypto/verify-recipient-list.ts';
import {
  checkIdentityReasonDraft,
  type IdentityReasonDraftProblem,
  emptyIdentityReasonDraft,
  type IdentityReasonDraft,
  maxIdentityReasonLength,
} from './identity-reason-draft.ts';
import { decryptIdentity } from './decrypt-identity.ts';
import type { IdentityDisclosure } from './identity-view.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '40rem' },
});

const draftProblemWords: Readonly<Record<IdentityReasonDraftProblem, WordKey>> = {
  reference: 'identity.referenceMissing',
  askedBy: 'identity.askedByMissing',
  reason: 'identity.reasonMissing',
  reasonLong: 'identity.reasonLong',
};

type CheckedDraft = Extract<ReturnType<typeof checkIdentityReasonDraft>, { ok: true }>;

interface SealedDraft extends Pick<CheckedDraft, 'caseId' | 'askedBy'> {
  readonly request: string;
  readonly words: { readonly for: 'custodians'; readonly sealed: string };
}

interface IdentityReasonFormProps {
  readonly isUnlocked: boolean;
  readonly intro: ReactNode;
  readonly sendLabel: string;
  readonly sendingLabel: string;
  /** Returns why it was not done, in words; `undefined` if it was. Throws SealError. */
  readonly submit: (sealed: SealedDraft) => Promise<string | undefined>;
}

function IdentityReasonForm({ isUnlocked, intro, sendLabel, sendingLabel, submit }: IdentityReasonFormProps) {
  const styles = useStyles();
  const { translate: say } = useTab();
  const keys = useKeys();
  const [draft, setDraft] = useState<IdentityReasonDraft>(emptyIdentityReasonDraft);
  const [request, setRequest] = useState(newRequestId);
  const [problems, setProblems] = useState<readonly IdentityReasonDraftProblem[]>([]);
  const [error, setError] = useState<string>();
  const [warnings, setWarnings] = useState<readonly RecipientWarning[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useUnsavedGuard(draft.reason.trim() !== '');

  const errorText = (...about: readonly IdentityReasonDraftProblem[]) => {
    const found = problems.find((problem) => about.includes(problem));
    return found && say(draftProblemWords[found], { longest: maxIdentityReasonLength });
  };
  const validationProps = (...about: readonly IdentityReasonDraftProblem[]) => ({
    validationMessage: errorText(...about),
    validationState: errorText(...about) === undefined ? ('none' as const) : ('error' as const),
  });
  // The same reference and reason sent again are one request, recorded once.
  const change = (part: Partial<IdentityReasonDraft>) => {
    setDraft({ ...draft, ...part });
    setRequest(newRequestId());
  };
  const fail = (words: string | undefined) => {
    setError(words);
    setIsBusy(false);
    setTimeout(() => summary.current?.focus());
  };

  const sendChecked = async ({ caseId, reason, askedBy }: CheckedDraft) => {
    const mine = await keys.loadMine();
    if (!mine.ok) return fail(refusalText(say, mine.refusal));
    if (isUntrustedRecipientList(verifyRecipientList(mine.value))) return fail(say('fingerprint.listRefused'));
    const { recipients } = mine.value;
    const odd = findRecipientWarnings(recipients, keys.unlocked);
    setWarnings(odd);
    if (odd.length > 0) return fail(undefined);
    const sealed = await sealForReader(reason, 'custodians', { handledBy: askedBy, recipients });
    const why = await submit({ caseId, askedBy, request, words: { for: 'custodians', sealed } });
    if (why !== undefined) return fail(why);
    setIsBusy(false);
    setDraft(emptyIdentityReasonDraft);
    setRequest(newRequestId());
  };
  const onSend = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const checked = checkIdentityReasonDraft(draft);
    setProblems(checked.ok ? [] : checked.problems);
    setError(undefined);
    if (!checked.ok) return fail(undefined);
    if (!isUnlocked) return fail(say('identity.unlockFirst'));
    setIsBusy(true);
    await sendChecked(checked).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      fail(say(sealErrorWords[thrown.code]));
    });
  };

  const hasFailed = error !== undefined || problems.length > 0 || warnings.length > 0;
  return (
    <form className={styles.form} onSubmit={(event) => void onSend(event)} noValidate>
      {hasFailed && (
        <div ref={summary} tabIndex={-1}>
          {(error !== undefined || problems.length > 0) && (
            <Notice tone="careful" role="alert">
              <p>
                {error ??
                  problems
                    .map((problem) => say(draftProblemWords[problem], { longest: maxIdentityReasonLength }))
                    .join(' ')}
              </p>
            </Notice>
          )}
          <RecipientWarnings warnings={warnings} />
        </div>
      )}
      {intro}
      <Field label={say('identity.reference')} hint={say('identity.referenceHint')} {...validationProps('reference')}>
        <Input
          value={draft.reference}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, data) => change({ reference: data.value })}
        />
      </Field>
      <Field label={say('identity.askedBy')} hint={say('identity.askedByHint')} {...validationProps('askedBy')}>
        <RadioGroup
          value={draft.askedBy ?? ''}
          onChange={(_event, data) => change({ askedBy: data.value === 'reserve' ? 'reserve' : 'acu' })}
        >
          <Radio value="acu" label={keyGroupText(say, 'acu')} />
          <Radio value="reserve" label={keyGroupText(say, 'reserve')} />
        </RadioGroup>
      </Field>
      <Field
        label={say('identity.reason')}
        hint={say('identity.reasonHint')}
        {...validationProps('reason', 'reasonLong')}
      >
        <Textarea rows={4} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {sendLabel}
        </Button>
        {isBusy && <Spinner size="tiny" label={sendingLabel} />}
      </div>
    </form>
  );
}

interface RequestIdentityFormProps {
  readonly isUnlocked: boolean;
  readonly onRequested: () => void;
}

/** For forces that open no identity without a request. */
export function CustodianIdentityRequestForm({ isUnlocked, onRequested }: RequestIdentityFormProps) {
  const { translate: say, call, announce } = useTab();
  const [isSent, setSent] = useState(false);
  return (
    <>
      {isSent && (
        <Notice tone="good" role="status">
          <p>{say('request.sent')}</p>
        </Notice>
      )}
      <IdentityReasonForm
        isUnlocked={isUnlocked}
        intro={<Text>{say('request.askIntro')}</Text>}
        sendLabel={say('request.send')}
        sendingLabel={say('request.sending')}
        submit={async ({ caseId, request, words }) => {
          setSent(false);
          const answer = await call('identity.ask', { caseId, request, words });
          if (!answer.ok) return refusalText(say, answer.refusal);
          setSent(true);
          announce(say('request.sent'));
          onRequested();
          return undefined;
        }}
      />
    </>
  );
}

interface OpenIdentityFormProps {
  readonly isUnlocked: boolean;
  readonly onOpened: (shown: IdentityDisclosure) => void;
}

/** Without a request, if a life is at risk; the server records the opening first. */
export function OpenUnrequestedIdentityForm({ isUnlocked, onOpened }: OpenIdentityFormProps) {
  const { translate: say, call, announce } = useTab();
  const keys = useKeys();
  return (
    <IdentityReasonForm
      isUnlocked={isUnlocked}
      intro={
        <>
          <Text>{say('request.forLife')}</Text>
          <Text weight="semibold">{say('identity.recorded')}</Text>
        </>
      }
      sendLabel={say('identity.open')}
      sendingLabel={say('identity.opening')}
      submit={async ({ caseId, askedBy, request, words }) => {
        const answer = await call('identity.open', { caseId, request, words, because: 'lifeAtRisk' });
        if (!answer.ok) return refusalText(say, answer.refusal);
        const identities = keys.getKeys('custodians').map((key) => key.identity);
        const opened = await decryptIdentity(caseId, answer.value, identities);
        if (opened === 'moved') return say('identity.moved');
        announce(say('identity.opened'));
        const { handledBy } = answer.value;
        onOpened({ caseId, handledBy, isForOthers: handledBy !== askedBy, decrypted: opened });
        return undefined;
      }}
    />
  );
}
