import { useTab } from './tab-context.ts';
import { WordsField } from './fields.tsx';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
}

/** A note beside a change, for all who handle the case; it may be left out. */
export function NoteField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  return <WordsField {...props} label={say('work.note')} hint={say('work.noteHint')} need="optional" rows={rows} />;
}

/** The reason for what the reserve is told of; it must be given, and the reserve can read it. */
export function ReserveReasonField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  const words = { label: say('work.reserveReason'), hint: say('work.reserveReasonHint') };
  return <WordsField {...props} {...words} need="required" rows={rows} />;
}

/** The reason for a change, for all who handle the case; it must be given. */
export function ReasonField({ rows = 3, ...props }: Props) {
  const { say } = useTab();
  return <WordsField {...props} label={say('work.reason')} hint={say('work.noteHint')} need="required" rows={rows} />;
}
