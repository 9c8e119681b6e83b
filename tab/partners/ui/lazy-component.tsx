import { type ComponentType, createElement, type ReactNode } from 'react';
import { useIsOutdated } from '../../ui/build-watch.ts';
import { ErrorBoundary, type LazyModule, useLazyModule } from '../../ui/lazy-module.ts';
import { Notice, ProblemNotice } from './notice.tsx';
import { usePageShell } from './partner-context.ts';

export function LazyComponent<Props extends object>(shown: {
  readonly module: LazyModule<ComponentType<Props>>;
  readonly props: Props;
}): ReactNode {
  const { translate } = usePageShell();
  const { loading, again } = useLazyModule(shown.module);
  const isOutdated = useIsOutdated();
  if (loading.kind === 'loading') return <p>{translate('frame.loading')}</p>;
  if (loading.kind === 'failed') {
    return (
      <>
        <ProblemNotice word="frame.partMissing" />
        {!isOutdated && (
          <button type="button" onClick={again}>
            {translate('frame.tryAgain')}
          </button>
        )}
      </>
    );
  }
  return (
    <ErrorBoundary fallback={<Notice isCareful>{translate('frame.broken')}</Notice>}>
      {createElement(loading.it, shown.props)}
    </ErrorBoundary>
  );
}
