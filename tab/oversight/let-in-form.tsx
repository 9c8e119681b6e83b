import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { newRequestId } from '../api/request-id.ts';
import { personName } from '../parts/person-name.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import { SelectField } from '../parts/fields.tsx';
import { FormFields } from '../parts/form-fields.ts';
import { ReserveReasonField } from '../case/note-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProblemSummary } from '../parts/problem-summary.tsx';
import { createRequestIds } from '../case/request-ids.ts';
import { wordsProblem } from '../case/words-problem.ts';
import type { OverseenView } from '../../contract/answers.ts';
import { checkRecipients } from '../seals/check-recipients.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { sealErrorText } from '../seals/seal-error-text.ts';
import { sealFor } from '../seals/seal-for.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  title: { margin: 0 },
});

/** Lets somebody in again whom a colleague shut out. What was typed stays until it is done. */
export function LetInForm({ view, onLetIn }: { readonly view: OverseenView; readonly onLetIn: () => Promise<void> }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, announce } = tab;
  const keys = useKeys();
  const id = useId();
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<string>();
  const [isDone, setDone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [ids] = useState(() => createRequestIds(newRequestId));
  const summary = useRef<HTMLDivElement>(null);
  useUnsent(reason.trim() !== '');
  const options = view.shutOut.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
  const problems = [
    ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
    ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
  ];
  const shown = tries > 0 ? problems : [];

  /** What went wrong, in words; nothing where it was done. */
  async function send(): Promise<string | undefined> {
    if (keys.keysOf('reserve').length === 0) return say('oversight.keyNeeded');
    const mine = await keys.loadMine();
    if (!mine.ok) return refusalText(say, mine.refusal);
    const { recipients } = mine.value;
    if (checkRecipients(recipients, keys.held).length > 0) return say('oversight.otherKey');
    try {
      const sealed = await sealFor(reason.trim(), 'oversight', { handledBy: 'acu', recipients });
      const request = ids.of(JSON.stringify([person, reason]));
      const words = { for: 'oversight', sealed } as const;
      const answer = await call('oversight.readmitPerson', { caseId: view.caseId, request, person, words });
      return answer.ok ? undefined : refusalText(say, answer.refusal);
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      return say(sealErrorText[thrown.code]);
    }
  }

  async function submit(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    // Nothing that was typed may stand in an error: it is said in a sentence instead.
    const failure = await send().catch(() => refusalText(say, { code: 'failed' }));
    setBusy(false);
    setError(failure);
    if (failure !== undefined) return;
    ids.done();
    setDone(true);
    setTries(0);
    setPerson('');
    setReason('');
    announce(say('work.readmitSaved'));
    await onLetIn();
  }

  return (
    <>
      {isDone && (
        <Notice tone="good" role="status">
          <p>{say('work.readmitSaved')}</p>
        </Notice>
      )}
      {(options.length > 0 || reason !== '') && (
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            setTries(tries + 1);
            setDone(false);
            if (problems.length === 0) void submit();
            else setTimeout(() => summary.current?.focus());
          }}
        >
          <h3 className={styles.title}>{say('work.readmitHeading')}</h3>
          {shown.length > 0 && <ProblemSummary ref={summary} problems={shown} />}
          {error !== undefined && (
            <Notice tone="careful" role="alert">
              <p>{error}</p>
              <p>{say('case.stillHere')}</p>
            </Notice>
          )}
          <FormFields value={shown}>
            <SelectField
              id={`${id}person`}
              label={say('work.readmitPerson')}
              value={isOption ? person : ''}
              onValue={setPerson}
              need="required"
              options={options}
            />
            <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
          </FormFields>
          <div>
            <Button type="submit" disabledFocusable={isBusy}>
              {isBusy ? say('case.sending') : say('work.readmitSend')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
