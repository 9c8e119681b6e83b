import { defineConfig } from 'vite';
import { emitViewerFrame } from './build/viewer-frame-plugin.ts';
import { createPageConfig } from './build/page-config.ts';

export default defineConfig(
  createPageConfig(import.meta.dirname, '/tab/', ({ collect }) => [emitViewerFrame(collect)]),
);
