import { defineConfig } from 'vite';
import { pageBuild } from '../page-build.ts';

/** tab/build.ts puts it into `dist/partners`. It shares no file with the tab. */
export default defineConfig(pageBuild(import.meta.dirname, '/partners/'));
