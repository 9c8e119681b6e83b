import { defineConfig } from 'vite';
import { createPageConfig } from '../build/page-config.ts';

export default defineConfig(createPageConfig(import.meta.dirname, '/partners/'));
