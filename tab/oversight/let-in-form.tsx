import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OverseenView } from '../../contract/oversight.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { SelectField } from '../parts/fields.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { wordsProblem } from '../parts/with-words.ts';
import { useToldWords } from './use-told-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  title: { margin: 0 },
});

/** Typed words stay until someone is let in. */
export function LetInForm({ view, onLetIn }: { readonly view: OverseenView; readonly onLetIn: () => Promise<void> }) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call } = tab;
  const withToldWords = useToldWords();
  const id = useId();
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const [isDone, setDone] = useState(false);
  const options = view.shutOut.map((objectId) => ({
    value: objectId,
    text: personName(tab, { objectId }, view.people),
  }));
  const isOption = options.some(({ value }) => value === person);
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
        send={(request) =>
          withToldWords(reason, (words) =>
            call('oversight.readmitPerson', { caseId: view.caseId, request, person, words }),
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
