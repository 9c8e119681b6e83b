import type { Plugin } from 'vite';

const quiet = '\0candour-punycode';

/**
 * Loads Node's `punycode`, which an old library of the SDK still uses, without the deprecation warning: Node suppresses
 * it only for libraries in node_modules.
 */
export const quietPunycode = (): Plugin => ({
  name: 'candour-punycode',
  enforce: 'pre',
  resolveId: (source) => (source === 'punycode' ? quiet : undefined),
  load: (id) =>
    id === quiet
      ? `import { createRequire } from 'node:module';
const before = process.noDeprecation;
process.noDeprecation = true;
export const { ucs2, encode, decode, toASCII, toUnicode } = createRequire(import.meta.url)('node:punycode');
process.noDeprecation = before;
`
      : undefined,
});
