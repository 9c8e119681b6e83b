import { createContext, type Ref, useContext, useEffect, useRef } from 'react';
import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { useTab } from './tab-context.ts';
import { useUnsavedText } from './unsaved-changes.ts';

export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

const FieldProblemsContext = createContext<readonly FieldProblem[]>([]);

export const FieldProblemsProvider = FieldProblemsContext.Provider;

const useFieldProblem = (field: string): string | undefined =>
  useContext(FieldProblemsContext).find((problem) => problem.field === field)?.text;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly need?: 'required' | 'optional';
}
interface Option {
  readonly value: string;
  readonly text: string;
}

function useFieldProps({ id, label, hint, need }: FieldProps) {
  const { translate } = useTab();
  const problem = useFieldProblem(id);
  const words =
    need === undefined ? label : translate(need === 'required' ? 'case.required' : 'case.optional', { label });
  return {
    label: { children: words, htmlFor: id },
    ...(hint !== undefined && { hint }),
    ...(problem !== undefined && { validationState: 'error' as const, validationMessage: problem }),
  };
}

const charactersShownFrom = 1000;

/** How many characters are left near the end, and too many after it. Said aloud only as each begins. */
function useLengthHint(value: string, maxLength: number | undefined): string | undefined {
  const { translate, announce } = useTab();
  const left = maxLength === undefined ? Infinity : maxLength - value.trim().length;
  const state = left > charactersShownFrom ? 'none' : left < 0 ? 'over' : 'near';
  const text = {
    none: undefined,
    near: () => translate('case.charactersLeft', { count: left }),
    over: () => translate('case.tooLong', { count: -left }),
  }[state]?.();
  const said = useRef(state);
  useEffect(() => {
    if (said.current === state) return;
    said.current = state;
    if (text !== undefined) announce(text);
  }, [state, text, announce]);
  return text;
}

export function TextAreaField(
  props: FieldProps & {
    readonly rows?: number;
    readonly isReadOnly?: boolean;
    readonly ref?: Ref<HTMLTextAreaElement>;
    /** More can be typed: nothing that is pasted is cut. */
    readonly maxLength?: number;
  },
) {
  const lengthHint = useLengthHint(props.value, props.maxLength);
  const hint = [props.hint, lengthHint].filter((part) => part !== undefined).join(' ');
  const field = useFieldProps({ ...props, ...(hint !== '' && { hint }) });
  useUnsavedText(props.label, props.value);
  return (
    <Field {...field}>
      <Textarea
        id={props.id}
        ref={props.ref ?? null}
        value={props.value}
        resize="vertical"
        readOnly={props.isReadOnly === true}
        textarea={{ rows: props.rows ?? 4, autoComplete: 'off', spellCheck: false }}
        onChange={(_, { value }) => props.onValue(value)}
      />
    </Field>
  );
}

export function InputField(
  props: FieldProps & {
    readonly type?: 'text' | 'date' | 'time';
    /** A browser hands out a half-typed day as no day at all. */
    readonly onHalfTyped?: (isHalfTyped: boolean) => void;
  },
) {
  const { onHalfTyped } = props;
  const field = useFieldProps(props);
  const check = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
    onHalfTyped?.(currentTarget.validity.badInput);
  return (
    <Field {...field}>
      <Input
        id={props.id}
        type={props.type ?? 'text'}
        value={props.value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event, { value }) => {
          props.onValue(value);
          check(event);
        }}
        {...(onHalfTyped && { onKeyUp: check, onBlur: check })}
      />
    </Field>
  );
}

const useStyles = makeStyles({
  // A select is as wide as its longest option, in Welsh wider than a narrow page.
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { minWidth: 0 } },
});

export function SelectField(props: FieldProps & { readonly options: readonly Option[]; readonly blank?: string }) {
  const { translate } = useTab();
  const field = useFieldProps(props);
  const styles = useStyles();
  return (
    <Field {...field} className={styles.narrow}>
      <Select id={props.id} value={props.value} onChange={(_, { value }) => props.onValue(value)}>
        <option value="">{props.blank ?? translate('case.choose')}</option>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function RadioField(props: FieldProps & { readonly options: readonly Option[] }) {
  const { label, ...field } = useFieldProps(props);
  return (
    <Field {...field} label={label.children}>
      <RadioGroup value={props.value} onChange={(_, { value }) => props.onValue(value)}>
        {props.options.map(({ value, text }, place) => (
          <Radio key={value} value={value} label={text} {...(place === 0 && { id: props.id })} />
        ))}
      </RadioGroup>
    </Field>
  );
}

export function CheckboxField(props: {
  readonly id: string;
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChecked: (isChecked: boolean) => void;
}) {
  const problem = useFieldProblem(props.id);
  return (
    <Field {...(problem !== undefined && { validationState: 'error' as const, validationMessage: problem })}>
      <Checkbox
        id={props.id}
        label={props.label}
        checked={props.isChecked}
        onChange={(_, { checked }) => props.onChecked(checked === true)}
      />
    </Field>
  );
}
