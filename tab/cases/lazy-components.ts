import type { ComponentType } from 'react';
import { createLazyModule, loadModule, type LazyModule } from '../ui/lazy-module.ts';
import type { CaseFiltersProps } from './case-filters.tsx';
import type { ColumnPickerProps } from './column-picker.tsx';

export const lazyFirstSteps: LazyModule<ComponentType> = createLazyModule(
  async () => (await loadModule('cases/first-steps.tsx', () => import('./first-steps.tsx'))).default,
);

export const lazyColumnPicker: LazyModule<ComponentType<ColumnPickerProps>> = createLazyModule(
  async () => (await loadModule('cases/column-picker.tsx', () => import('./column-picker.tsx'))).default,
);

export const lazyCaseFilters: LazyModule<ComponentType<CaseFiltersProps>> = createLazyModule(
  async () => (await loadModule('cases/case-filters.tsx', () => import('./case-filters.tsx'))).default,
);

/** The words for decisions of the unit, which few rows show. */
export const lazyCaseLabels = createLazyModule(() =>
  loadModule('ui/case-labels.ts', () => import('../ui/case-labels.ts')),
);

export const lazyBulkBar = createLazyModule(
  async () => (await loadModule('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'))).BulkBar,
);

export const lazyHandOverForm = createLazyModule(
  async () => (await loadModule('cases/hand-over-form.tsx', () => import('./hand-over-form.tsx'))).HandOverForm,
);
