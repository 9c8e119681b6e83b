import { z } from 'zod';
import { movedKindNames, movedKinds } from '../../storage/moving/moved-kinds.ts';
import { MovingError } from './moving-error.ts';

/** A folder of another version is refused: docs/formats/export-all.md. */
const formatVersion = 1;

/** Names all other files of a folder, and is written last. */
export const manifestName = 'manifest.json';
export const filesListName = 'files.ndjson';
export const filesFolder = 'files';
export const asideName = 'aside.ndjson';

export const recordFiles = movedKindNames.map((kind) => ({ kind, name: `${movedKinds[kind].file}.ndjson` }));

const lineFiles: readonly string[] = [...recordFiles.map(({ name }) => name), filesListName, asideName];

const describedSchema = z.strictObject({
  name: z.string(),
  lines: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type DescribedFile = z.infer<typeof describedSchema>;

const versionSchema = z.object({ format: z.literal('candour-export'), version: z.int() });
const manifestSchema = z.strictObject({
  format: z.literal('candour-export'),
  version: z.literal(formatVersion),
  files: z.array(describedSchema),
});

/** The same for the same records, whenever and from wherever they were exported. */
export const manifestOf = (files: readonly DescribedFile[]): string =>
  `${JSON.stringify({ format: 'candour-export', version: formatVersion, files }, undefined, 2)}\n`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readManifest(text: string): ReadonlyMap<string, DescribedFile> {
  const given = jsonOf(text);
  const { data: version } = versionSchema.safeParse(given);
  if (version === undefined) throw new MovingError(`${manifestName} is not that of a folder that export-all made.`);
  if (version.version !== formatVersion) {
    throw new MovingError(
      `The folder is of version ${version.version} of the format, and this Candour reads version ${formatVersion}: use the Candour that made it, or a newer one.`,
    );
  }
  const { data } = manifestSchema.safeParse(given);
  const files = new Map(data?.files.map((file) => [file.name, file]));
  const isWhole = data?.files.length === lineFiles.length && lineFiles.every((name) => files.has(name));
  if (!isWhole) throw new MovingError(`${manifestName} does not name the files that it should, each once.`);
  return files;
}

export function describedIn(manifest: ReadonlyMap<string, DescribedFile>, name: string): DescribedFile {
  const described = manifest.get(name);
  if (described === undefined) throw new MovingError(`${manifestName} does not name ${name}.`);
  return described;
}
