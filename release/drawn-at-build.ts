import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pageDrawing } from '../cards/page-drawing.ts';

/**
 * Puts the drawn template of every card in the place of the module that draws it: it is the same at each start, so no
 * start loads Microsoft's template library.
 */
export const drawnAtBuild = (root: string): Plugin => ({
  name: 'candour-drawn-at-build',
  enforce: 'pre',
  load: (id) =>
    id === join(root, 'cards', 'page-drawing.ts')
      ? `export const pageDrawing = ${JSON.stringify(pageDrawing)};\n`
      : undefined,
});
