import { useState } from 'react';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Panel } from '../ui/panel.tsx';
import { useTab } from '../ui/tab-context.ts';

const lazyAddFilesForm = createLazyModule(
  async () => (await loadModule('case/add-files-form.tsx', () => import('./add-files-form.tsx'))).default,
);

export function AddFilesPanel() {
  const { translate, me, closesOnFilePick } = useTab();
  const [wasOpened, setWasOpened] = useState(false);
  if (me.files !== true) return null;
  return (
    <Panel heading={translate('caseFiles.addHeading')} onOpen={() => setWasOpened(true)}>
      {closesOnFilePick && <p>{translate('files.phones')}</p>}
      {!closesOnFilePick && wasOpened && (
        <LazyComponent module={lazyAddFilesForm} props={{}} loadingLabel={translate('shell.loading')} />
      )}
    </Panel>
  );
}
