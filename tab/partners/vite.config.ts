import { defineConfig } from 'vite';
import { createViteConfig } from '../build/vite-config.ts';

export default defineConfig(createViteConfig(import.meta.dirname, '/partners/'));
