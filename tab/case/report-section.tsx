import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { UnlockPanel } from '../crypto/unlock-panel.tsx';
import { useCaseContext } from './case-context.ts';
import { countNewMessages } from './message-thread.ts';

const lazyDecryptedReport = createLazyModule(
  async () => (await loadModule('case/report-view.tsx', () => import('./report-view.tsx'))).default,
);

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    '& > *': { maxWidth: '100%' },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  open: { justifySelf: 'stretch' },
});

export function ReportSection() {
  const { say } = useTab();
  const styles = useStyles();
  const { isUnlocked } = useKeys();
  const { view, opened, opening, openReport } = useCaseContext();
  const count = opened === undefined ? 0 : countNewMessages(view.passed, opened.passed);

  const heading = useRef<HTMLHeadingElement>(null);
  const wasMounted = useRef(false);

  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const hasEnded = opening.kind !== 'opening' && opening.kind !== 'closed';
    if (isLost && (hasEnded || (isUnlocked && wasMounted.current))) heading.current?.focus();
    wasMounted.current = true;
  }, [opening.kind, isUnlocked]);

  return (
    <section className={styles.section} aria-labelledby="case-report">
      <h2 id="case-report" ref={heading} tabIndex={-1} className={styles.heading}>
        {say('case.reportHeading')}
      </h2>
      {opened === undefined && <p>{say('case.openIsRecorded')}</p>}
      {!isUnlocked && (
        <>
          <p>{say('case.unlockFirst')}</p>
          <UnlockPanel />
        </>
      )}
      {opening.kind === 'opening' && <Spinner size="small" label={say('case.opening')} labelPosition="after" />}
      {opening.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, opening.refusal)}</p>
        </Notice>
      )}
      {opening.kind === 'otherKey' && (
        <Notice tone="careful" role="alert">
          <p>{say('case.notForYourKey')}</p>
        </Notice>
      )}
      {isUnlocked && opened === undefined && opening.kind !== 'opening' && (
        <Button appearance="primary" onClick={() => void openReport()}>
          {say('case.open')}
        </Button>
      )}
      {opened !== undefined && (
        <div className={styles.open}>
          {count > 0 && (
            <Notice tone="calm" role="status">
              <p>{say('case.newSince', { count })}</p>
              <Button size="small" onClick={() => void openReport()}>
                {say('case.openAgain')}
              </Button>
            </Notice>
          )}
          <LazyComponent module={lazyDecryptedReport} props={{ opened }} loadingLabel={say('case.opening')} />
        </div>
      )}
    </section>
  );
}
