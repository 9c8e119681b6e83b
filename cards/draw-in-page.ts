import type { Card } from './card.ts';
import { fillTemplate } from './fill-template.ts';
import { dataOfPage, executed } from './page-data.ts';
import type { Page } from './page.ts';
import page from './templates/page.json' with { type: 'json' };
import { z } from 'zod';

const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });

/** Draws a page as the card that `drawPage` draws, without Microsoft's library for templates: a test compares the two. */
export const drawInPage = (content: Page): Card => cardSchema.parse(fillTemplate(page, dataOfPage(content, executed)));
