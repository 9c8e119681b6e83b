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
  async () => (await loadModule('case/decrypted-report-view.tsx', () => import('./decrypted-report-view.tsx'))).default,
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
  const { translate } = useTab();
  const styles = useStyles();
  const { isUnlocked } = useKeys();
  const { view, decryptedCase, decryptionState, openReport } = useCaseContext();
  const count = decryptedCase === undefined ? 0 : countNewMessages(view.passed, decryptedCase.messageCounts);

  const heading = useRef<HTMLHeadingElement>(null);
  const wasMounted = useRef(false);

  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const hasEnded = decryptionState.kind !== 'opening' && decryptionState.kind !== 'closed';
    if (isLost && (hasEnded || (isUnlocked && wasMounted.current))) heading.current?.focus();
    wasMounted.current = true;
  }, [decryptionState.kind, isUnlocked]);

  return (
    <section className={styles.section} aria-labelledby="case-report" data-step="read">
      <h2 id="case-report" ref={heading} tabIndex={-1} className={styles.heading}>
        {translate('case.reportHeading')}
      </h2>
      {decryptedCase === undefined && <p>{translate('case.openIsRecorded')}</p>}
      {!isUnlocked && (
        <>
          <p>{translate('case.unlockFirst')}</p>
          <UnlockPanel />
        </>
      )}
      {decryptionState.kind === 'opening' && (
        <Spinner size="small" label={translate('case.opening')} labelPosition="after" />
      )}
      {decryptionState.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(translate, decryptionState.refusal)}</p>
        </Notice>
      )}
      {decryptionState.kind === 'otherKey' && (
        <Notice tone="careful" role="alert">
          <p>{translate('case.notForYourKey')}</p>
        </Notice>
      )}
      {isUnlocked && decryptedCase === undefined && decryptionState.kind !== 'opening' && (
        <Button appearance="primary" data-key="o" onClick={() => void openReport()}>
          {translate('case.open')}
        </Button>
      )}
      {decryptedCase !== undefined && (
        <div className={styles.open}>
          {count > 0 && (
            <Notice tone="calm" role="status">
              <p>{translate('case.newSince', { count })}</p>
              <Button size="small" onClick={() => void openReport()}>
                {translate('case.openAgain')}
              </Button>
            </Notice>
          )}
          <LazyComponent
            module={lazyDecryptedReport}
            props={{ opened: decryptedCase }}
            loadingLabel={translate('case.opening')}
          />
        </div>
      )}
    </section>
  );
}
