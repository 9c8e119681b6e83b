import { useEffect, useRef } from 'react';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { type ButtonData, dataOfLanguage, languageOfCard } from './card-actions.ts';

/**
 * Has a card follow the page into the other language, with everything that was typed, and the page follow the card, whose
 * own button turns it as well.
 */
export function useCardLanguage(
  card: object | undefined,
  page: { readonly language: Language; readonly speak: (language: Language) => void },
  press: (data: ButtonData) => void,
  inputs: () => ButtonData,
): void {
  const { language, speak } = page;
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const data = card && languageOfCard(card) !== language ? dataOfLanguage(card, language) : undefined;
    if (data) press({ ...data, ...inputs() });
  }, [language, card, press, inputs]);

  useEffect(() => {
    const spokenByCard = card && languages.find((one) => one === languageOfCard(card));
    if (spokenByCard === undefined || spokenByCard === spoken.current) return;
    spoken.current = spokenByCard;
    speak(spokenByCard);
  }, [card, speak]);
}
