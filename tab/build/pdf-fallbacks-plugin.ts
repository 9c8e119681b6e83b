import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** These open scans without WebAssembly, which the page's policy forbids. */
const fallbacks = ['jbig2_nowasm_fallback', 'openjpeg_nowasm_fallback'] as const;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
const versionedName = (name: string): string => `${name}-${String(version)}.js`;

export const emitPdfFallbacks = (): Plugin => ({
  name: 'candour-pdf-fallbacks',
  generateBundle() {
    for (const name of fallbacks) {
      const source = readFileSync(join(folder, 'wasm', `${name}.js`), 'utf8');
      this.emitFile({ type: 'asset', fileName: `assets/${versionedName(name)}`, source });
    }
  },
});

/** Has the library's worker load them by these names. Fails a build whose worker does not name them. */
export const renamePdfFallbacks = (): Plugin => ({
  name: 'candour-pdf-fallback-names',
  transform(code, id) {
    if (!id.endsWith('pdfjs-dist/build/pdf.worker.mjs')) return undefined;
    let renamed = code;
    for (const name of fallbacks) {
      if (!renamed.includes(`"${name}.js"`)) this.error(`the library does not name ${name}.js any more`);
      renamed = renamed.replaceAll(`"${name}.js"`, `"${versionedName(name)}"`);
    }
    return { code: renamed, map: null };
  },
});
