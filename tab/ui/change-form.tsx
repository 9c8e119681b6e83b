import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { eventText } from './event-text.ts';
import { type FieldProblem, FieldProblemsProvider } from './form-fields.tsx';
import { changeRefusalText, type ChangeOutcome, type RequestStatus } from './change-outcome.ts';
import { Notice } from './notice.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { createRequestIds, newRequestId } from './request-ids.ts';
import { useTab } from './tab-context.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '&[hidden]': { display: 'none' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

export interface ChangeFormProps<Done extends ChangeOutcome> {
  readonly intent: string;
  readonly problems: readonly FieldProblem[];
  readonly send: (request: string) => Promise<Done>;
  readonly onSent?: (outcome: Done) => void;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly announcement?: string;
  readonly onSaved?: () => void;
  readonly isStale?: boolean;
  /** Why the case does not allow this now; hides the form unless it holds typed words. */
  readonly blocked?: ReactNode;
  readonly isDirty?: boolean;
  readonly isPrimary?: boolean;
  readonly children?: ReactNode;
  readonly secondaryAction?: ReactNode;
}

/** Shows problems first, then the outcome of sending, and loses no typed words on the way. */
export function ChangeForm<Done extends ChangeOutcome>(change: ChangeFormProps<Done>) {
  const { translate, announce } = useTab();
  const styles = useStyles();
  const [tries, setTries] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const { sending, submit } = useIdempotentSubmit(change.intent, change.send, (outcome) => {
    change.onSent?.(outcome);
    if (outcome.kind !== 'saved') return;
    setTries(0);
    change.onSaved?.();
    announce(change.announcement ?? change.savedText);
  });
  useUnsavedGuard(change.isDirty === true);
  const isWaiting = sending.kind === 'sending';
  const status: RequestStatus = change.isStale === true && !isWaiting ? { kind: 'idle' } : sending;
  const problems = tries > 0 ? change.problems : [];

  // Layout effect: a passive one would take back someone who has already tabbed on.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);

  return (
    <>
      {typeof change.blocked === 'string' ? <p>{change.blocked}</p> : change.blocked}
      <form
        noValidate
        className={styles.form}
        hidden={change.blocked !== undefined && change.isDirty !== true && status.kind === 'idle'}
        onSubmit={(event) => {
          event.preventDefault();
          if (change.problems.length > 0) setTries(tries + 1);
          else if (change.blocked === undefined) void submit();
        }}
      >
        {problems.length > 0 && <ProblemSummary ref={summary} problems={problems} />}
        <FieldProblemsProvider value={problems}>{change.children}</FieldProblemsProvider>
        <RequestStatusNotice sending={status} savedText={change.savedText} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            appearance={change.isPrimary === true ? 'primary' : 'secondary'}
            disabledFocusable={isWaiting || change.blocked !== undefined}
            icon={isWaiting ? <Spinner size="tiny" aria-hidden /> : undefined}
          >
            {isWaiting ? translate('case.sending') : change.sendLabel}
          </Button>
          {change.secondaryAction}
        </div>
      </form>
    </>
  );
}

/** Uses one request id until the change is made. */
function useIdempotentSubmit<Done extends ChangeOutcome>(
  intent: string,
  send: (request: string) => Promise<Done>,
  onSent: (outcome: Done) => void,
): { readonly sending: RequestStatus; readonly submit: () => Promise<void> } {
  const [sending, setSending] = useState<RequestStatus>({ kind: 'idle' });
  const [ids] = useState(() => createRequestIds(newRequestId));
  const isBusy = useRef(false);

  return {
    sending,
    async submit() {
      if (isBusy.current) return;
      isBusy.current = true;
      setSending({ kind: 'sending' });
      try {
        const outcome = await send(ids.getId(intent));
        if (outcome.kind === 'saved' || outcome.kind === 'out') ids.clear();
        setSending(outcome);
        onSent(outcome);
      } catch {
        // An error could hold typed words, so it becomes a sentence.
        setSending({ kind: 'refused', refusal: { code: 'failed' } });
      } finally {
        isBusy.current = false;
      }
    },
  };
}

function RequestStatusNotice({ sending, savedText }: { readonly sending: RequestStatus; readonly savedText: string }) {
  const tab = useTab();
  const { translate } = tab;
  switch (sending.kind) {
    case 'idle':
    case 'sending':
    case 'out':
      return null;
    case 'saved':
      return (
        <Notice tone="good" role="status">
          <p>{savedText}</p>
          {!sending.isNew && <p>{translate('case.alreadySaved')}</p>}
        </Notice>
      );
    case 'moved':
      return (
        <Notice tone="careful" role="alert">
          <p>
            <strong>{translate('case.movedHeading')}</strong>
          </p>
          <p>{translate('case.movedText')}</p>
          <ul>
            {sending.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
            {sending.changes.map((event) => (
              <li key={event.sequence}>{eventText(tab, event, sending.people)}</li>
            ))}
          </ul>
          <p>{translate('case.movedAgain')}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="careful" role="alert">
          <p>{changeRefusalText(translate, sending.refusal)}</p>
          {sending.refusal.code !== 'unconfirmed' && <p>{translate('case.stillHere')}</p>}
        </Notice>
      );
  }
}
