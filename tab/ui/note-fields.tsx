import { useTab } from './tab-context.ts';
import { TextAreaField } from './form-fields.tsx';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
}

export function NoteField({ rows = 3, ...props }: Props) {
  const { translate } = useTab();
  return (
    <TextAreaField
      {...props}
      label={translate('work.note')}
      hint={translate('work.noteHint')}
      need="optional"
      rows={rows}
    />
  );
}

export function ReserveReasonField({ rows = 3, ...props }: Props) {
  const { translate } = useTab();
  const words = { label: translate('work.reserveReason'), hint: translate('work.reserveReasonHint') };
  return <TextAreaField {...props} {...words} need="required" rows={rows} />;
}

export function ReasonField({ rows = 3, ...props }: Props) {
  const { translate } = useTab();
  return (
    <TextAreaField
      {...props}
      label={translate('work.reason')}
      hint={translate('work.noteHint')}
      need="required"
      rows={rows}
    />
  );
}
