import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pageDrawing } from '../cards/page-drawing.ts';

/**
 * Puts the drawing that every card is made of in the place of what draws it: it is the same at each start, and Microsoft's
 * library for templates, with the parser of its language, is loaded by none of them.
 */
export const drawnAtBuild = (root: string): Plugin => ({
  name: 'candour-drawn-at-build',
  enforce: 'pre',
  load: (id) =>
    id === join(root, 'cards', 'page-drawing.ts')
      ? `export const pageDrawing = ${JSON.stringify(pageDrawing)};\n`
      : undefined,
});
