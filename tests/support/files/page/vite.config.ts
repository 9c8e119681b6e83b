import { defineConfig } from 'vite';
import { emitViewerFrame } from '../../../../tab/build/viewer-frame-plugin.ts';
import { emitPdfFallbacks } from '../../../../tab/build/pdf-fallbacks-plugin.ts';
import config from '../../../../tab/vite.config.ts';

// A page that cleans, seals and plays files, built as the tab is.
const { base, resolve, worker, build, envDir, css } = config;
export default defineConfig({
  root: import.meta.dirname,
  plugins: [emitPdfFallbacks(), emitViewerFrame(() => ({ name: 'no-list' }))],
  ...(base !== undefined && { base }),
  ...(envDir !== undefined && { envDir }),
  ...(css && { css }),
  ...(resolve && { resolve }),
  ...(worker && { worker }),
  build: { ...build, manifest: false },
});
