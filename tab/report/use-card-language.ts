import { useEffect, useRef } from 'react';
import type { Language } from '../../concerns/terms/language.ts';
import type { Page } from '../../cards/page.ts';
import { type ButtonData, dataOfLanguage } from './page-actions.ts';

/**
 * Has a card follow the page into the other language, with everything that was typed, and the page follow the card, whose
 * own button turns it as well.
 */
export function useCardLanguage(
  card: Page | undefined,
  page: { readonly language: Language; readonly speak: (language: Language) => void },
  press: (data: ButtonData) => void,
  inputs: () => ButtonData,
): void {
  const { language, speak } = page;
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const data = card && card.language !== language ? dataOfLanguage(card, language) : undefined;
    if (data) press({ ...data, ...inputs() });
  }, [language, card, press, inputs]);

  useEffect(() => {
    if (card === undefined || card.language === spoken.current) return;
    spoken.current = card.language;
    speak(card.language);
  }, [card, speak]);
}
