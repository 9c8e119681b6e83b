import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { loadEveryWord } from '../parts/say-at-first.ts';

/** The bar for cases that are ticked, with its words: the list is there without it. */
export const bulkBarPart = createPart(async () => {
  const load = loadPart('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'));
  const [{ BulkBar }] = await Promise.all([load, loadEveryWord()]);
  return BulkBar;
});

/** The handing over of all cases of one person, in the same way. */
export const handOverPart = createPart(async () => {
  const load = loadPart('cases/hand-over.tsx', () => import('./hand-over.tsx'));
  const [{ HandOver }] = await Promise.all([load, loadEveryWord()]);
  return HandOver;
});
