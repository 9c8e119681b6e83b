import { defineConfig } from 'vite';
import { emitViewer } from './emit-viewer.ts';
import { pageBuild } from './page-build.ts';

export default defineConfig(pageBuild(import.meta.dirname, '/tab/', ({ note }) => [emitViewer(note)]));
