import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';

/** The bar for cases that are ticked, with its words: the list is there without it. */
export const bulkBarPart = createPart(
  async () => (await loadPart('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'))).BulkBar,
);

/** The handing over of all cases of one person, in the same way. */
export const handOverPart = createPart(
  async () => (await loadPart('cases/hand-over.tsx', () => import('./hand-over.tsx'))).HandOver,
);
