import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type CaseId, showCaseId } from '../../concerns/terms/case-id.ts';
import { WordsField } from '../parts/fields.tsx';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { adding, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';

/** The cases that somebody said are not about the same person, for a second person to take that back. */
export function NotSameList() {
  const { say } = useTab();
  const { view } = useCaseContext();
  const { notSame } = view.record;
  const [revised, setRevised] = useState<CaseId>();
  const isRevised = revised !== undefined && !notSame.includes(revised);
  if (notSame.length === 0 && !isRevised) return null;
  return (
    <section aria-label={say('subjects.notSameHeading')}>
      <h4>{say('subjects.notSameHeading')}</h4>
      {isRevised && (
        <Notice tone="good" role="status">
          <p>{say('subjects.reviseSaved')}</p>
        </Notice>
      )}
      {notSame.length > 0 && <p>{say('subjects.reviseOther')}</p>}
      {notSame.map((other) => (
        <OneNotSame key={other} other={other} onRevised={() => setRevised(other)} />
      ))}
    </section>
  );
}

function OneNotSame({ other, onRevised }: { readonly other: CaseId; readonly onRevised: () => void }) {
  const { say, call, open } = useTab();
  const context = useCaseContext();
  const id = useId();
  const [reason, setReason] = useState('');
  const reference = showCaseId(other);
  return (
    <CaseForm
      intent={JSON.stringify(['take back', other, reason])}
      problems={wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded'))}
      isDirty={reason !== ''}
      sendLabel={say('subjects.revise')}
      savedText={say('subjects.reviseSaved')}
      onSaved={() => {
        setReason('');
        onRevised();
      }}
      send={(request) =>
        withWords(context, 'handlers', reason, (words) =>
          call('case.notSame', { ...adding(context.view, request), other, revised: true, words }),
        )
      }
      beside={
        <Button size="small" onClick={() => open({ page: 'case', caseId: other })}>
          {say('case.openLinked', { reference })}
        </Button>
      }
    >
      <WordsField
        id={`${id}reason`}
        label={say('subjects.reviseReason', { reference })}
        hint={say('work.noteHint')}
        rows={2}
        value={reason}
        onValue={setReason}
        need="required"
      />
    </CaseForm>
  );
}
