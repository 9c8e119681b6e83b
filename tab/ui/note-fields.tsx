import { useTab } from './tab-context.ts';
import { TextAreaField } from './form-fields.tsx';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
}

export function NoteField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  return <TextAreaField {...props} label={say('work.note')} hint={say('work.noteHint')} need="optional" rows={rows} />;
}

export function ReserveReasonField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  const words = { label: say('work.reserveReason'), hint: say('work.reserveReasonHint') };
  return <TextAreaField {...props} {...words} need="required" rows={rows} />;
}

export function ReasonField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  return (
    <TextAreaField {...props} label={say('work.reason')} hint={say('work.noteHint')} need="required" rows={rows} />
  );
}
