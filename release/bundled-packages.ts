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

/** A package that the artefact contains parts of. */
export interface BundledPackage {
  /** As in the lock file. */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  /** The digest of what the registry handed out, as in the lock file. */
  readonly integrity: string;
  /** The places of the other packages that it needs. */
  readonly needs: readonly string[];
}

const folder = 'node_modules/';

function foundFrom(place: string, name: string, places: ReadonlySet<string>): string | undefined {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf(`/${folder}`)))) {
    const found = above === '' ? folder + name : `${above}/${folder}${name}`;
    if (places.has(found)) return found;
    if (above === '') return undefined;
  }
}

/** Throws if the lock file does not have one. */
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
