import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { modulesFile, packagesFile, lazyModulesMeta, serialiseLazyModules } from '../../contract/build-metadata.ts';

const root = `${join(import.meta.dirname, '..', '..').replaceAll('\\', '/')}/`;

const moduleName = (id: string): string => {
  const path = id.replaceAll('\0', '').replaceAll('\\', '/').replaceAll(root, '');
  const place = path.lastIndexOf('/node_modules/');
  return place < 0 ? path : path.slice(place + 1);
};

export function writeModuleList(): Plugin {
  const all: Record<string, Record<string, number>> = {};
  return {
    name: 'candour-modules',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle).filter((one) => one.type === 'chunk')) {
        all[file.fileName] = Object.fromEntries(
          Object.entries(file.modules).map(([id, { renderedLength }]) => [moduleName(id), renderedLength]),
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

const nodeModules = resolve(import.meta.dirname, '..', '..', 'node_modules');
const nodeModulesFolders = [nodeModules, realpathSync(nodeModules)].map((folder) => folder.replaceAll('\\', '/'));

const packagePathPattern = /^node_modules\/(?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*(?=\/)/u;

function packagePath(id: string): string | undefined {
  const path = id.replace(/^\0+/u, '').replaceAll('\\', '/');
  const folder = nodeModulesFolders.find((one) => path.startsWith(`${one}/`));
  return folder === undefined ? undefined : packagePathPattern.exec(`node_modules${path.slice(folder.length)}`)?.[0];
}

export interface PackageList {
  readonly collect: () => Plugin;
  readonly add: (name: string) => void;
  readonly write: () => Plugin;
  readonly paths: () => readonly string[];
}

export function createPackageList(): PackageList {
  const collected = new Set<string>();
  const paths = (): readonly string[] => [...collected].sort();
  return {
    collect: () => ({
      name: 'candour-packages',
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle)) {
          for (const id of file.type === 'chunk' ? file.moduleIds : []) {
            const place = packagePath(id);
            if (place !== undefined) collected.add(place);
          }
        }
      },
    }),
    add: (name) => void collected.add(`node_modules/${name}`),
    write: () => ({
      name: 'candour-packages-file',
      writeBundle: ({ dir = '' }) => {
        const file = join(dir, packagesFile);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(paths(), null, 2)}\n`);
      },
    }),
    paths,
  };
}

function chunkFiles(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen;
  seen.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') chunkFiles(imported, bundle, seen);
  }
  return seen;
}

export function injectLazyModuleList(root: string, base: string): Plugin {
  let content = '';
  return {
    name: 'candour-parts',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = new Set(chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [...chunkFiles(chunk, bundle)]));
      const parts = chunks.flatMap((chunk) =>
        chunk.moduleIds
          .filter((id) => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0)
          .map((id) => {
            const files = [...chunkFiles(chunk, bundle)].filter((file) => !first.has(file));
            return [relative(root, id), files.map((file) => `${base}${file}`)] as const;
          }),
      );
      content = serialiseLazyModules(new Map(parts.toSorted(([one], [other]) => (one < other ? -1 : 1))));
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'meta', attrs: { name: lazyModulesMeta, content }, injectTo: 'head' }],
    },
  };
}
