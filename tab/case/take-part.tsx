import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ReasonField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { afterTakeCommand, type OpenedReport, type TakeCommand, takeStep } from './take-case.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Offered once the report is open, and after the question whether its reader knows anyone in it. */
export function TakePart() {
  const { decryptedCase } = useCaseContext();
  // The answer goes with the opened report: it is kept for no later one, and keeps none in memory.
  return decryptedCase === undefined ? null : <TakeQuestion opened={decryptedCase} />;
}

function TakeQuestion({ opened }: { readonly opened: OpenedReport }) {
  const { translate, call, me } = useTab();
  const styles = useStyles();
  const id = useId();
  const { view, propose } = useCaseContext();
  const [knowsNobodyIn, setKnowsNobodyIn] = useState<OpenedReport>();
  const { draft, field, noteProblems, form, sendWithOptionalNote } = useCaseForm({ reason: '' });
  const situation = {
    record: view.record,
    assignable: view.assignable,
    me: me.objectId,
    opened,
    knowsNobodyIn,
  };
  const step = takeStep(situation);
  const press = (command: TakeCommand): void => {
    const after = afterTakeCommand(situation, command);
    setKnowsNobodyIn(after.knowsNobodyIn);
    if (after.effect === 'leave') propose(undefined);
  };
  if (step === 'none') return null;
  return (
    <section className={styles.part} aria-labelledby={id} data-step="take">
      <h3 id={id} tabIndex={-1} data-step-start className={styles.heading}>
        {translate('nextStep.takeHeading')}
      </h3>
      {step === 'question' ? (
        <Notice tone="careful" role="note">
          <p>{translate('nextStep.knowQuestion')}</p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => press('knowNobody')}>
              {translate('nextStep.knowNobody')}
            </Button>
            <Button size="small" onClick={() => press('knowSomebody')}>
              {translate('nextStep.knowSomebody')}
            </Button>
          </div>
        </Notice>
      ) : (
        <CaseForm
          {...form}
          blocked={step === 'taken' ? translate('work.claimed') : undefined}
          problems={step === 'takeOver' ? noteProblems('reason', translate('work.reasonNeeded')) : []}
          isPrimary={step === 'take'}
          sendLabel={translate('work.claim')}
          savedText={translate('work.claimed')}
          send={
            afterTakeCommand(situation, 'take').effect === 'send' &&
            sendWithOptionalNote(draft.reason, ({ withRevision, note: why }) =>
              call('case.assign', { ...withRevision, to: me.objectId, ...why }),
            )
          }
        >
          {step === 'takeOver' && (
            <>
              <p>{translate('work.claimTold')}</p>
              <ReasonField {...field('reason')} rows={2} />
            </>
          )}
        </CaseForm>
      )}
    </section>
  );
}
