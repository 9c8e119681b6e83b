import { Button, Checkbox, Field, Text } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fingerprintOf } from '../../concerns/terms/recipients.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { keyGroupText } from '../parts/key-group-text.ts';
import { useTab } from '../parts/tab-context.ts';
import { FingerprintInWords } from './fingerprint-in-words.tsx';
import { Notice } from '../parts/notice.tsx';
import type { HeldGroup } from './role-of-group.ts';
import { useKeysStyles } from '../parts/styles.ts';
import { useWrap } from './use-wrap.ts';

interface WrapFormProps {
  readonly objectId: PersonId;
  readonly recipient: string;
  readonly name: string;
  readonly group: HeldGroup;
  readonly onWrapped: () => void;
  readonly onCancel: () => void;
}

export function WrapForm({ objectId, recipient, name, group, onWrapped, onCancel }: WrapFormProps) {
  const styles = useKeysStyles();
  const { say } = useTab();
  const [isCompared, setIsCompared] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const { wrap, isBusy, error } = useWrap(group);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const onWrap = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsMissing(!isCompared);
    if (!isCompared) return box.current?.focus();
    if ((await wrap([{ objectId, recipient }])) !== undefined) onWrapped();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void onWrap(event)} noValidate>
      {error !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{error}</p>
        </Notice>
      )}
      <Text>{say('keys.compare', { name, group: keyGroupText(say, group) })}</Text>
      <FingerprintInWords of={fingerprintOf(recipient)} name={name} />
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
