import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTab } from './tab-context.ts';
import { useFormStyles } from './use-form-styles.ts';

export function CopyableText({
  label,
  text,
  isProse = false,
}: {
  readonly label: string;
  readonly text: string;
  readonly isProse?: boolean;
}) {
  const styles = useFormStyles();
  const { translate, announce } = useTab();
  const area = useRef<HTMLTextAreaElement>(null);
  const onCopy = async () => {
    area.current?.focus();
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      announce(translate('keys.copied'));
    } catch {
      announce(translate('keys.copyByHand'));
    }
  };
  return (
    <div className={styles.form}>
      <Field label={label}>
        <Textarea
          ref={area}
          readOnly
          rows={isProse ? 6 : 3}
          value={text}
          spellCheck={false}
          {...(!isProse && { textarea: { className: styles.code } })}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <div>
        <Button size="small" onClick={() => void onCopy()} aria-label={`${translate('keys.copy')}: ${label}`}>
          {translate('keys.copy')}
        </Button>
      </div>
    </div>
  );
}
