import { defineConfig } from 'vite';
import { pageBuild } from '../build/page-config.ts';

export default defineConfig(pageBuild(import.meta.dirname, '/partners/'));
