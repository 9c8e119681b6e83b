import { useMemo, useState } from 'react';
import { ChangedBar } from '../parts/changed-bar.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useChanges } from '../parts/change-watch.ts';
import type { CaseContext } from './case-context.ts';

export function ChangedCase({ view, reload }: Pick<CaseContext, 'view' | 'reload'>) {
  const { say } = useTab();
  const { caseId, chain } = view.record;
  const { sequence } = chain;
  const [changedAfter, setChangedAfter] = useState<number>();
  const shown = useMemo(() => ({ case: { caseId, sequence } }), [caseId, sequence]);
  useChanges(shown, (answer) => {
    if (answer.case === 'gone') void reload();
    setChangedAfter(answer.case === 'changed' ? sequence : undefined);
  });
  if (changedAfter !== sequence) return null;
  return <ChangedBar words={say('case.changed')} onShow={reload} />;
}
