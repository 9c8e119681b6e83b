import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OverseenView } from '../../contract/oversight.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { outcomeText } from '../parts/named-in-case.ts';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { wordsProblem } from '../parts/with-words.ts';
import { useToldWords } from './use-told-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  title: { margin: 0 },
});

export function AgreeClosingForm({
  view,
  toAgree,
  onAgreed,
}: {
  readonly view: OverseenView;
  readonly toAgree: NonNullable<OverseenView['toAgree']>;
  readonly onAgreed: () => Promise<void>;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call } = tab;
  const withToldWords = useToldWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const { by, outcome } = toAgree;
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{say('oversight.agreeHeading')}</h3>
      <p className={styles.title}>
        {say('oversight.agreeIntro', {
          who: personName(tab, { objectId: by }, view.people),
          outcome: outcomeText(say, outcome),
        })}
      </p>
      <ChangeForm
        intent={JSON.stringify([outcome, reason])}
        problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
        isDirty={reason.trim() !== ''}
        sendLabel={say('closing.agreeSend')}
        savedText={say('closing.agreeSaved')}
        onSaved={() => {
          setReason('');
          void onAgreed();
        }}
        send={(request) =>
          withToldWords(reason, (words) =>
            call('oversight.agreeClosing', { caseId: view.caseId, request, outcome, words }),
          )
        }
      >
        <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
      </ChangeForm>
    </div>
  );
}
