import { type ReactNode, useCallback, useMemo, useState } from 'react';

/** Speaks politely. The class hides the region from people who see the page. */
export function useAnnouncer(className: string): {
  readonly announce: (words: string) => void;
  readonly region: ReactNode;
} {
  const [announcement, setAnnouncement] = useState({ words: '', count: 0 });
  const announce = useCallback((words: string) => setAnnouncement(({ count }) => ({ words, count: count + 1 })), []);
  const region = useMemo(
    () => (
      <div className={className}>
        {/* Two places by turns, so that repeated words are read out again. */}
        <div role="status">{announcement.count % 2 === 0 ? announcement.words : ''}</div>
        <div role="status">{announcement.count % 2 === 1 ? announcement.words : ''}</div>
      </div>
    ),
    [announcement, className],
  );
  return { announce, region };
}
