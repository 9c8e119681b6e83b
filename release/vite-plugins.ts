import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { pageTemplate } from '../cards/page-template.ts';
import { runtimeFiles } from './artefact-files.ts';
import { rewriteCommandNames } from './command-names.ts';

/**
 * Renders the cards' template at the build, where it is always the same: no start loads Microsoft's template library.
 */
export const cardTemplatePlugin = (root: string): Plugin => ({
  name: 'candour-page-template',
  enforce: 'pre',
  load: (id) =>
    id === join(root, 'cards', 'page-template.ts')
      ? `export const pageTemplate = ${JSON.stringify(pageTemplate)};\n`
      : undefined,
});

/**
 * Lets each module find its files: the artefact has all code in one folder, and files read at run time keep their
 * paths.
 */
export const importMetaPlugin = (root: string): Plugin => ({
  name: 'candour-in-place',
  enforce: 'pre',
  transform(code, id) {
    const file = relative(root, id).replaceAll('\\', '/');
    if (id.startsWith('\0') || file.startsWith('..') || file.includes('node_modules/')) return undefined;
    if (!/\bimport\.meta\b/u.test(code)) return undefined;
    if (runtimeFiles[file] === undefined) {
      this.error(`${file} reads files beside it, which release/artefact-files.ts does not name`);
    }
    const placed = code.replaceAll(/import\.meta\.(?:url|dirname)/gu, (expression) =>
      expression === 'import.meta.url'
        ? `new URL(${JSON.stringify(`../${file}`)}, import.meta.url).href`
        : `(import.meta.dirname + ${JSON.stringify(`/../${dirname(file)}`)})`,
    );
    return { code: placed, map: null };
  },
});

export const commandNamesPlugin = (): Plugin => ({
  name: 'candour-said-as-run',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('/node_modules/')) return undefined;
    const rewritten = rewriteCommandNames(code);
    return rewritten === code ? undefined : { code: rewritten, map: null };
  },
});

const punycodeModuleId = '\0candour-punycode';

/**
 * Loads Node's `punycode`, for an old library of the SDK, without the deprecation warning, which Node suppresses only
 * in node_modules.
 */
export const punycodePlugin = (): Plugin => ({
  name: 'candour-punycode',
  enforce: 'pre',
  resolveId: (source) => (source === 'punycode' ? punycodeModuleId : undefined),
  load: (id) =>
    id === punycodeModuleId
      ? `import { createRequire } from 'node:module';
const before = process.noDeprecation;
process.noDeprecation = true;
export const { ucs2, encode, decode, toASCII, toUnicode } = createRequire(import.meta.url)('node:punycode');
process.noDeprecation = before;
`
      : undefined,
});
