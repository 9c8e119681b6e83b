import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { mayOpenForLifeAtRisk } from '../../core/model/identity-request.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { UnlockPanel } from '../crypto/unlock-panel.tsx';
import { CustodianIdentityRequestForm, OpenUnrequestedIdentityForm } from './identity-forms.tsx';
import { IdentityRequests } from './identity-requests.tsx';
import { type IdentityDisclosure, IdentityView } from './identity-view.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: '48rem',
    '&[hidden]': { display: 'none' },
  },
  title: { margin: 0 },
  part: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

export default function IdentityPage() {
  const styles = useStyles();
  const { translate, me } = useTab();
  const keys = useKeys();
  const [disclosure, setDisclosure] = useState<IdentityDisclosure>();
  const [refreshKey, setRefreshKey] = useState(0);
  const mayOpenWithoutRequest = me.identity === undefined || mayOpenForLifeAtRisk(me.identity);
  const isOpen = keys.getKeys('custodians').length > 0;
  // An identity goes with the key that decrypted it.
  useEffect(() => {
    if (!isOpen) setDisclosure(undefined);
  }, [isOpen]);

  return (
    <div className={styles.page}>
      <Title2 as="h1" tabIndex={-1} className={styles.title}>
        {translate('identity.title')}
      </Title2>
      <Text>{translate('identity.intro')}</Text>
      {!isOpen && <UnlockPanel />}
      {disclosure && isOpen && (
        <IdentityView
          shown={disclosure}
          onClose={() => {
            setDisclosure(undefined);
            setRefreshKey(refreshKey + 1);
          }}
        />
      )}
      {/* Only hidden, so that typed words stay. */}
      <div className={styles.page} hidden={disclosure !== undefined && isOpen}>
        <IdentityRequests isUnlocked={isOpen} refreshKey={refreshKey} onOpened={setDisclosure} />
        <section className={styles.page} aria-labelledby="identity-unasked">
          <h2 id="identity-unasked" className={styles.part}>
            {translate(mayOpenWithoutRequest ? 'request.openHeading' : 'request.askHeading')}
          </h2>
          {mayOpenWithoutRequest ? (
            <OpenUnrequestedIdentityForm isUnlocked={isOpen} onOpened={setDisclosure} />
          ) : (
            <CustodianIdentityRequestForm isUnlocked={isOpen} onRequested={() => setRefreshKey(refreshKey + 1)} />
          )}
        </section>
      </div>
    </div>
  );
}
