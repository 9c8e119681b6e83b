/** How a page learns that the server hands out another build than its own. */
export const buildMark = {
  /** The header of the server's answers that names the build that it hands out. */
  header: 'Candour-Build',
  /** The meta element in which a page finds the name of its own. */
  meta: 'candour-build',
} as const;

/** The meta element that names who signs the list of those who are sealed to. */
export const ceremonyMeta = 'candour-ceremony';

/** The meta element that lists the files of each part of the page that is loaded later. */
export const partsMeta = 'candour-parts';

/** The files of the parts that are loaded later, by the modules that they begin with. */
export type FilesOfParts = ReadonlyMap<string, readonly string[]>;

/** Writes such a list as short as it may be: each file once, and then each part with the places of its files. */
export function partsText(parts: FilesOfParts): string {
  const files = [...new Set([...parts.values()].flat())];
  const places = [...parts].map(([name, of]) => [name, ...of.map((file) => files.indexOf(file))].join(' '));
  return [files.join(' '), ...places].join('|');
}

/** Reads what `partsText` wrote. */
export function partsFrom(text: string): FilesOfParts {
  const [files = '', ...parts] = text.split('|');
  const names = files.split(' ');
  return new Map(
    parts.map((part) => {
      const [name = '', ...places] = part.split(' ');
      return [name, places.flatMap((place) => names[Number(place)] ?? [])];
    }),
  );
}

/** Lists the packages that a build of the page is made of, beside it; it is not handed out. */
export const packagesFile = '.vite/packages.json';

/** Lists the modules that each file of a build is made of, beside it; it is not handed out either. */
export const modulesFile = '.vite/modules.json';

/** Where builds of the page stand. */
export interface BuildFolders {
  /** The one that is handed out. */
  readonly built: string;
  /** The one before it, whose files are still handed out to pages that were opened with it. */
  readonly before: string;
}
