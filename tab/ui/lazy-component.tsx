import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { ErrorBoundary, type LazyModule, useLazyModule } from './lazy-module.ts';
import { useTab } from './tab-context.ts';

const useStyles = makeStyles({
  missing: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    '& p': { margin: 0 },
  },
});

function LoadFailedNotice({ again: onRetry }: { readonly again: () => void }) {
  const styles = useStyles();
  const { translate } = useTab();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <div role="alert" className={styles.missing}>
      <p>{translate('shell.partMissing')}</p>
      <Button ref={button} onClick={onRetry}>
        {translate('shell.tryAgain')}
      </Button>
    </div>
  );
}

/** If this part does not load or breaks, the rest of the page stays, with all that was typed. */
export function LazyComponent<Props extends object>(shown: {
  readonly module: LazyModule<ComponentType<Props>>;
  readonly props: Props;
  readonly loadingLabel: string;
}): ReactNode {
  const { loading, again } = useLazyModule(shown.module);
  const [tries, setTries] = useState(0);
  if (loading.kind === 'failed') return <LoadFailedNotice again={again} />;
  if (loading.kind === 'loading') return <Spinner size="small" label={shown.loadingLabel} labelPosition="after" />;
  return (
    <ErrorBoundary key={tries} fallback={<LoadFailedNotice again={() => setTries(tries + 1)} />}>
      {createElement(loading.it, shown.props)}
    </ErrorBoundary>
  );
}
