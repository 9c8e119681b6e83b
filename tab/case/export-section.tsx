import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';
import { useCaseChange } from './case-form.tsx';
import { mergeEntries } from './merge-history.ts';
import { Panel } from '../ui/panel.tsx';

// Heavy, and most cases are never exported.
const lazyExportForm = createLazyModule(
  async () => (await loadModule('exports/export-form.tsx', () => import('../exports/export-form.tsx'))).default,
);

export function ExportSection() {
  const { say, me } = useTab();
  const { view, opened, words, seal, openReport } = useCaseContext();
  const change = useCaseChange();
  const [isWanted, setWanted] = useState(false);
  if (!me.exports) return null;
  return (
    <Panel heading={say('case.exportHeading')}>
      {isWanted ? (
        <LazyComponent
          module={lazyExportForm}
          props={{
            view,
            opened: opened?.report,
            added: opened?.added ?? [],
            sealedText: opened?.entries.find(
              ({ note }) => note !== undefined && note.digest === view.record.sanitised?.digest,
            )?.note?.sealed,
            entries: opened === undefined ? [] : mergeEntries([opened.entries, view.events]).entries,
            openedUpTo: opened?.record.chain.sequence ?? 0,
            words,
            seal,
            change,
            openReport,
          }}
          loadingLabel={say('case.exportLoading')}
        />
      ) : (
        <>
          <p>{say('case.exportText')}</p>
          <div>
            <Button onClick={() => setWanted(true)}>{say('case.exportOpen')}</Button>
          </div>
        </>
      )}
    </Panel>
  );
}
