import { Button, Checkbox, Field, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fingerprintOf } from '../../concerns/recipients.ts';
import { SealError } from '../../concerns/seal-error.ts';
import { keyGroupText } from '../app/named.ts';
import { refusalText } from '../app/refusal-text.ts';
import { useTab } from '../app/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import { sealErrorText } from '../seals/seal-error-text.ts';
import { envelopeFor } from './envelope-for.ts';
import { Notice } from './notice.tsx';
import type { HeldGroup } from './role-of-group.ts';
import { useKeysStyles } from './styles.ts';

interface WrapFormProps {
  readonly objectId: string;
  readonly recipient: string;
  readonly name: string;
  readonly group: HeldGroup;
  readonly onWrapped: () => void;
  readonly onCancel: () => void;
}

/** Wraps a group's key for one person, once their fingerprint was compared outside of this page. */
export function WrapForm({ objectId, recipient, name, group, onWrapped, onCancel }: WrapFormProps) {
  const styles = useKeysStyles();
  const { say, call } = useTab();
  const keys = useKeys();
  const [isCompared, setIsCompared] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const onWrap = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsMissing(!isCompared);
    if (!isCompared) return box.current?.focus();
    setIsBusy(true);
    try {
      const sealed = await envelopeFor(keys.keysOf(group), group, recipient);
      const answer = await call('keys.wrap', { envelopes: [{ objectId, group, sealed }] });
      if (answer.ok) return onWrapped();
      setError(refusalText(say, answer.refusal));
    } catch (thrown) {
      if (!(thrown instanceof SealError)) throw thrown;
      setError(say(sealErrorText[thrown.code]));
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void onWrap(event)} noValidate>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <Text>{say('keys.compare', { name, group: keyGroupText(say, group) })}</Text>
      <Fingerprint of={fingerprintOf(recipient)} />
      <Field
        validationState={isMissing ? 'error' : 'none'}
        validationMessage={isMissing ? say('keys.compareFirst') : undefined}
      >
        <Checkbox
          ref={box}
          label={say('keys.compared', { name })}
          checked={isCompared}
          onChange={(_event, data) => setIsCompared(data.checked === true)}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('keys.wrap')}
        </Button>
        <Button onClick={onCancel}>{say('keys.cancel')}</Button>
      </div>
    </form>
  );
}
