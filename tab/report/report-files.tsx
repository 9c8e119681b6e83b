import { LazyPart } from '../parts/lazy-part.tsx';
import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';
import type { FilesPanelProps } from './files-panel.tsx';

const panel = createPart(
  async () => (await loadPart('report/files-panel.tsx', () => import('./files-panel.tsx'))).default,
);

/** The panel for files, loaded where files may be added or some were. */
export function ReportFiles(props: FilesPanelProps) {
  const { say } = useTab();
  return <LazyPart part={panel} props={props} waiting={say('shell.loading')} />;
}
