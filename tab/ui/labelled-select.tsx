import { Label, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  inline: { flexDirection: 'row', alignItems: 'center', gap: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
});

interface Props<Value extends string> {
  readonly label: string;
  readonly all?: string;
  /** The label beside the field. */
  readonly isInline?: boolean;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
}

export function LabelledSelect<Value extends string>({ label, all, isInline, options, value, onChoose }: Props<Value>) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={mergeClasses(styles.choice, isInline === true && styles.inline)}>
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Select
        id={id}
        size="small"
        value={value ?? ''}
        onChange={(_, data) => onChoose(options.find((option) => option.value === data.value)?.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </div>
  );
}
