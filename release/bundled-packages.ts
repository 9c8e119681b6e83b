import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const namesSchema = z.record(z.string(), z.string()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      integrity: z.string().optional(),
      dependencies: namesSchema,
      optionalDependencies: namesSchema,
      peerDependencies: namesSchema,
    }),
  ),
});

/** A package that the artefact holds parts of. */
export interface BundledPackage {
  /** Where it stands, as the lock file says it. */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  /** The digest of what the registry handed out, as the lock file has it. */
  readonly integrity: string;
  /** Those of the others that it asks for, by their places. */
  readonly needs: readonly string[];
}

const folder = 'node_modules/';

/** Where Node finds a package of this name that one at a place asks for. */
function foundFrom(place: string, name: string, places: ReadonlySet<string>): string | undefined {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf(`/${folder}`)))) {
    const found = above === '' ? folder + name : `${above}/${folder}${name}`;
    if (places.has(found)) return found;
    if (above === '') return undefined;
  }
}

/** The packages at these places as the lock file has them, in order. Throws where it does not know one. */
export function bundledPackages(root: string, places: readonly string[]): readonly BundledPackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const all = new Set(places);
  return [...all].sort().map((place) => {
    const locked = packages[place];
    if (locked?.integrity === undefined) throw new Error(`the lock file does not know ${place}`);
    const asked = { ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies };
    return {
      place,
      name: locked.name ?? place.slice(place.lastIndexOf(folder) + folder.length),
      version: locked.version,
      integrity: locked.integrity,
      needs: [...new Set(Object.keys(asked).flatMap((name) => foundFrom(place, name, all) ?? []))].sort(),
    };
  });
}
