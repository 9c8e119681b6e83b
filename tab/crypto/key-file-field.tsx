import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { type Ref, useId } from 'react';
import { maxIdentityFileBytes } from '../../crypto/identity-file-format.ts';

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
  readonly onFile?: (content: Uint8Array | undefined) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** `undefined` without a field or file; empty if the file is gone or far too big for a key. */
export async function readKeyFile(field: HTMLInputElement | null): Promise<Uint8Array | undefined> {
  const file = field?.files?.[0];
  if (!file) return undefined;
  if (file.size > maxIdentityFileBytes) return new Uint8Array();
  return file.arrayBuffer().then(
    (content) => new Uint8Array(content),
    () => new Uint8Array(),
  );
}

export function KeyFileField({ label, hint, error, onFile, ref }: KeyFileFieldProps) {
  const styles = useStyles();
  const id = useId();
  const choose = async (field: HTMLInputElement) => {
    const file = field.files?.[0];
    const content = await readKeyFile(field);
    if (field.files?.[0] === file) onFile?.(content);
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
        onChange={(event) => void choose(event.currentTarget)}
      />
    </Field>
  );
}
