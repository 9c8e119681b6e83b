export const buildVersionNames = {
  header: 'Candour-Build',
  meta: 'candour-build',
} as const;

export const ceremonyMeta = 'candour-ceremony';

export const lazyModulesMeta = 'candour-parts';

export type LazyModuleFiles = ReadonlyMap<string, readonly string[]>;

export function serialiseLazyModules(parts: LazyModuleFiles): string {
  const files = [...new Set([...parts.values()].flat())];
  const places = [...parts].map(([name, of]) => [name, ...of.map((file) => files.indexOf(file))].join(' '));
  return [files.join(' '), ...places].join('|');
}

export function parseLazyModules(text: string): LazyModuleFiles {
  const [files = '', ...parts] = text.split('|');
  const names = files.split(' ');
  return new Map(
    parts.map((part) => {
      const [name = '', ...places] = part.split(' ');
      return [name, places.flatMap((place) => names[Number(place)] ?? [])];
    }),
  );
}

export const packagesFile = '.vite/packages.json';

export const modulesFile = '.vite/modules.json';

export interface BuildFolders {
  readonly built: string;
  readonly previous: string;
}
