import { type ReactNode, useCallback, useMemo, useState } from 'react';

/** Speaks politely. The class hides the region from people who see the page. */
export function useAnnouncer(className: string): {
  readonly announce: (words: string) => void;
  readonly region: ReactNode;
} {
  const [said, setSaid] = useState({ words: '', count: 0 });
  const announce = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), []);
  const region = useMemo(
    () => (
      <div className={className}>
        {/* Two places by turns, so that repeated words are read out again. */}
        <div role="status">{said.count % 2 === 0 ? said.words : ''}</div>
        <div role="status">{said.count % 2 === 1 ? said.words : ''}</div>
      </div>
    ),
    [said, className],
  );
  return { announce, region };
}
