import { Field, Input } from '@fluentui/react-components';
import type { Ref } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export function PassphraseField({ label, hint, error, value, onValue, ref }: PassphraseFieldProps) {
  return (
    <Field label={label} hint={hint} validationMessage={error} validationState={error === undefined ? 'none' : 'error'}>
      <Input
        ref={ref}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(_event, data) => onValue(data.value)}
      />
    </Field>
  );
}
