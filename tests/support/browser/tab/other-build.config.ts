import { mergeConfig } from 'vite';
import config from '../../../../tab/vite.config.ts';

// The page as a later version of it: every file has another name.
const mark = process.env['BUILD_MARK'] ?? '';
export default mergeConfig(config, {
  build: {
    rolldownOptions: {
      output: {
        entryFileNames: `assets/[name]-${mark}-[hash].js`,
        chunkFileNames: `assets/[name]-${mark}-[hash].js`,
        assetFileNames: `assets/[name]-${mark}-[hash][extname]`,
      },
    },
  },
});
