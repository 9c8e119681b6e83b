import { type ReactNode } from 'react';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { WordsField } from '../parts/fields.tsx';
import { useTab } from '../parts/tab-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';

interface NotSameFormProps {
  readonly other: CaseId;
  readonly revised: boolean;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly reasonLabel: string;
  readonly onSaved: () => void;
  readonly beside?: ReactNode;
}

export function NotSameForm(props: NotSameFormProps) {
  const { other, revised, sendLabel, savedText, reasonLabel, onSaved, beside } = props;
  const { say, call } = useTab();
  const { draft, field, wordsProblem, form, worded } = useCaseForm({ reason: '' }, [other, revised]);
  const { reason } = draft;
  return (
    <CaseForm
      {...form}
      problems={wordsProblem('reason', say('work.reasonNeeded'))}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        form.onSaved();
        onSaved();
      }}
      send={worded('handlers', reason, ({ adding, words }) =>
        call('case.notSame', { ...adding, other, revised, words }),
      )}
      beside={beside}
    >
      <WordsField {...field('reason')} label={reasonLabel} hint={say('work.noteHint')} rows={2} need="required" />
    </CaseForm>
  );
}
