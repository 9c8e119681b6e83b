import { useEffect, useRef, useState } from 'react';
import { isQuestionId, maxFollowUpLength, questionForRoute } from '../../core/model/questions.ts';
import type { Route } from '../../core/model/report-routes.ts';

type RemainingLength = { readonly kind: 'left' | 'over'; readonly by: number };

/** Milliseconds without typing before the room is announced. */
const debounceMs = 1_500;

export function maxFieldLength(id: string, route: Route = 'staff'): number | undefined {
  if (id === 'addition') return maxFollowUpLength;
  const question = isQuestionId(id) ? questionForRoute(route, id) : undefined;
  return question?.kind === 'text' ? question.max : undefined;
}

export function remainingLength(text: string, max: number): RemainingLength | undefined {
  const left = max - text.trim().length;
  if (left > max / 4) return undefined;
  return left < 0 ? { kind: 'over', by: -left } : { kind: 'left', by: left };
}

export interface RemainingLengthAnnouncer {
  readonly words: (room: RemainingLength) => string;
  readonly announce: (words: string) => void;
}

/** Announces the room once typing rests. The field takes more than its limit, so that nothing pasted is cut. */
export function useRemainingLength(text: string, max: number | undefined, announcer: RemainingLengthAnnouncer) {
  const measure = (typed: string): RemainingLength | undefined =>
    max === undefined ? undefined : remainingLength(typed, max);
  const [room, setRoom] = useState(() => measure(text));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAnnounced = useRef('');
  useEffect(() => () => clearTimeout(timer.current), []);
  const onTyped = (typed: string): void => {
    const now = measure(typed);
    setRoom(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const words = now ? announcer.words(now) : '';
      if (words !== '' && words !== lastAnnounced.current) announcer.announce(words);
      lastAnnounced.current = words;
    }, debounceMs);
  };
  return { room, onTyped };
}
