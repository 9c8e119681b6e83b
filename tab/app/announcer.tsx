import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo, useState } from 'react';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function useAnnouncer(): { readonly announce: (words: string) => void; readonly region: ReactNode } {
  const styles = useStyles();
  const [said, setSaid] = useState({ words: '', count: 0 });
  const announce = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), []);
  const region = useMemo(
    () => (
      <div className={styles.unseen}>
        {/* Two places by turns, so that the same words said again are heard again. */}
        <div role="status">{said.count % 2 === 0 ? said.words : ''}</div>
        <div role="status">{said.count % 2 === 1 ? said.words : ''}</div>
      </div>
    ),
    [said, styles],
  );
  return { announce, region };
}
