import { useMemo } from 'react';
import { namedFiles } from '../opened-files/named-files.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { createPart, loadPart } from '../parts/load-part.ts';
import { useTab } from '../parts/tab-context.ts';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { useCaseChange } from './case-form.tsx';

const openedFiles = createPart(
  async () =>
    (await loadPart('opened-files/opened-files.tsx', () => import('../opened-files/opened-files.tsx'))).default,
);

export function ReportFiles({ opened }: { readonly opened: OpenedCase }) {
  const { say } = useTab();
  const { view, seal, reload, doubtFile } = useCaseContext();
  const change = useCaseChange();
  const files = useMemo(() => namedFiles(opened.report, opened.record, opened.added), [opened]);
  if (files.groups.length === 0 && files.unnamed === 0) return null;
  return (
    <LazyPart
      part={openedFiles}
      props={{ files, view, seal, change, onMismatch: doubtFile, onOpened: () => void reload() }}
      waiting={say('caseFiles.loading')}
    />
  );
}
