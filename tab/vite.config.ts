import { defineConfig } from 'vite';
import { emitViewerFrame } from './build/viewer-frame-plugin.ts';
import { createViteConfig } from './build/vite-config.ts';

export default defineConfig(
  createViteConfig(import.meta.dirname, '/tab/', ({ collect }) => [emitViewerFrame(collect)]),
);
