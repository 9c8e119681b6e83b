import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { packagesFile } from '../contract/build.ts';

const installed = resolve(import.meta.dirname, '..', 'node_modules');
const folders = [installed, realpathSync(installed)].map((folder) => folder.replaceAll('\\', '/'));

/** A folder of packages and the name of one, again and again. What a package carries in folders of its own is its own. */
const placePattern = /^node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*(?=\/)/u;

/** Where the package of a module stands, as the lock file says it; `undefined` for a module that is in none. */
function placeOf(id: string): string | undefined {
  const path = id.replace(/^\0+/u, '').replaceAll('\\', '/');
  const folder = folders.find((one) => path.startsWith(`${one}/`));
  return folder === undefined ? undefined : placePattern.exec(`node_modules${path.slice(folder.length)}`)?.[0];
}

/** The packages that a build is made of. */
export interface PackageList {
  /** Notes those of one build; the parts of a page that are built apart need one each. */
  readonly note: () => Plugin;
  /** Notes a package of which a file is handed on as it is. */
  readonly add: (name: string) => void;
  /** Writes all that were noted beside the build, once it is written. */
  readonly write: () => Plugin;
  /** Their places in the lock file, in order. */
  readonly places: () => readonly string[];
}

/** Makes a list of packages that is empty. */
export function listPackages(): PackageList {
  const noted = new Set<string>();
  const places = (): readonly string[] => [...noted].sort();
  return {
    note: () => ({
      name: 'candour-packages',
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle)) {
          for (const id of file.type === 'chunk' ? file.moduleIds : []) {
            const place = placeOf(id);
            if (place !== undefined) noted.add(place);
          }
        }
      },
    }),
    add: (name) => void noted.add(`node_modules/${name}`),
    write: () => ({
      name: 'candour-packages-file',
      writeBundle: ({ dir = '' }) => {
        const file = join(dir, packagesFile);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(places(), null, 2)}\n`);
      },
    }),
    places,
  };
}
