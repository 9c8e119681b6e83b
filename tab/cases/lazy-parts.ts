import type { ComponentType } from 'react';
import { createPart, loadPart, type Part } from '../ui/lazy-loader.ts';
import type { ColumnFieldsProps } from './column-fields.tsx';

export const firstSteps: Part<ComponentType> = createPart(
  async () => (await loadPart('cases/first-steps.tsx', () => import('./first-steps.tsx'))).default,
);

export const columnFields: Part<ComponentType<ColumnFieldsProps>> = createPart(
  async () => (await loadPart('cases/column-fields.tsx', () => import('./column-fields.tsx'))).default,
);

export const bulkBarPart = createPart(
  async () => (await loadPart('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'))).BulkBar,
);

export const handOverPart = createPart(
  async () => (await loadPart('cases/hand-over.tsx', () => import('./hand-over.tsx'))).HandOver,
);
