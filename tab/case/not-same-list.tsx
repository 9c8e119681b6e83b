import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type CaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { NotSameForm } from './not-same-form.tsx';

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
  const { say, open } = useTab();
  const reference = showCaseId(other);
  return (
    <NotSameForm
      other={other}
      revised
      sendLabel={say('subjects.revise')}
      savedText={say('subjects.reviseSaved')}
      reasonLabel={say('subjects.reviseReason', { reference })}
      onSaved={onRevised}
      beside={
        <Button size="small" onClick={() => open({ page: 'case', caseId: other })}>
          {say('case.openLinked', { reference })}
        </Button>
      }
    />
  );
}
