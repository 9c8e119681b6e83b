import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { modulesFile } from '../contract/build.ts';

const root = `${join(import.meta.dirname, '..').replaceAll('\\', '/')}/`;

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
