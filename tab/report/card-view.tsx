import { useRef } from 'react';
import { type ButtonData, languageOfCard } from './card-actions.ts';
import type { DrawnCard } from './drawn-card.ts';
import { useCardStyles } from './use-card-styles.ts';
import { useDrawnCard } from './use-drawn-card.ts';
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
  useDrawnCard(place, card, {
    onPress,
    onChange,
    announce,
    roomWords: ({ kind, by }) => say(kind === 'left' ? 'report.roomLeft' : 'report.roomOver', { by }),
  });

  return <div ref={place} className={styles.card} lang={languageOfCard(card)} aria-busy={isBusy} />;
}
