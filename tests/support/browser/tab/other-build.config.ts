import { mergeConfig } from 'vite';
import { injectCeremonySigner } from '../../../../tab/build/vite-config.ts';
import config from '../../../../tab/vite.config.ts';

// The page as a later version of it: every file has another name. It may name who signs the list of those who are sealed to.
const mark = process.env['BUILD_MARK'] ?? '';
export default mergeConfig(config, {
  plugins: [injectCeremonySigner(process.env['CEREMONY_SIGNER'])],
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
