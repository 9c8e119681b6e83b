import { type ComponentType, createElement, type ReactNode } from 'react';
import { useOutdated } from '../../ui/build-watch.ts';
import { ErrorBoundary, type Part, usePart } from '../../ui/lazy-loader.ts';
import { Notice, Problem } from './notice.tsx';
import { useFrame } from './partner-context.ts';

export function Later<Props extends object>(shown: {
  readonly part: Part<ComponentType<Props>>;
  readonly props: Props;
}): ReactNode {
  const { say } = useFrame();
  const { loading, again } = usePart(shown.part);
  const isOutdated = useOutdated();
  if (loading.kind === 'loading') return <p>{say('frame.loading')}</p>;
  if (loading.kind === 'failed') {
    return (
      <>
        <Problem word="frame.partMissing" />
        {!isOutdated && (
          <button type="button" onClick={again}>
            {say('frame.tryAgain')}
          </button>
        )}
      </>
    );
  }
  return (
    <ErrorBoundary instead={<Notice isCareful>{say('frame.broken')}</Notice>}>
      {createElement(loading.it, shown.props)}
    </ErrorBoundary>
  );
}
