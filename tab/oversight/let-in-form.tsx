import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { AnswerOf, OverseenView } from '../../contract/answers.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { personName } from '../parts/person-name.ts';
import type { Outcome, Sent } from '../parts/sending.ts';
import { type Result, useTab } from '../parts/tab-context.ts';
import { withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { sealWords } from '../seals/seal-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  title: { margin: 0 },
});

function after(sent: Sent<Result<AnswerOf<'oversight.readmitPerson'>>>): Outcome {
  if (sent.kind === 'notSealed') return sent;
  return sent.answer.ok ? { kind: 'saved', isNew: true } : { kind: 'refused', refusal: sent.answer.refusal };
}

/** Lets somebody in again whom a colleague shut out. What was typed stays until it is done. */
export function LetInForm({ view, onLetIn }: { readonly view: OverseenView; readonly onLetIn: () => Promise<void> }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call } = tab;
  const keys = useKeys();
  const id = useId();
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const [isDone, setDone] = useState(false);
  const options = view.shutOut.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
  // Of a case of the unit, by one of the reserve, who can compare the reserve's key alone.
  const sealing = {
    people: () => call('keys.people', {}),
    keys,
    record: { handledBy: 'acu' },
    holds: 'reserve',
  } as const;
  if (options.length === 0 && reason === '') {
    return isDone ? (
      <Notice tone="good" role="status">
        <p>{say('work.readmitSaved')}</p>
      </Notice>
    ) : null;
  }

  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{say('work.readmitHeading')}</h3>
      <ChangeForm
        intent={JSON.stringify([person, reason])}
        problems={[
          ...(isOption ? [] : [{ field: `${id}person`, text: say('work.excludeNeeded') }]),
          ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
        ]}
        isDirty={reason.trim() !== ''}
        sendLabel={say('work.readmitSend')}
        savedText={say('work.readmitSaved')}
        onSaved={() => {
          setDone(true);
          setPerson('');
          setReason('');
          void onLetIn();
        }}
        send={async (request) =>
          after(
            await withWords(
              { seal: (reader, text) => sealWords(sealing, reader, text) },
              'oversight',
              reason,
              async (words) => await call('oversight.readmitPerson', { caseId: view.caseId, request, person, words }),
            ),
          )
        }
      >
        <SelectField
          id={`${id}person`}
          label={say('work.readmitPerson')}
          value={isOption ? person : ''}
          onValue={setPerson}
          need="required"
          options={options}
        />
        <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      </ChangeForm>
    </div>
  );
}
