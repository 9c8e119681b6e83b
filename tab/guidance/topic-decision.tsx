import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isBlank } from '../../concerns/terms/blank.ts';
import { FormFields, WordsField } from '../parts/fields.tsx';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '40rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function TopicDecision(props: {
  readonly canSendBack: boolean;
  readonly canWithdraw: boolean;
  readonly isBusy: boolean;
  /** Whether it was done: the reason then goes. */
  readonly onSendBack: (reason: string) => Promise<boolean>;
  readonly onWithdraw: (reason: string) => Promise<boolean>;
}) {
  const styles = useStyles();
  const { say } = useTab();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const id = 'topic-reason';
  if (!props.canSendBack && !props.canWithdraw && reason === '') return null;

  const decide = async (decision: (reason: string) => Promise<boolean>): Promise<void> => {
    if (isBlank(reason)) {
      setTried(true);
      document.getElementById(id)?.focus();
    } else if (await decision(reason)) {
      setReason('');
      setTried(false);
    }
  };
  return (
    <div className={styles.form}>
      <FormFields value={isTried && isBlank(reason) ? [{ field: id, text: say('writing.needsReason') }] : []}>
        <WordsField id={id} label={say('writing.reason')} rows={2} value={reason} onValue={setReason} />
      </FormFields>
      <div className={styles.buttons}>
        {props.canSendBack && (
          <Button disabledFocusable={props.isBusy} onClick={() => void decide(props.onSendBack)}>
            {say('writing.sendBack')}
          </Button>
        )}
        {props.canWithdraw && (
          <Button disabledFocusable={props.isBusy} onClick={() => void decide(props.onWithdraw)}>
            {say('writing.withdraw')}
          </Button>
        )}
      </div>
    </div>
  );
}
