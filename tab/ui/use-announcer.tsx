import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';

/** Milliseconds; a screen reader has taken the words by then, and someone who reads on finds no old sentence. */
const clearedAfterMs = 6_000;

/** Speaks politely, once. The class hides the region from people who see the page. */
export function useAnnouncer(className: string): {
  readonly announce: (words: string) => void;
  readonly region: ReactNode;
} {
  const [announcement, setAnnouncement] = useState({ words: '', count: 0 });
  const announce = useCallback((words: string) => setAnnouncement(({ count }) => ({ words, count: count + 1 })), []);
  useEffect(() => {
    const timer = setTimeout(() => setAnnouncement(({ count }) => ({ words: '', count })), clearedAfterMs);
    return () => clearTimeout(timer);
  }, [announcement.count]);
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
