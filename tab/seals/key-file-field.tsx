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
  /** The content of the file that was chosen, empty where it is far too big for a key or gone; `undefined` for none. */
  readonly onFile?: (content: Uint8Array | undefined) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * The content of the file that a field shows as chosen, as `onFile` tells it: whoever presses a button while the file is
 * still being read is answered by that file, and not by none or by the one before. `undefined` for no field and no file;
 * empty where the file is far too big for a key, or is there no more.
 */
export async function chosenIn(field: HTMLInputElement | null): Promise<Uint8Array | undefined> {
  const file = field?.files?.[0];
  if (!file) return undefined;
  if (file.size > mostKeyFileBytes) return new Uint8Array();
  return file.arrayBuffer().then(
    (content) => new Uint8Array(content),
    () => new Uint8Array(),
  );
}

/** Chooses a key file. It is read in the page and sent nowhere. */
export function KeyFileField({ label, hint, error, onFile, ref }: KeyFileFieldProps) {
  const styles = useStyles();
  const id = useId();
  const choose = async (field: HTMLInputElement) => {
    const file = field.files?.[0];
    const content = await chosenIn(field);
    // Another was chosen meanwhile: that one is told, whichever is read first.
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
