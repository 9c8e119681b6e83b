import { type ReactNode, useId, useState } from 'react';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { WordsField } from '../parts/fields.tsx';
import { useTab } from '../parts/tab-context.ts';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';

interface NotSameFormProps {
  readonly other: CaseId;
  /** Whether it takes back that the two are not about the same person. */
  readonly revised: boolean;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly reasonLabel: string;
  readonly onSaved: () => void;
  readonly beside?: ReactNode;
}

/** Says with a reason that another case is not about the same person, or takes that back. */
export function NotSameForm(props: NotSameFormProps) {
  const { other, revised, sendLabel, savedText, reasonLabel, onSaved, beside } = props;
  const { say, call } = useTab();
  const context = useCaseContext();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      intent={JSON.stringify([revised ? 'take back' : 'not the same', other, reason])}
      problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
      isDirty={reason !== ''}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        setReason('');
        onSaved();
      }}
      send={(request) =>
        withWords(context, 'handlers', reason, (words) =>
          call('case.notSame', { ...adding(context.view, request), other, revised, words }),
        )
      }
      beside={beside}
    >
      <WordsField
        id={`${id}reason`}
        label={reasonLabel}
        hint={say('work.noteHint')}
        rows={2}
        value={reason}
        onValue={setReason}
        need="required"
      />
    </CaseForm>
  );
}
