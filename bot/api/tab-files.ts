import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isFileError } from '../file-error.ts';

/** A file of the tab as it is handed out. */
export interface TabFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same, compressed; what is compressed already has none. */
  readonly gzip: () => Buffer | undefined;
}

/** The built page, read into memory once: what is not in it cannot be asked for. */
export interface TabFiles {
  readonly index: string;
  /** The files of `assets/` by their names, which hold a digest of what is in them. */
  readonly assets: ReadonlyMap<string, TabFile>;
}

/** What the page is made of; anything else in the folder is not handed out. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const compressedAlready = new Set(['.png', '.woff', '.woff2']);

/** Where `npm run build` puts the page. */
export const builtTabFolder = join(import.meta.dirname, '../../dist/tab');

function readFile(path: string): TabFile | undefined {
  const extension = extname(path);
  const type = types[extension];
  if (type === undefined) return undefined;
  const bytes = readFileSync(path);
  let gzip: Buffer | undefined;
  const compressed = () => (compressedAlready.has(extension) ? undefined : (gzip ??= gzipSync(bytes)));
  return { type, bytes, gzip: compressed };
}

/** The files of a built tab, `undefined` where it was not built. Throws what the file system throws for anything else. */
export function readTabFiles(folder: string): TabFiles | undefined {
  try {
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    const assets = readdirSync(join(folder, 'assets')).flatMap((name) => {
      const file = readFile(join(folder, 'assets', name));
      return file ? [[name, file] as const] : [];
    });
    return { index, assets: new Map(assets) };
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
