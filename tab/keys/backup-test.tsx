import { Button, Field, Spinner, Text, Textarea } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { useTab } from '../parts/tab-context.ts';
import { chosenIn, KeyFileField } from '../seals/key-file-field.tsx';
import { PassphraseField } from '../seals/passphrase-field.tsx';
import { readIdentities } from '../../seals/read-identities.ts';
import { sealErrorText } from '../seals/seal-error-text.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { saveFile } from '../parts/save-file.ts';
import { useKeysStyles } from '../parts/styles.ts';

interface BackupTestProps {
  readonly wrapped: string;
  readonly text: string;
  readonly fileName: string;
  readonly onTested: (file: Uint8Array) => void;
  readonly onAgain: () => void;
}

export function BackupTest({ wrapped, text, fileName, onTested, onAgain }: BackupTestProps) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<WordKey>();
  const [isBusy, setIsBusy] = useState(false);
  const download = useRef<HTMLButtonElement>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);
  useEffect(() => download.current?.focus(), []);

  const fail = (key: WordKey, at: typeof fileInput) => {
    setError(key);
    at.current?.focus();
  };
  const onTest = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setError(undefined);
    const file = await chosenIn(fileInput.current);
    if (!file) {
      setIsBusy(false);
      return fail('keys.errorNoFile', fileInput);
    }
    const opened = await readIdentities(file, { passphrase }).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      return thrown.code;
    });
    setIsBusy(false);
    if (typeof opened !== 'string') {
      return opened.text === text ? onTested(file) : fail('keys.errorOtherFile', fileInput);
    }
    const isPassphrase = opened === 'wrongPassphrase' || opened === 'passphraseNeeded';
    return fail(sealErrorText[opened], isPassphrase ? passphraseInput : fileInput);
  };

  const message = error && say(error);
  const isAboutPassphrase = error === 'keys.errorPassphrase' || error === 'keys.errorPassphraseNeeded';
  return (
    <form className={styles.form} onSubmit={(event) => void onTest(event)} noValidate>
      <Text>{say('keys.saveWhy')}</Text>
      <div className={styles.row}>
        <Button ref={download} onClick={() => saveFile(fileName, wrapped)}>
          {say('keys.saveFile', { name: fileName })}
        </Button>
        <Button appearance="subtle" onClick={onAgain}>
          {say('keys.otherPassphrase')}
        </Button>
      </div>
      <details>
        <summary>{say('keys.notSaved')}</summary>
        <Field label={say('keys.fileText')} hint={say('keys.fileTextHint', { name: fileName })}>
          <Textarea readOnly rows={6} value={wrapped} textarea={{ className: styles.code }} spellCheck={false} />
        </Field>
      </details>
      <KeyFileField
        ref={fileInput}
        label={say('keys.savedFile')}
        hint={say('keys.savedFileHint')}
        error={isAboutPassphrase ? undefined : message}
      />
      <PassphraseField
        ref={passphraseInput}
        label={say('keys.passphraseTest')}
        error={isAboutPassphrase ? message : undefined}
        value={passphrase}
        onValue={setPassphrase}
      />
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('keys.testFile')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}
