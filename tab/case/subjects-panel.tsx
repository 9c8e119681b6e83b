import { useState } from 'react';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useUnsavedGuard } from '../ui/use-unsaved-guard.tsx';
import type { SubjectDraft } from '../subjects/subject-draft.ts';
import { useCaseContext } from './case-context.ts';
import { withdrawalStep } from './next-step.ts';
import { OpenedToAgreeContext, OpenToAgree } from './text-to-agree.tsx';

// Loaded later, since only an opened report says whom it is about.
const lazySubjectCardForm = createLazyModule(
  async () => (await loadModule('case/subject-card-form.tsx', () => import('./subject-card-form.tsx'))).default,
);

export function SubjectsPanel() {
  const { translate, me } = useTab();
  const { view, decryptedCase } = useCaseContext();
  // Here, so that unsaved words outlast the opened report when the keys lock.
  const [typed, setTyped] = useState<readonly SubjectDraft[]>();
  useUnsavedGuard(typed !== undefined);
  const openedToAgree = useState(false);
  const [, setOpenedToAgree] = openedToAgree;
  const { subjectCard: storedCard } = view.record;
  return (
    <Panel
      heading={translate('subjects.heading')}
      {...(storedCard !== undefined && { summary: translate('subjects.kept', { version: storedCard.version }) })}
    >
      {decryptedCase === undefined ? (
        <>
          <p>{translate('subjects.openFirst')}</p>
          {typed !== undefined && <p>{translate('subjects.typedStays')}</p>}
          {withdrawalStep(view.record, me) !== undefined && <OpenToAgree onOpened={() => setOpenedToAgree(true)} />}
        </>
      ) : (
        <OpenedToAgreeContext value={openedToAgree}>
          <LazyComponent
            module={lazySubjectCardForm}
            props={{ opened: decryptedCase, typed, onTyped: setTyped }}
            loadingLabel={translate('case.loading')}
          />
        </OpenedToAgreeContext>
      )}
    </Panel>
  );
}
