import { useSyncExternalStore } from 'react';
import { LazyPart } from '../parts/lazy-part.tsx';
import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';
import type { FilesPanelProps } from './files-panel.tsx';

const panel = createPart(
  async () => (await loadPart('report/files-panel.tsx', () => import('./files-panel.tsx'))).default,
);

/** The panel for files, loaded where files may be added. Those that are held are asked about before the page is left. */
export function ReportFiles(props: FilesPanelProps) {
  const { say } = useTab();
  const { held } = props;
  useUnsent(useSyncExternalStore(held.subscribe, held.view).files.length > 0);
  return <LazyPart part={panel} props={props} waiting={say('shell.loading')} />;
}
