import { Button, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTab } from '../app/tab-context.ts';
import { useDesk } from './case-desk.ts';
import { Panel } from './panel.tsx';

// What draws a PDF is heavy, and most cases are never exported.
const ExportPanel = lazy(() => import('../exports/export-panel.tsx'));

/** Leads to the export of a case. */
export function ExportSection() {
  const { say, me } = useTab();
  const { view, opened } = useDesk();
  const [isWanted, setWanted] = useState(false);
  if (!me.exports) return null;
  return (
    <Panel heading={say('case.exportHeading')}>
      {isWanted ? (
        <Suspense fallback={<Spinner size="small" label={say('case.exportLoading')} labelPosition="after" />}>
          <ExportPanel view={view} opened={opened?.report} />
        </Suspense>
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
