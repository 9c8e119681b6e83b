import { useEffect, useRef, useState } from 'react';
import { isQuestion, longestFollowUp, questionOn } from '../../concerns/terms/questions.ts';
import type { Route } from '../../concerns/terms/routes.ts';

/** How much more a field takes, or by how much too long it is. */
type Room = { readonly kind: 'left' | 'over'; readonly by: number };

/** For how long nobody types before it is said what room is left, in milliseconds: not at every key. */
const restMs = 1_500;

/** The most characters that a field of a card takes, by its name; `undefined` for one that says no such thing. */
export function mostIn(id: string, route: Route = 'staff'): number | undefined {
  if (id === 'addition') return longestFollowUp;
  const question = isQuestion(id) ? questionOn(route, id) : undefined;
  return question?.kind === 'text' ? question.max : undefined;
}

/** The room for more than a text, counted as the server counts; `undefined` until three quarters are full. */
export function roomFor(text: string, most: number): Room | undefined {
  const left = most - text.trim().length;
  if (left > most / 4) return undefined;
  return left < 0 ? { kind: 'over', by: -left } : { kind: 'left', by: left };
}

/** How the room in a field is told. */
export interface RoomTeller {
  readonly words: (room: Room) => string;
  readonly announce: (words: string) => void;
}

/**
 * The room in a field that holds a text at first, `undefined` while nothing is said of it or if the field says no such
 * thing. It is announced politely once nobody types. The field takes more than it should: nothing that is pasted into it is
 * cut.
 */
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
