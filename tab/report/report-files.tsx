import { useMemo, useSyncExternalStore } from 'react';
import type { HeldFiles } from '../files/held-files.ts';
import { useTabLook } from '../files/tab-look.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/use-unsent.ts';

const addFiles = createPart(
  async () => (await loadPart('files/add-files.tsx', () => import('../files/add-files.tsx'))).default,
);

interface Props {
  readonly held: HeldFiles;
  readonly isBusy: boolean;
  readonly takes: 'report' | 'addition';
}

/** The panel for files beside a card, in the look of the tab. On a client that ends the page it says so in its place. */
export function ReportFiles({ held, isBusy, takes }: Props) {
  const look = useTabLook();
  const { say, language, announce, endsForFiles } = useTab();
  useUnsent(useSyncExternalStore(held.subscribe, held.view).files.length > 0);
  const speaking = useMemo(() => ({ say, language, announce }), [say, language, announce]);
  if (endsForFiles) return <p className={look.panel}>{say('files.phones')}</p>;
  const words = [
    say('files.which'),
    say('files.never'),
    say('files.stays'),
    say('files.noScan'),
    ...(takes === 'report' ? [say('files.drafts')] : []),
  ];
  const props = { held, speaking, look, isBusy, words, heading: say('files.heading') };
  return <LazyPart part={addFiles} props={props} waiting={say('shell.loading')} />;
}
