import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { ReasonField } from '../ui/note-fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Offered once the report is open, and after the question whether its reader knows anyone in it. */
export function TakePart() {
  const { view, decryptedCase } = useCaseContext();
  const { me } = useTab();
  const isMine = view.record.assignee === me.objectId;
  // The answer goes with the opened report: whoever opens it again is asked again.
  if (decryptedCase === undefined) return null;
  return <TakeQuestion isMine={isMine} />;
}

function TakeQuestion({ isMine }: { readonly isMine: boolean }) {
  const { translate, call, me } = useTab();
  const styles = useStyles();
  const id = useId();
  const { view, propose } = useCaseContext();
  const [knowsNobody, setKnowsNobody] = useState(false);
  const { assignee } = view.record;
  const isWithColleague = !isMine && view.assignable.some(({ objectId }) => objectId === assignee);
  const { draft, field, noteProblems, form, sendWithOptionalNote } = useCaseForm({ reason: '' });
  // After taking, only what was saved is said.
  if (isMine && !knowsNobody) return null;
  return (
    <section className={styles.part} aria-labelledby={id} data-step="take">
      <h3 id={id} tabIndex={-1} data-step-start className={styles.heading}>
        {translate('nextStep.takeHeading')}
      </h3>
      {!knowsNobody && (
        <Notice tone="careful" role="note">
          <p>{translate('nextStep.knowQuestion')}</p>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => setKnowsNobody(true)}>
              {translate('nextStep.knowNobody')}
            </Button>
            <Button size="small" onClick={() => propose(undefined)}>
              {translate('nextStep.knowSomebody')}
            </Button>
          </div>
        </Notice>
      )}
      {knowsNobody && (
        <CaseForm
          {...form}
          blocked={isMine ? translate('work.claimed') : undefined}
          problems={isWithColleague ? noteProblems('reason', translate('work.reasonNeeded')) : []}
          isPrimary={assignee === undefined}
          sendLabel={translate('work.claim')}
          savedText={translate('work.claimed')}
          send={sendWithOptionalNote(draft.reason, ({ withRevision, note: why }) =>
            call('case.assign', { ...withRevision, to: me.objectId, ...why }),
          )}
        >
          {isWithColleague && (
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
