import type { ComponentType } from 'react';
import { createPart, loadPart, type Part } from '../parts/load-part.ts';
import type { ColumnFieldsProps } from './column-fields.tsx';

export const firstSteps: Part<ComponentType> = createPart(
  async () => (await loadPart('cases/first-steps.tsx', () => import('./first-steps.tsx'))).default,
);

export const columnFields: Part<ComponentType<ColumnFieldsProps>> = createPart(
  async () => (await loadPart('cases/column-fields.tsx', () => import('./column-fields.tsx'))).default,
);
