import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { type Ref, useId } from 'react';
import { mostKeyFileBytes } from '../../seals/wrapping-of.ts';

const useStyles = makeStyles({
  input: {
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    maxWidth: '100%',
    padding: `${tokens.spacingVerticalXS} 0`,
  },
});

interface KeyFileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** The content of the file that was chosen, empty where it is far too big for a key; `undefined` for none. */
  readonly onFile: (content: Uint8Array | undefined) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Chooses a key file. It is read in the page and sent nowhere. */
export function KeyFileField({ label, hint, error, onFile, ref }: KeyFileFieldProps) {
  const styles = useStyles();
  const id = useId();
  const choose = async (file: File | undefined) => {
    if (!file) return onFile(undefined);
    onFile(file.size > mostKeyFileBytes ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Field
      label={{ children: label, htmlFor: id }}
      hint={hint}
      validationMessage={error}
      validationState={error === undefined ? 'none' : 'error'}
    >
      <input
        ref={ref}
        id={id}
        type="file"
        className={styles.input}
        onChange={(event) => void choose(event.currentTarget.files?.[0])}
      />
    </Field>
  );
}
