import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { packagesFile } from '../contract/build.ts';

const installed = resolve(import.meta.dirname, '..', 'node_modules');
const folders = [installed, realpathSync(installed)].map((folder) => folder.replaceAll('\\', '/'));

const placePattern = /^node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*(?=\/)/u;

function placeOf(id: string): string | undefined {
  const path = id.replace(/^\0+/u, '').replaceAll('\\', '/');
  const folder = folders.find((one) => path.startsWith(`${one}/`));
  return folder === undefined ? undefined : placePattern.exec(`node_modules${path.slice(folder.length)}`)?.[0];
}

export interface PackageList {
  readonly note: () => Plugin;
  /** Notes a package with a file that is copied unchanged. */
  readonly add: (name: string) => void;
  readonly write: () => Plugin;
  readonly places: () => readonly string[];
}

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
