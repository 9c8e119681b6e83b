import { useState } from 'react';
import { LazyPart } from '../parts/lazy-part.tsx';
import { loadPart } from '../parts/load-part.ts';
import { Panel } from '../parts/panel.tsx';
import { createPart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import type { SubjectDraft } from '../subjects/subject-draft.ts';
import { useCaseContext } from './case-context.ts';

// What seals, opens and compares comes once a report is open: nobody says before whom it is about.
const subjectCard = createPart(
  async () => (await loadPart('case/subject-card.tsx', () => import('./subject-card.tsx'))).default,
);

/** Whom the report is about, and which other cases may be about the same person. */
export function SubjectsPanel() {
  const { say } = useTab();
  const { view, opened } = useCaseContext();
  // Stays here when the keys lock: what somebody typed and has not saved is not lost with what was opened.
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
