import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OverseenView } from '../../contract/oversight.ts';
import { ChangeForm } from '../parts/change-form.tsx';
import { ReserveReasonField } from '../parts/note-field.tsx';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { wordsProblem } from '../parts/with-words.ts';
import { useToldWords } from './use-told-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  title: { margin: 0 },
});

/** Asks for the takeover of a case that no one in the unit may see, or agrees as the second person. */
export function TakeOverForm({
  view,
  by,
  onAsked,
  onTaken,
}: {
  readonly view: OverseenView;
  readonly by: NonNullable<OverseenView['takeover']>['by'];
  readonly onAsked: () => Promise<void>;
  readonly onTaken: () => void;
}) {
  const styles = useStyles();
  const tab = useTab();
  const { say, call, me } = tab;
  const withToldWords = useToldWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const isOwn = by === me.objectId;
  const of = isOwn ? undefined : by;
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{say('oversight.takeOverHeading')}</h3>
      <p className={styles.title}>{say('oversight.takeOverIntro')}</p>
      {isOwn && <p className={styles.title}>{say('oversight.takeOverWaits')}</p>}
      {of !== undefined && (
        <p className={styles.title}>
          {say('oversight.takeOverAsked', { who: personName(tab, { objectId: of }, view.people) })}
        </p>
      )}
      {!isOwn && (
        <ChangeForm
          intent={JSON.stringify([of, reason])}
          problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
          isDirty={reason.trim() !== ''}
          sendLabel={say(of === undefined ? 'oversight.takeOverAsk' : 'oversight.takeOverAgree')}
          savedText={say(of === undefined ? 'oversight.takeOverAskSaved' : 'oversight.takenOver')}
          onSaved={() => {
            setReason('');
            if (of === undefined) void onAsked();
            else onTaken();
          }}
          send={(request) =>
            withToldWords(reason, (words) =>
              call('oversight.takeOver', { caseId: view.caseId, request, ...(of && { of }), words }),
            )
          }
        >
          <ReserveReasonField id={`${id}reason`} value={reason} onValue={setReason} />
        </ChangeForm>
      )}
    </div>
  );
}
