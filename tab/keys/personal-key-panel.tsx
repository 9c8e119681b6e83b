import { Button, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { keyFingerprint } from '../../core/model/public-keys.ts';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { Fingerprint } from '../crypto/fingerprint.tsx';
import { useKeys } from '../crypto/keys-context.tsx';
import { identitiesText, generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { KeyBackupForm } from './key-backup-form.tsx';
import { CopyableText } from '../ui/copyable-text.tsx';
import { SecurityCode } from './security-code.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useFormStyles } from '../ui/use-form-styles.ts';

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'warning' }
  | { readonly kind: 'backup'; readonly recipient: string }
  | { readonly kind: 'publish'; readonly recipient: string; readonly file: Uint8Array; readonly refusal?: Refusal }
  | { readonly kind: 'published'; readonly recipient: string };

/** Has the key backed up and tested, and only then sends its public key. */
export function PersonalKeyPanel({
  mine,
  onPublished,
}: {
  readonly mine: OperationAnswer<'keys.mine'>;
  readonly onPublished: () => void;
}) {
  const styles = useFormStyles();
  const { translate, call, announce } = useTab();
  const keys = useKeys();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const newRecipient = step.kind === 'backup' || step.kind === 'publish' ? step.recipient : undefined;
  const newKey = keys.getKeys('new').find((key) => key.recipient === newRecipient);
  const isLost = newRecipient !== undefined && newKey === undefined;
  useUnsavedGuard(newKey !== undefined);
  // Locked in between: the new key is gone, and no one heard of it.
  useEffect(() => {
    if (isLost) announce(translate('keys.newKeyLost'));
  }, [isLost, announce, translate]);

  const onMake = async () => {
    const pair = await generateKeyPair();
    keys.add([{ ...pair, group: 'new' }]);
    setStep({ kind: 'backup', recipient: pair.recipient });
  };
  const onPublish = async (recipient: string, file: Uint8Array) => {
    const answer = await call('keys.publish', { recipient });
    if (!answer.ok) return setStep({ kind: 'publish', recipient, file, refusal: answer.refusal });
    const pair = keys.getKeys('new').find((key) => key.recipient === recipient);
    if (pair) keys.add([{ ...pair, group: 'personal' }], file);
    setStep({ kind: 'published', recipient });
    announce(translate('keys.published'));
    onPublished();
  };

  return (
    <Section title={translate('keys.ownTitle')}>
      <Text className={styles.words}>{translate('keys.ownWhy')}</Text>
      {mine.recipient === undefined ? (
        <Text>{translate('keys.ownNone')}</Text>
      ) : (
        <>
          <Text>{translate('keys.ownFingerprint')}</Text>
          <SecurityCode of={keyFingerprint(mine.recipient)} name={translate('keys.ownerPersonal')} />
          <CopyableText label={translate('keys.ownLine')} text={mine.recipient} />
        </>
      )}
      {isLost && (
        <Notice tone="careful" role="status">
          <p>{translate('keys.newKeyLost')}</p>
        </Notice>
      )}
      {(step.kind === 'idle' || isLost) && (
        <Button onClick={() => (mine.recipient === undefined ? void onMake() : setStep({ kind: 'warning' }))}>
          {translate(mine.recipient === undefined ? 'keys.makeOwn' : 'keys.replaceOwn')}
        </Button>
      )}
      {step.kind === 'warning' && (
        <>
          <Notice tone="careful" role="status">
            <p>{translate('keys.replaceWarning')}</p>
          </Notice>
          <div className={styles.row}>
            <Button appearance="primary" onClick={() => void onMake()}>
              {translate('keys.replaceConfirm')}
            </Button>
            <Button onClick={() => setStep({ kind: 'idle' })}>{translate('keys.cancel')}</Button>
          </div>
        </>
      )}
      {step.kind === 'backup' && newKey && (
        <KeyBackupForm
          text={identitiesText([newKey], 'Candour, own key')}
          fileName="candour-own-key.age"
          onTested={(file) => void onPublish(newKey.recipient, file)}
        />
      )}
      {step.kind === 'publish' && newKey && (
        <>
          {step.refusal && (
            <Notice tone="careful" role="alert">
              <p>{refusalText(translate, step.refusal)}</p>
            </Notice>
          )}
          <Button appearance="primary" onClick={() => void onPublish(step.recipient, step.file)}>
            {translate('keys.publishAgain')}
          </Button>
        </>
      )}
      {step.kind === 'published' && (
        <Notice tone="good" role="status">
          <p>
            {translate('keys.publishedNext')} <Fingerprint of={keyFingerprint(step.recipient)} />
          </p>
        </Notice>
      )}
    </Section>
  );
}
