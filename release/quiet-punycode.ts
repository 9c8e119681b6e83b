import type { Plugin } from 'vite';

const quiet = '\0candour-punycode';

/**
 * Has Node's `punycode`, which an old library beneath the SDK still asks for, loaded without the warning that it will go
 * one day: Node keeps that from whoever has the library in node_modules, and not from whoever has it bundled.
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
