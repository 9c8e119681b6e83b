import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { Fingerprint } from './fingerprint.tsx';
import { readKeyFile, KeyFileField } from './key-file-field.tsx';
import { type UnlockResult, useKeys } from './keys-context.tsx';
import { solePersonalKeyFingerprint } from './sole-personal-key-fingerprint.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { sealErrorWords } from './seal-error-words.ts';
import { detectWrapping } from '../../crypto/identity-file-format.ts';
import { Notice } from '../ui/notice.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '40rem',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

type Failure = Exclude<UnlockResult, { readonly ok: true }>;
const isPassphraseFailure = (failure: Failure | undefined) =>
  failure?.why === 'wrongPassphrase' || failure?.why === 'passphraseNeeded';

export function UnlockPanel({ onUnlocked }: { readonly onUnlocked?: () => void }) {
  const styles = useStyles();
  const { translate, announce, me } = useTab();
  const keys = useKeys();
  const [chosen, setChosen] = useState<Uint8Array>();
  const [isOther, setIsOther] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const fileInput = useRef<HTMLInputElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);

  const storedFile = isOther ? undefined : keys.keyFile;
  const file = chosen ?? storedFile;
  const asksPassphrase = file !== undefined && detectWrapping(file) === 'passphrase';
  const personalFingerprint = solePersonalKeyFingerprint(keys.unlocked);

  const failureText = (failed: Failure): string => {
    if (failed.why === 'refused') return refusalText(translate, failed.refusal);
    return translate(failed.why === 'noFile' ? 'keys.errorNoFile' : sealErrorWords[failed.why]);
  };
  const onUnlock = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setFailure(undefined);
    const result = await keys.unlock(fileInput.current ? await readKeyFile(fileInput.current) : storedFile, passphrase);
    setIsBusy(false);
    if (!result.ok) {
      setFailure(result);
      (isPassphraseFailure(result) ? passphraseInput : fileInput).current?.focus();
      return;
    }
    setPassphrase('');
    setChosen(undefined);
    setIsOther(false);
    if (solePersonalKeyFingerprint(result.keys) !== undefined) return;
    announce(translate('keys.unlocked'));
    onUnlocked?.();
  };

  const message = failure && failureText(failure);
  return (
    <form className={styles.panel} onSubmit={(event) => void onUnlock(event)} noValidate>
      <Text weight="semibold">{translate('keys.unlockTitle')}</Text>
      <Text>{translate('keys.unlockWhy')}</Text>
      {message !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{message}</p>
        </Notice>
      )}
      {personalFingerprint !== undefined && (
        <Notice tone="calm" role="status">
          <p>
            {translate('keys.lonely')} <Fingerprint of={personalFingerprint} />
          </p>
        </Notice>
      )}
      {storedFile ? (
        <div className={styles.buttons}>
          <Text>{translate('keys.fileKept')}</Text>
          <Button size="small" onClick={() => setIsOther(true)}>
            {translate('keys.chooseOther')}
          </Button>
        </div>
      ) : (
        <KeyFileField
          ref={fileInput}
          label={translate('keys.file')}
          hint={translate('keys.fileHint')}
          error={isPassphraseFailure(failure) ? undefined : message}
          onFile={(content) => {
            setChosen(content);
            setFailure(undefined);
          }}
        />
      )}
      {asksPassphrase && (
        <PassphraseField
          ref={passphraseInput}
          label={translate('keys.passphrase')}
          error={isPassphraseFailure(failure) ? message : undefined}
          value={passphrase}
          onValue={setPassphrase}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {translate('keys.unlock')}
        </Button>
        {isBusy && <Spinner size="tiny" label={translate('keys.unlocking')} />}
      </div>
      <Text size={200}>{translate('keys.idle', { minutes: me.idleMinutes })}</Text>
    </form>
  );
}
