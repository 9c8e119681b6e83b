import { useEffect, useRef } from 'react';
import { type ButtonData, languageOfCard } from './card-actions.ts';
import { type DrawnCard, drawCard } from './drawn-card.ts';
import { mostIn, showRoom } from './room-left.ts';
import { useCardStyles } from './use-card-styles.ts';
import { useTab } from '../parts/tab-context.ts';

interface Props {
  readonly card: object;
  readonly isBusy: boolean;
  readonly onPress: (data: ButtonData) => void;
  /** Told of the card as it is drawn, and of each change in its inputs. */
  readonly onChange: (drawn: DrawnCard) => void;
}

/** A card, drawn once: what is typed into it stays until another takes its place. The focus goes to its heading. */
export function CardView({ card, isBusy, onPress, onChange }: Props) {
  const styles = useCardStyles();
  const place = useRef<HTMLDivElement>(null);
  const { say, announce } = useTab();
  const latest = useRef({ onPress, onChange, say, announce });
  useEffect(() => {
    latest.current = { onPress, onChange, say, announce };
  });

  useEffect(() => {
    const frame = place.current;
    const drawn = drawCard(card, (data) => latest.current.onPress(data));
    if (frame === null || drawn === undefined) return undefined;
    const changed = (): void => latest.current.onChange(drawn);
    frame.replaceChildren(drawn.element);
    frame.addEventListener('input', changed);
    const tell: Parameters<typeof showRoom>[2] = {
      words: ({ kind, by }) => latest.current.say(kind === 'left' ? 'report.roomLeft' : 'report.roomOver', { by }),
      announce: (words) => latest.current.announce(words),
    };
    const counted = drawn.fields.flatMap(({ id, field }) => {
      const most = mostIn(id);
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
  }, [card]);

  return <div ref={place} className={styles.card} lang={languageOfCard(card)} aria-busy={isBusy} />;
}
