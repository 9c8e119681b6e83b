import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { opensForLife } from '../../core/model/identity-request.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { UnlockPanel } from '../crypto/unlock-panel.tsx';
import { AskForm, OpenForm } from './reason-form.tsx';
import { Requests } from './requests.tsx';
import { type Shown, ShownIdentity } from './identity-view.tsx';

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
  const { say, me } = useTab();
  const keys = useKeys();
  const [shown, setShown] = useState<Shown>();
  const [done, setDone] = useState(0);
  const isForLife = me.identity === undefined || opensForLife(me.identity);
  const isOpen = keys.keysOf('custodians').length > 0;
  // An opened identity goes with the key that opened it.
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
      {shown && isOpen && (
        <ShownIdentity
          shown={shown}
          onClose={() => {
            setShown(undefined);
            setDone(done + 1);
          }}
        />
      )}
      {/* Hidden, and not gone: what was typed there stays. */}
      <div className={styles.page} hidden={shown !== undefined && isOpen}>
        <Requests isUnlocked={isOpen} done={done} onOpened={setShown} />
        <section className={styles.page} aria-labelledby="identity-unasked">
          <h2 id="identity-unasked" className={styles.part}>
            {say(isForLife ? 'request.openHeading' : 'request.askHeading')}
          </h2>
          {isForLife ? (
            <OpenForm isUnlocked={isOpen} onOpened={setShown} />
          ) : (
            <AskForm isUnlocked={isOpen} onAsked={() => setDone(done + 1)} />
          )}
        </section>
      </div>
    </div>
  );
}
