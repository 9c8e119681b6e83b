import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { modulesFile, packagesFile, partsMeta, partsText } from '../../contract/build.ts';

const root = `${join(import.meta.dirname, '..', '..').replaceAll('\\', '/')}/`;

const nameOf = (id: string): string => {
  const path = id.replaceAll('\0', '').replaceAll('\\', '/').replaceAll(root, '');
  const place = path.lastIndexOf('/node_modules/');
  return place < 0 ? path : path.slice(place + 1);
};

export function listModules(): Plugin {
  const all: Record<string, Record<string, number>> = {};
  return {
    name: 'candour-modules',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle).filter((one) => one.type === 'chunk')) {
        all[file.fileName] = Object.fromEntries(
          Object.entries(file.modules).map(([id, { renderedLength }]) => [nameOf(id), renderedLength]),
        );
      }
    },
    writeBundle({ dir = '' }) {
      const file = join(dir, modulesFile);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(all)}\n`);
    },
  };
}

const installed = resolve(import.meta.dirname, '..', '..', 'node_modules');
const folders = [installed, realpathSync(installed)].map((folder) => folder.replaceAll('\\', '/'));

const placePattern = /^node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*(?=\/)/u;

function placeOf(id: string): string | undefined {
  const path = id.replace(/^\0+/u, '').replaceAll('\\', '/');
  const folder = folders.find((one) => path.startsWith(`${one}/`));
  return folder === undefined ? undefined : placePattern.exec(`node_modules${path.slice(folder.length)}`)?.[0];
}

export interface PackageList {
  readonly note: () => Plugin;
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

function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen;
  seen.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(imported, bundle, seen);
  }
  return seen;
}

export function listParts(root: string, base: string): Plugin {
  let content = '';
  return {
    name: 'candour-parts',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [...filesOf(chunk, bundle)]));
      const parts = chunks.flatMap((chunk) =>
        chunk.moduleIds
          .filter((id) => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0)
          .map((id) => {
            const files = [...filesOf(chunk, bundle)].filter((file) => !first.has(file));
            return [relative(root, id), files.map((file) => `${base}${file}`)] as const;
          }),
      );
      content = partsText(new Map(parts.toSorted(([one], [other]) => (one < other ? -1 : 1))));
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: { name: partsMeta, content }, injectTo: 'head' }],
    },
  };
}
