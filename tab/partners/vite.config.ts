import { defineConfig } from 'vite';
import { pageBuild } from '../page-build.ts';

export default defineConfig(pageBuild(import.meta.dirname, '/partners/'));
