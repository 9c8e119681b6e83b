import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildFolders, buildVersionNames } from '../../contract/build-metadata.ts';
import { viewerFile } from '../../contract/viewer-page.ts';
import { isFileError } from '../runtime/file-error.ts';

interface BuiltAsset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip: () => Buffer | undefined;
}

/** Read into memory once: nothing else is served. */
export interface BuiltFiles {
  /** A digest of the page, which names its files by theirs. */
  readonly build: string;
  readonly index: string;
  readonly viewer: string | undefined;
  /** With those of the build before. */
  readonly assets: ReadonlyMap<string, BuiltAsset>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/x-font-type1',
};
const compressedExtensions = new Set(['.png', '.woff', '.woff2']);

export const tabFolders: BuildFolders = {
  built: join(import.meta.dirname, '../../dist/tab'),
  previous: join(import.meta.dirname, '../../dist/tab-before'),
};

export const isTabBuilt = ({ built }: BuildFolders = tabFolders): boolean => existsSync(join(built, 'index.html'));

export const partnerFolders: BuildFolders = {
  built: join(import.meta.dirname, '../../dist/partners'),
  previous: join(import.meta.dirname, '../../dist/partners-before'),
};

function readAsset(path: string): BuiltAsset | undefined {
  const extension = extname(path);
  const type = contentTypes[extension];
  if (type === undefined) return undefined;
  const bytes = readFileSync(path);
  let gzip: Buffer | undefined;
  const compressed = () => (compressedExtensions.has(extension) ? undefined : (gzip ??= gzipSync(bytes)));
  return { type, bytes, gzip: compressed };
}

function readAssets(folder: string): ReadonlyMap<string, BuiltAsset> {
  const files = readdirSync(join(folder, 'assets')).flatMap((name) => {
    const file = readAsset(join(folder, 'assets', name));
    return file ? [[name, file] as const] : [];
  });
  return new Map(files);
}

function readIfExists<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * `undefined` if it was not built. Open pages still ask for files of the build before. Throws other errors of the file
 * system.
 */
export function readBuiltFiles({ built, previous }: BuildFolders): BuiltFiles | undefined {
  return readIfExists(() => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    const build = createHash('sha256').update(page).digest('base64url').slice(0, 16);
    return {
      build,
      viewer: readIfExists(() => readFileSync(join(built, viewerFile), 'utf8')),
      index: page.replace('<head>', `<head><meta name="${buildVersionNames.meta}" content="${build}" />`),
      assets: new Map([...(readIfExists(() => readAssets(previous)) ?? []), ...readAssets(built)]),
    };
  });
}

export class TabNotBuiltError extends Error {
  constructor() {
    super('The tab is not built: run "npm run build", then start again.');
    this.name = 'TabNotBuiltError';
  }
}
