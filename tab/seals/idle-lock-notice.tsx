import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { showMoment } from '../../words/days.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import type { IdleLock, OpenedThing } from './key-keeper.ts';

const useStyles = makeStyles({
  // The hidden content may have been far down the page, so it sticks to the window.
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

const things = {
  report: 'lock.report',
  messages: 'lock.messages',
  words: 'lock.words',
  identity: 'lock.identity',
  files: 'lock.files',
  file: 'lock.file',
} as const satisfies Record<OpenedThing, WordKey>;

export function IdleLockNotice({ lock, onSeen }: { readonly lock: IdleLock; readonly onSeen: () => void }) {
  const styles = useStyles();
  const { say, language, me, announce } = useTab();
  const moment = showMoment(language, new Date(lock.at).toISOString(), me.timeZone);
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
                <li key={thing}>{say(things[thing])}</li>
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
