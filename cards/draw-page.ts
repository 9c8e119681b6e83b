import type { Button } from './action.ts';
import type { Card } from './card.ts';
import { cardsOf } from './filled-drawing.ts';
import { dataOfPage, executed } from './page-data.ts';
import { pageDrawing } from './page-drawing.ts';
import type { Page } from './page.ts';

const drawn = cardsOf(pageDrawing);

/** Draws a page as a card, its buttons as the client knows them: answered in place where nothing else is said. */
export const drawPage = (content: Page, drawButton: (button: Button) => object = executed): Card =>
  drawn(dataOfPage(content, drawButton));
