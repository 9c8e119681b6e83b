import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useOutdated } from '../parts/build-watch.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
  words: { flexGrow: 1, flexBasis: '16rem' },
});

/**
 * Says that Candour was updated since the page was opened. It reloads only on request, and never while something on the
 * page is not sent.
 */
export function OutdatedBar({ isUnsent, reload }: { readonly isUnsent: () => boolean; readonly reload: () => void }) {
  const styles = useStyles();
  const { say } = useTab();
  const [isHeldBack, setHeldBack] = useState(false);
  if (!useOutdated()) return null;
  return (
    <section className={styles.bar} aria-label={say('shell.outdatedLabel')}>
      <span className={styles.words} role="status">
        {say(isHeldBack ? 'shell.outdatedUnsent' : 'shell.outdated')}
      </span>
      <Button size="small" onClick={() => (isUnsent() ? setHeldBack(true) : reload())}>
        {say('shell.outdatedLoad')}
      </Button>
    </section>
  );
}
