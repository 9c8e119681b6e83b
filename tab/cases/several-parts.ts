import { createPart, loadPart } from '../parts/load-part.ts';

export const bulkBarPart = createPart(
  async () => (await loadPart('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'))).BulkBar,
);

export const handOverPart = createPart(
  async () => (await loadPart('cases/hand-over.tsx', () => import('./hand-over.tsx'))).HandOver,
);
