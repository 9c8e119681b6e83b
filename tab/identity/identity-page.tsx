import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { UnlockPanel } from '../seals/unlock-panel.tsx';
import { OpenForm } from './open-form.tsx';
import { type Shown, ShownIdentity } from './shown-identity.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: '48rem' },
  title: { margin: 0 },
});

/** Where a custodian opens who reported in confidence: with a reason, and never unseen. */
export default function IdentityPage() {
  const styles = useStyles();
  const { say } = useTab();
  const keys = useKeys();
  const [shown, setShown] = useState<Shown>();
  const isOpen = keys.keysOf('custodians').length > 0;
  // What was opened goes with the key that opened it.
  useEffect(() => {
    if (!isOpen) setShown(undefined);
  }, [isOpen]);

  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.title}>
        {say('identity.title')}
      </Title2>
      <Text>{say('identity.intro')}</Text>
      {!isOpen && <UnlockPanel />}
      {shown && isOpen ? (
        <ShownIdentity shown={shown} onClose={() => setShown(undefined)} />
      ) : (
        <OpenForm isUnlocked={isOpen} onOpened={setShown} />
      )}
    </div>
  );
}
