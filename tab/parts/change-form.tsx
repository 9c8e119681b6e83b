import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTab } from './tab-context.ts';
import { useUnsent } from './use-unsent.ts';
import { type FieldProblem, FormFields } from './form-fields.ts';
import { ProblemSummary } from './problem-summary.tsx';
import { SendingNotice } from './sending-notice.tsx';
import type { Outcome, Sending } from './sending.ts';
import { useChange } from './use-change.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    '&[hidden]': { display: 'none' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** One thing that somebody does. */
export interface Change<Done extends Outcome> {
  /** Everything that was typed and chosen: while it is the same, a repeat is carried out once. */
  readonly intent: string;
  readonly problems: readonly FieldProblem[];
  readonly send: (request: string) => Promise<Done>;
  /** Tells the page what came of it, so that it acts on it; called before `onSaved`. */
  readonly onSent?: (outcome: Done) => void;
  readonly sendLabel: string;
  readonly savedText: string;
  /**
   * The words that are said aloud once it is saved, where `savedText` is of the case as it stands and not of what is
   * done to it.
   */
  readonly announced?: string;
  /** Empties the fields. */
  readonly onSaved?: () => void;
  /** Somebody changed that of which it was said what came of it: it is not said any more. */
  readonly isPast?: boolean;
  /** Why this cannot be done as the case stands: the form is hidden then, unless something was typed into it. */
  readonly blocked?: ReactNode;
  /** Something is typed or chosen: whoever leaves the page is asked first. */
  readonly isDirty?: boolean;
  readonly isPrimary?: boolean;
  readonly children?: ReactNode;
  /** Beside the button that sends. */
  readonly beside?: ReactNode;
}

/** A form that changes something: problems first and in words, what came of sending it, and nothing lost on the way. */
export function ChangeForm<Done extends Outcome>(change: Change<Done>) {
  const { say, announce } = useTab();
  const styles = useStyles();
  const [tries, setTries] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const { sending, submit } = useChange(change.intent, change.send, (outcome) => {
    change.onSent?.(outcome);
    if (outcome.kind !== 'saved') return;
    setTries(0);
    change.onSaved?.();
    announce(change.announced ?? change.savedText);
  });
  useUnsent(change.isDirty === true);
  const isWaiting = sending.kind === 'sending';
  const said: Sending = change.isPast === true && !isWaiting ? { kind: 'idle' } : sending;
  const problems = tries > 0 ? change.problems : [];

  // With the drawing and not after it: whoever has already gone on by Tab would be taken back.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);

  return (
    <>
      {typeof change.blocked === 'string' ? <p>{change.blocked}</p> : change.blocked}
      <form
        noValidate
        className={styles.form}
        hidden={change.blocked !== undefined && change.isDirty !== true && said.kind === 'idle'}
        onSubmit={(event) => {
          event.preventDefault();
          if (change.problems.length > 0) setTries(tries + 1);
          else if (change.blocked === undefined) void submit();
        }}
      >
        {problems.length > 0 && <ProblemSummary ref={summary} problems={problems} />}
        <FormFields value={problems}>{change.children}</FormFields>
        <SendingNotice sending={said} savedText={change.savedText} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            appearance={change.isPrimary === true ? 'primary' : 'secondary'}
            disabledFocusable={isWaiting || change.blocked !== undefined}
            icon={isWaiting ? <Spinner size="tiny" aria-hidden /> : undefined}
          >
            {isWaiting ? say('case.sending') : change.sendLabel}
          </Button>
          {change.beside}
        </div>
      </form>
    </>
  );
}
