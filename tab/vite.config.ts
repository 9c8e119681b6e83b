import { defineConfig } from 'vite';
import { emitViewer } from './build/viewer-frame-plugin.ts';
import { pageBuild } from './build/page-config.ts';

export default defineConfig(pageBuild(import.meta.dirname, '/tab/', ({ note }) => [emitViewer(note)]));
