import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { useCaseChange } from './case-form.tsx';
import { mergeHistoryEntries } from './merge-history.ts';
import { Panel } from '../ui/panel.tsx';

// Heavy, and most cases are never exported.
const lazyExportForm = createLazyModule(
  async () => (await loadModule('exports/export-form.tsx', () => import('../exports/export-form.tsx'))).default,
);

export function ExportPanel() {
  const { translate, me } = useTab();
  const { view, decryptedCase, textsByDigest, seal, openReport } = useCaseContext();
  const change = useCaseChange();
  const [isWanted, setWanted] = useState(false);
  if (!me.exports) return null;
  return (
    <Panel heading={translate('case.exportHeading')}>
      {isWanted ? (
        <LazyComponent
          module={lazyExportForm}
          props={{
            view,
            decryptedReport: decryptedCase?.report,
            added: decryptedCase?.addedFiles ?? [],
            sealedText: decryptedCase?.entries.find(
              ({ note }) => note !== undefined && note.digest === view.record.sanitised?.digest,
            )?.note?.sealed,
            entries:
              decryptedCase === undefined ? [] : mergeHistoryEntries([decryptedCase.entries, view.events]).entries,
            decryptedUpTo: decryptedCase?.record.chain.sequence ?? 0,
            textsByDigest,
            seal,
            change,
            openReport,
          }}
          loadingLabel={translate('case.exportLoading')}
        />
      ) : (
        <>
          <p>{translate('case.exportText')}</p>
          <div>
            <Button onClick={() => setWanted(true)}>{translate('case.exportOpen')}</Button>
          </div>
        </>
      )}
    </Panel>
  );
}
