import type { Button } from './action.ts';
import type { Card } from './card.ts';
import { drawnOnce } from './drawn-once.ts';
import { dataOfPage, executed } from './page-data.ts';
import type { Page } from './page.ts';
import page from './templates/page.json' with { type: 'json' };

const drawn = drawnOnce(page);

/** Draws a page as a card, its buttons as the client knows them: answered in place where nothing else is said. */
export const drawPage = (content: Page, drawButton: (button: Button) => object = executed): Card =>
  drawn(dataOfPage(content, drawButton));
