import { Button, Spinner, Text } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { useTab } from '../parts/tab-context.ts';
import { chosenIn, KeyFileField } from '../seals/key-file-field.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import { PassphraseField } from '../seals/passphrase-field.tsx';
import { sealErrorText } from '../seals/seal-error-text.ts';
import { wrappingOf } from '../../seals/wrapping-of.ts';
import type { WordKey } from '../../words/tab/say.ts';
import type { LeaverStepProps } from './leaver-step-props.ts';
import { Notice } from '../parts/notice.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { testRecovery } from './test-recovery.ts';

export function LeaverRecovery({ ceremony: { group, recipient }, mine, onMove }: LeaverStepProps) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const keys = useKeys();
  const [file, setFile] = useState<Uint8Array>();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<WordKey>();
  const [isBusy, setIsBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const newKey = keys.keysOf(group).find((key) => key.recipient === recipient);
  const lines = mine.recipients.recovery;

  const onTest = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const fail = (key: WordKey) => {
      setError(key);
      input.current?.focus();
    };
    if (!newKey) return fail('keys.errorNewKeyClosed');
    setIsBusy(true);
    setError(undefined);
    const recovery = await chosenIn(input.current);
    if (!recovery) {
      setIsBusy(false);
      return fail('keys.errorNoFile');
    }
    const tested = await testRecovery(newKey, lines, recovery, { passphrase, personal: keys.identities }).catch(
      (thrown: unknown) => {
        if (!(thrown instanceof SealError)) throw thrown;
        return thrown.code;
      },
    );
    setIsBusy(false);
    setPassphrase('');
    if (tested === 'opens') return onMove({ kind: 'recoveryTested' });
    return fail(tested === 'otherKey' ? 'keys.errorNotRecovery' : sealErrorText[tested]);
  };

  if (lines.length === 0) {
    return (
      <>
        <Notice tone="careful" role="status">
          <p>{say('leaver.noRecovery')}</p>
        </Notice>
        <div>
          <Button onClick={() => onMove({ kind: 'recoveryTested' })}>{say('keys.goOn')}</Button>
        </div>
      </>
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void onTest(event)} noValidate>
      <Text>{say('leaver.recoveryWhy')}</Text>
      <KeyFileField
        ref={input}
        label={say('leaver.recoveryFile')}
        hint={say('leaver.recoveryHint')}
        error={error && say(error)}
        onFile={setFile}
      />
      {file && wrappingOf(file) === 'passphrase' && (
        <PassphraseField label={say('leaver.recoveryPassphrase')} value={passphrase} onValue={setPassphrase} />
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('leaver.testRecovery')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}
