import { useRef } from 'react';
import { type ButtonData, languageOfCard } from '../../report/card-actions.ts';
import type { DrawnCard } from '../../report/drawn-card.ts';
import { useDrawnCard } from '../../report/use-drawn-card.ts';
import { useHub } from '../frame/partner-context.ts';

interface Props {
  readonly card: object;
  readonly isBusy: boolean;
  readonly onPress: (data: ButtonData) => void;
  /** Told of the card as it is drawn, and of each change in its inputs. */
  readonly onChange: (drawn: DrawnCard) => void;
}

/** A card as the staff's page draws it, in the colours of this page. */
export function CardView({ card, isBusy, onPress, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { say, announce } = useHub();
  useDrawnCard(
    place,
    card,
    {
      onPress,
      onChange,
      announce,
      roomWords: ({ kind, by }) => say(kind === 'left' ? 'inside.roomLeft' : 'inside.roomOver', { by }),
    },
    'hub',
  );
  return <div ref={place} className="card" lang={languageOfCard(card)} aria-busy={isBusy} />;
}
