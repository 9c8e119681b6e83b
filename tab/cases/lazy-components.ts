import type { ComponentType } from 'react';
import { createLazyModule, loadModule, type LazyModule } from '../ui/lazy-module.ts';
import type { ColumnPickerProps } from './column-picker.tsx';

export const lazyFirstSteps: LazyModule<ComponentType> = createLazyModule(
  async () => (await loadModule('cases/first-steps.tsx', () => import('./first-steps.tsx'))).default,
);

export const lazyColumnPicker: LazyModule<ComponentType<ColumnPickerProps>> = createLazyModule(
  async () => (await loadModule('cases/column-picker.tsx', () => import('./column-picker.tsx'))).default,
);

export const lazyBulkBar = createLazyModule(
  async () => (await loadModule('cases/bulk-bar.tsx', () => import('./bulk-bar.tsx'))).BulkBar,
);

export const lazyHandOverForm = createLazyModule(
  async () => (await loadModule('cases/hand-over-form.tsx', () => import('./hand-over-form.tsx'))).HandOverForm,
);
