import { asCard, type Card } from './card.ts';
import { fillerOf } from './fill-template.ts';
import { dataOfPage, executed } from './page-data.ts';
import type { Page } from './page.ts';
import page from './templates/page.json' with { type: 'json' };

const fill = fillerOf(page);

/** Draws a page as the card that `drawPage` draws, without Microsoft's library for templates: a test compares the two. */
export const drawInPage = (content: Page): Card => asCard(fill(dataOfPage(content, executed)));
