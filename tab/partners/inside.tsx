import { createElement, type ReactNode } from 'react';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { loadPart } from '../parts/load-part.ts';
import { createPart, usePart } from '../parts/part.ts';
import { Notice } from './frame/notice.tsx';
import { useFrame } from './frame/partner-context.ts';

const hub = createPart(() => loadPart('hub/hub.tsx', async () => (await import('./hub/hub.tsx')).default));

/** Everything for somebody who is signed in: loaded then, and in a boundary of its own. */
export function Inside(): ReactNode {
  const { say } = useFrame();
  const { loading, again } = usePart(hub);
  if (loading.kind === 'loading') return <p>{say('frame.loading')}</p>;
  if (loading.kind === 'failed') {
    return (
      <>
        <Notice isCareful>{say('frame.partMissing')}</Notice>
        <button type="button" onClick={again}>
          {say('frame.tryAgain')}
        </button>
      </>
    );
  }
  return (
    <ErrorBoundary instead={<Notice isCareful>{say('frame.broken')}</Notice>}>
      {createElement(loading.it)}
    </ErrorBoundary>
  );
}
