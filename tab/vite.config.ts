import { defineConfig } from 'vite';
import { emitViewer } from './emit-viewer.ts';
import { pageBuild } from './page-build.ts';

/** tab/build.ts puts it into `dist/tab`, from where the server hands it out under `/tab/`. */
export default defineConfig(pageBuild(import.meta.dirname, '/tab/', ({ note }) => [emitViewer(note)]));
