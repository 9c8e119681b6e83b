import { useState } from 'react';
import { useKeys } from '../crypto/keys-context.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';

// Loaded later, since only an opened report says what the title is.
const lazyTitleForm = createLazyModule(
  async () => (await loadModule('case/title-form.tsx', () => import('./title-form.tsx'))).default,
);

export function TitlePanel() {
  const { translate } = useTab();
  const { isUnlocked } = useKeys();
  const { view, decryptedCase } = useCaseContext();
  const { caseTitle } = view.record;
  const [wasOpened, setWasOpened] = useState(false);
  if (decryptedCase !== undefined && !wasOpened) setWasOpened(true);
  return (
    <Panel heading={translate('titles.heading')} isInitiallyOpen={wasOpened && caseTitle === undefined && isUnlocked}>
      {decryptedCase === undefined ? (
        <p>{translate('titles.openFirst')}</p>
      ) : (
        <LazyComponent
          module={lazyTitleForm}
          props={{ opened: decryptedCase }}
          loadingLabel={translate('case.loading')}
        />
      )}
    </Panel>
  );
}
