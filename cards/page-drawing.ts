import { drawingOf } from './drawn-once.ts';
import page from './templates/page.json' with { type: 'json' };

/** The drawing that every card is made of. It holds no data, so that a build draws it once for all starts. */
export const pageDrawing: object = drawingOf(page);
