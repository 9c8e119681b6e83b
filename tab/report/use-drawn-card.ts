import { type RefObject, useEffect, useRef } from 'react';
import type { Route } from '../../concerns/terms/routes.ts';
import type { ButtonData } from './card-actions.ts';
import { type DrawnCard, drawCard } from './drawn-card.ts';
import { mostIn, type Room, showRoom } from './room-left.ts';

/** Everything that a drawn card tells its page. */
export interface DrawnCardTold {
  readonly onPress: (data: ButtonData) => void;
  /** Told of the card as it is drawn, and of each change in its inputs. */
  readonly onChange: (drawn: DrawnCard) => void;
  /** How much more a field takes, in words. */
  readonly roomWords: (room: Room) => string;
  readonly announce: (words: string) => void;
}

/**
 * Draws a card into a place, once: what is typed into it stays until another takes its place. The focus goes to its
 * heading.
 */
export function useDrawnCard(
  place: RefObject<HTMLElement | null>,
  card: object,
  told: DrawnCardTold,
  route: Route = 'staff',
): void {
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  });

  useEffect(() => {
    const frame = place.current;
    const drawn = drawCard(card, (data) => latest.current.onPress(data));
    if (frame === null || drawn === undefined) return undefined;
    const changed = (): void => latest.current.onChange(drawn);
    frame.replaceChildren(drawn.element);
    frame.addEventListener('input', changed);
    const tell: Parameters<typeof showRoom>[2] = {
      words: (room) => latest.current.roomWords(room),
      announce: (words) => latest.current.announce(words),
    };
    const counted = drawn.fields.flatMap(({ id, field }) => {
      const most = mostIn(id, route);
      return most === undefined ? [] : [showRoom(field, most, tell)];
    });
    changed();
    drawn.heading?.focus({ preventScroll: true });
    frame.scrollIntoView({ block: 'start' });
    return () => {
      for (const end of counted) end();
      frame.removeEventListener('input', changed);
      frame.replaceChildren();
    };
  }, [place, card, route]);
}
