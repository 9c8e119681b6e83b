import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildMark } from '../../contract/build.ts';
import type { BuildFolders } from '../../contract/build.ts';
import { viewerFile } from '../../contract/viewer-page.ts';
import { isFileError } from '../running/file-error.ts';

/** A file of the tab as it is handed out. */
export interface TabFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same, compressed; what is compressed already has none. */
  readonly gzip: () => Buffer | undefined;
}

/** The built page, read into memory once: what is not in it cannot be asked for. */
export interface TabFiles {
  /** Names the build: a digest of the page, which names all its files by digests of their own. */
  readonly build: string;
  /** The page, which says what build it is of. */
  readonly index: string;
  /** The frame that shows files; missing where a build has none. */
  readonly viewer: string | undefined;
  /** The files of `assets/` by their names, which hold a digest of what is in them; those of the build before as well. */
  readonly assets: ReadonlyMap<string, TabFile>;
}

/** The types of the files that the page is made of; anything else in the folder is not handed out. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/x-font-type1',
};
const compressedAlready = new Set(['.png', '.woff', '.woff2']);

/** Where `npm run build` puts the page, and the one that stood there before. */
export const tabFolders: BuildFolders = {
  built: join(import.meta.dirname, '../../dist/tab'),
  before: join(import.meta.dirname, '../../dist/tab-before'),
};

/** Whether the page was built: it can be handed out then. */
export const isTabBuilt = ({ built }: BuildFolders = tabFolders): boolean => existsSync(join(built, 'index.html'));

/** Where it puts the partners' page. */
export const partnersFolders: BuildFolders = {
  built: join(import.meta.dirname, '../../dist/partners'),
  before: join(import.meta.dirname, '../../dist/partners-before'),
};

function readFile(path: string): TabFile | undefined {
  const extension = extname(path);
  const type = types[extension];
  if (type === undefined) return undefined;
  const bytes = readFileSync(path);
  let gzip: Buffer | undefined;
  const compressed = () => (compressedAlready.has(extension) ? undefined : (gzip ??= gzipSync(bytes)));
  return { type, bytes, gzip: compressed };
}

function readAssets(folder: string): ReadonlyMap<string, TabFile> {
  const files = readdirSync(join(folder, 'assets')).flatMap((name) => {
    const file = readFile(join(folder, 'assets', name));
    return file ? [[name, file] as const] : [];
  });
  return new Map(files);
}

/** `undefined` where what is to be read is not there. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * The files of a built page, the tab or the partners', `undefined` where it was not built. The files of the build before go on being handed out:
 * a page that was opened with it still asks for them. Throws what the file system throws for anything else.
 */
export function readTabFiles({ built, before }: BuildFolders): TabFiles | undefined {
  return ifThere(() => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    const build = createHash('sha256').update(page).digest('base64url').slice(0, 16);
    return {
      build,
      viewer: ifThere(() => readFileSync(join(built, viewerFile), 'utf8')),
      index: page.replace('<head>', `<head><meta name="${buildMark.meta}" content="${build}" />`),
      assets: new Map([...(ifThere(() => readAssets(before)) ?? []), ...readAssets(built)]),
    };
  });
}
