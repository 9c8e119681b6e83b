import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { LockOpenRegular } from '@fluentui/react-icons';
import { type Tab, useTab } from '../ui/tab-context.ts';
import { useKeys } from './keys-context.tsx';
import { keyGroupText } from '../ui/labels.ts';
import type { IdleLock, KeyOwner, DecryptedItem } from './key-store.ts';
import { useEffect } from 'react';
import { formatTimestamp } from '../../words/date-format.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { Notice } from '../ui/notice.tsx';

const useLockBarStyles = makeStyles({
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
  const styles = useLockBarStyles();
  const { translate: say, announce, me, location, navigate } = useTab();
  const { unlocked, minutesLeft, lock, idleLock, dismissIdleLock, isUnlocked } = useKeys();
  if (unlocked.length === 0) return idleLock && <IdleLockNotice lock={idleLock} onSeen={dismissIdleLock} />;
  const owners = [...new Set(unlocked.map((key) => ownerText(say, key.group)))];
  return (
    <section className={styles.bar} aria-label={say('keys.lockLabel')}>
      <LockOpenRegular aria-hidden />
      <Text className={styles.words}>
        {say('keys.open', { keys: owners.join(', ') })} {say('keys.minutesLeft', { minutes: minutesLeft })}
      </Text>
      {isUnlocked && me.handles.length > 0 && location.page !== 'search' && (
        <Button size="small" onClick={() => navigate({ page: 'search' })}>
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

function ownerText(say: Tab['translate'], owner: KeyOwner): string {
  if (owner === 'personal') return say('keys.ownerPersonal');
  if (owner === 'new') return say('keys.ownerNew');
  return owner === 'unknown' ? say('keys.ownerUnknown') : keyGroupText(say, owner);
}

const useIdleLockNoticeStyles = makeStyles({
  notice: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    boxSizing: 'border-box',
    maxHeight: '50vh',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

const itemWords = {
  report: 'lock.report',
  messages: 'lock.messages',
  words: 'lock.words',
  identity: 'lock.identity',
  files: 'lock.files',
  file: 'lock.file',
} as const satisfies Record<DecryptedItem, WordKey>;

function IdleLockNotice({ lock, onSeen }: { readonly lock: IdleLock; readonly onSeen: () => void }) {
  const styles = useIdleLockNoticeStyles();
  const { translate: say, language, me, announce } = useTab();
  const moment = formatTimestamp(language, new Date(lock.at).toISOString(), me.timeZone);
  const idle = say('lock.idle', { minutes: me.idleMinutes, moment });
  useEffect(() => {
    announce(idle);
  }, [announce]);
  return (
    <section className={mergeClasses('lock-notice', styles.notice)} aria-label={say('lock.label')}>
      <Notice tone="careful">
        <p>
          <strong>{idle}</strong>
        </p>
        {lock.hidden.length > 0 && (
          <>
            <p>{say('lock.hidden')}</p>
            <ul>
              {lock.hidden.map((thing) => (
                <li key={thing}>{say(itemWords[thing])}</li>
              ))}
            </ul>
          </>
        )}
        <p>{say('lock.typed')}</p>
        <Button size="small" onClick={onSeen}>
          {say('lock.seen')}
        </Button>
      </Notice>
    </section>
  );
}
