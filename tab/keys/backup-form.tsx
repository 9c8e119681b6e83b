import { Button, Spinner, Text } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { drawn as drawing } from '../parts/drawn.ts';
import { fewestCharacters } from '../../seals/draw-passphrase.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { PassphraseField } from '../seals/passphrase-field.tsx';
import { wrapInPassphrase } from '../../seals/wrap-identity.ts';
import { BackupTest } from './backup-test.tsx';
import { type Drawn, DrawnPassphrase } from './drawn-passphrase.tsx';
import { loadJudge, passphraseProblem } from './new-passphrase.ts';
import { useKeysStyles } from '../parts/styles.ts';

interface BackupFormProps {
  readonly text: string;
  readonly fileName: string;
  readonly onTested: (file: Uint8Array) => void;
}

/** Saves identities as a file that only a passphrase opens, and has it opened again before anything relies on it. */
export function BackupForm({ text, fileName, onTested }: BackupFormProps) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const [drawn, setDrawn] = useState<Drawn>();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof passphraseProblem>>>();
  const [isBusy, setIsBusy] = useState(false);
  const [wrapped, setWrapped] = useState<string>();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  const forget = () => {
    setPassphrase('');
    setAgain('');
    setProblem(undefined);
  };
  const onMake = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const found = drawn === undefined ? await passphraseProblem(passphrase, again, loadJudge) : undefined;
    setProblem(found);
    if (found) {
      setIsBusy(false);
      return (found === 'differ' ? second : first).current?.focus();
    }
    await drawing();
    setWrapped(await wrapInPassphrase(text, drawn?.passphrase ?? passphrase));
    setIsBusy(false);
    setDrawn(undefined);
    forget();
  };

  if (wrapped !== undefined) {
    return (
      <BackupTest
        wrapped={wrapped}
        text={text}
        fileName={fileName}
        onTested={onTested}
        onAgain={() => setWrapped(undefined)}
      />
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void onMake(event)} noValidate>
      <Text>{say('keys.passphraseAdvice')}</Text>
      <DrawnPassphrase
        drawn={drawn}
        onDrawn={(now) => {
          setDrawn(now);
          forget();
        }}
      />
      {problem === 'missing' && (
        <Notice tone="careful" role="alert">
          <p>{say('shell.partMissing')}</p>
        </Notice>
      )}
      {drawn === undefined && (
        <>
          <PassphraseField
            ref={first}
            label={say('keys.newPassphrase')}
            hint={say('keys.newPassphraseHint', { fewest: fewestCharacters })}
            error={
              problem === 'short' || problem === 'weak'
                ? say(problem === 'short' ? 'keys.passphraseShort' : 'passphrase.weak', {
                    fewest: fewestCharacters,
                  })
                : undefined
            }
            value={passphrase}
            onValue={setPassphrase}
          />
          <PassphraseField
            ref={second}
            label={say('keys.passphraseAgain')}
            error={problem === 'differ' ? say('keys.passphraseDiffers') : undefined}
            value={again}
            onValue={setAgain}
          />
        </>
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('keys.makeFile')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}
