import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { SealError } from '../../concerns/ports/seal.ts';
import { newRequestId } from '../parts/request-ids.ts';
import { keyGroupText } from '../parts/named.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/leave-dialog.tsx';
import { checkRecipients, type RecipientWarning } from '../seals/check-recipients.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { RecipientWarnings } from '../seals/recipient-warnings.tsx';
import { sealErrorText } from '../seals/seal-error-text.ts';
import { isRefused, verifiedRecipients } from '../seals/verified-recipients.ts';
import { sealFor } from '../seals/seal-for.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { checkedDraft, type DraftProblem, emptyDraft, type IdentityDraft, longestReason } from './identity-draft.ts';
import { Notice } from '../parts/notice.tsx';

const useStyles = makeStyles({ form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '40rem' } });

const problemWords: Readonly<Record<DraftProblem, WordKey>> = {
  reference: 'identity.referenceMissing',
  askedBy: 'identity.askedByMissing',
  reason: 'identity.reasonMissing',
  reasonLong: 'identity.reasonLong',
};

export type CheckedDraft = Extract<ReturnType<typeof checkedDraft>, { ok: true }>;

/** Sealed for the custodians and for those said to handle the case. */
interface SealedDraft extends Pick<CheckedDraft, 'caseId' | 'askedBy'> {
  readonly request: string;
  readonly words: { readonly for: 'custodians'; readonly sealed: string };
}

interface ReasonFormProps {
  readonly isUnlocked: boolean;
  readonly intro: ReactNode;
  readonly sendLabel: string;
  readonly sendingLabel: string;
  /** Returns why it was not done, in words; `undefined` if it was. Throws SealError. */
  readonly carryOut: (sealed: SealedDraft) => Promise<string | undefined>;
}

export function ReasonForm({ isUnlocked, intro, sendLabel, sendingLabel, carryOut }: ReasonFormProps) {
  const styles = useStyles();
  const { say } = useTab();
  const keys = useKeys();
  const [draft, setDraft] = useState<IdentityDraft>(emptyDraft);
  const [request, setRequest] = useState(newRequestId);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [error, setError] = useState<string>();
  const [warnings, setWarnings] = useState<readonly RecipientWarning[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useUnsent(draft.reason.trim() !== '');

  const errorOf = (...about: readonly DraftProblem[]) => {
    const found = problems.find((problem) => about.includes(problem));
    return found && say(problemWords[found], { longest: longestReason });
  };
  const fieldOf = (...about: readonly DraftProblem[]) => ({
    validationMessage: errorOf(...about),
    validationState: errorOf(...about) === undefined ? ('none' as const) : ('error' as const),
  });
  // The same reference and reason sent again are one request, recorded once.
  const change = (part: Partial<IdentityDraft>) => {
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
    if (isRefused(verifiedRecipients(mine.value))) return fail(say('fingerprint.listRefused'));
    const { recipients } = mine.value;
    const odd = checkRecipients(recipients, keys.held);
    setWarnings(odd);
    if (odd.length > 0) return fail(undefined);
    const sealed = await sealFor(reason, 'custodians', { handledBy: askedBy, recipients });
    const why = await carryOut({ caseId, askedBy, request, words: { for: 'custodians', sealed } });
    if (why !== undefined) return fail(why);
    setIsBusy(false);
    setDraft(emptyDraft);
    setRequest(newRequestId());
  };
  const onSend = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const checked = checkedDraft(draft);
    setProblems(checked.ok ? [] : checked.problems);
    setError(undefined);
    if (!checked.ok) return fail(undefined);
    if (!isUnlocked) return fail(say('identity.unlockFirst'));
    setIsBusy(true);
    await sendChecked(checked).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      fail(say(sealErrorText[thrown.code]));
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
                {error ?? problems.map((problem) => say(problemWords[problem], { longest: longestReason })).join(' ')}
              </p>
            </Notice>
          )}
          <RecipientWarnings warnings={warnings} />
        </div>
      )}
      {intro}
      <Field label={say('identity.reference')} hint={say('identity.referenceHint')} {...fieldOf('reference')}>
        <Input
          value={draft.reference}
          autoComplete="off"
          spellCheck={false}
          onChange={(_event, data) => change({ reference: data.value })}
        />
      </Field>
      <Field label={say('identity.askedBy')} hint={say('identity.askedByHint')} {...fieldOf('askedBy')}>
        <RadioGroup
          value={draft.askedBy ?? ''}
          onChange={(_event, data) => change({ askedBy: data.value === 'reserve' ? 'reserve' : 'acu' })}
        >
          <Radio value="acu" label={keyGroupText(say, 'acu')} />
          <Radio value="reserve" label={keyGroupText(say, 'reserve')} />
        </RadioGroup>
      </Field>
      <Field label={say('identity.reason')} hint={say('identity.reasonHint')} {...fieldOf('reason', 'reasonLong')}>
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
