import { defineConfig } from 'vite';
import { createViteConfig } from '../build/page-config.ts';

export default defineConfig(createViteConfig(import.meta.dirname, '/partners/'));
