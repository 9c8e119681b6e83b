import { useState } from 'react';
import { LazyPart } from '../ui/lazy-part.tsx';
import { createPart, loadPart } from '../ui/lazy-loader.ts';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useUnsent } from '../ui/leave-dialog.tsx';
import type { SubjectDraft } from '../subjects/subject-draft.ts';
import { useCaseContext } from './case-context.ts';

// Loaded later: nothing says before whom an open report is about.
const subjectCard = createPart(
  async () => (await loadPart('case/subject-card.tsx', () => import('./subject-card.tsx'))).default,
);

export function SubjectsPanel() {
  const { say } = useTab();
  const { view, opened } = useCaseContext();
  // Held here, so that unsaved words outlast the opened report when the keys lock.
  const [typed, setTyped] = useState<readonly SubjectDraft[]>();
  useUnsent(typed !== undefined);
  const { subjectCard: kept } = view.record;
  return (
    <Panel
      heading={say('subjects.heading')}
      {...(kept !== undefined && { summary: say('subjects.kept', { version: kept.version }) })}
    >
      {opened === undefined ? (
        <>
          <p>{say('subjects.openFirst')}</p>
          {typed !== undefined && <p>{say('subjects.typedStays')}</p>}
        </>
      ) : (
        <LazyPart part={subjectCard} props={{ opened, typed, onTyped: setTyped }} waiting={say('case.loading')} />
      )}
    </Panel>
  );
}
