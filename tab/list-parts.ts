import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { partsMeta, partsText } from '../contract/build.ts';

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
