import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons';
import { useTab } from '../parts/tab-context.ts';
import { IdleLockNotice } from './idle-lock-notice.tsx';
import { useKeys } from './keys-context.tsx';
import { ownerText } from './owner-text.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { flexGrow: 1 },
});

export function LockBar() {
  const styles = useStyles();
  const { say, announce, me, place, open } = useTab();
  const { held, minutesLeft, lock, idleLock, seen, isUnlocked } = useKeys();
  if (held.length === 0) return idleLock && <IdleLockNotice lock={idleLock} onSeen={seen} />;
  const owners = [...new Set(held.map((key) => ownerText(say, key.group)))];
  return (
    <section className={styles.bar} aria-label={say('keys.lockLabel')}>
      <LockOpenRegular aria-hidden />
      <Text className={styles.words}>
        {say('keys.open', { keys: owners.join(', ') })} {say('keys.minutesLeft', { minutes: minutesLeft })}
      </Text>
      {isUnlocked && me.handles.length > 0 && place.page !== 'search' && (
        <Button size="small" onClick={() => open({ page: 'search' })}>
          {say('search.heading')}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => {
          lock();
          announce(say('keys.locked'));
        }}
      >
        {say('keys.lock')}
      </Button>
    </section>
  );
}
