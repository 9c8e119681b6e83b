import { useEffect, useRef, useState } from 'react';
import { isQuestion, longestFollowUp, questionOn } from '../../core/model/questions.ts';
import type { Route } from '../../core/model/routes.ts';

type Room = { readonly kind: 'left' | 'over'; readonly by: number };

/** Milliseconds without typing before the room is announced: not at every key. */
const restMs = 1_500;

export function mostIn(id: string, route: Route = 'staff'): number | undefined {
  if (id === 'addition') return longestFollowUp;
  const question = isQuestion(id) ? questionOn(route, id) : undefined;
  return question?.kind === 'text' ? question.max : undefined;
}

export function roomFor(text: string, most: number): Room | undefined {
  const left = most - text.trim().length;
  if (left > most / 4) return undefined;
  return left < 0 ? { kind: 'over', by: -left } : { kind: 'left', by: left };
}

export interface RoomTeller {
  readonly words: (room: Room) => string;
  readonly announce: (words: string) => void;
}

/** The room in a field, announced once typing rests. The field takes more than its limit: nothing pasted is cut. */
export function useRoom(text: string, most: number | undefined, tell: RoomTeller) {
  const measure = (typed: string): Room | undefined => (most === undefined ? undefined : roomFor(typed, most));
  const [room, setRoom] = useState(() => measure(text));
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const said = useRef('');
  useEffect(() => () => clearTimeout(rest.current), []);
  const onTyped = (typed: string): void => {
    const now = measure(typed);
    setRoom(now);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      const words = now ? tell.words(now) : '';
      if (words !== '' && words !== said.current) tell.announce(words);
      said.current = words;
    }, restMs);
  };
  return { room, onTyped };
}
