import { z } from 'zod';
import { movedKindNames, movedKinds } from '../../storage/moving/moved-kinds.ts';
import { MovingError } from './moving-error.ts';

/** The version of the format: a folder of another one is refused. docs/formats/export-all.md says what it means. */
const formatVersion = 1;

/** The file that names all others of a folder, and is written last. */
export const manifestName = 'manifest.json';
/** The file that names the sealed files, which lie in a folder of their own. */
export const filesListName = 'files.ndjson';
export const filesFolder = 'files';
/** The file with what no record could be made of. */
export const asideName = 'aside.ndjson';

/** The files of records by their kinds, in the order in which they are taken in. */
export const recordFiles = movedKindNames.map((kind) => ({ kind, name: `${movedKinds[kind].file}.ndjson` }));

/** The names of all files of lines that a folder has. */
const lineFiles: readonly string[] = [...recordFiles.map(({ name }) => name), filesListName, asideName];

const describedSchema = z.strictObject({
  name: z.string(),
  lines: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
/** A file of lines as the manifest describes it. */
export type DescribedFile = z.infer<typeof describedSchema>;

const versionSchema = z.object({ format: z.literal('candour-export'), version: z.int() });
const manifestSchema = z.strictObject({
  format: z.literal('candour-export'),
  version: z.literal(formatVersion),
  files: z.array(describedSchema),
});

/** A manifest as text: the same for the same records, whenever and from wherever they were taken. */
export const manifestOf = (files: readonly DescribedFile[]): string =>
  `${JSON.stringify({ format: 'candour-export', version: formatVersion, files }, undefined, 2)}\n`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The files that a manifest describes, by their names. Throws MovingError where it is none, or names other files. */
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

/** One of the files of a manifest, as that describes it. Throws MovingError where it does not name it. */
export function describedIn(manifest: ReadonlyMap<string, DescribedFile>, name: string): DescribedFile {
  const described = manifest.get(name);
  if (described === undefined) throw new MovingError(`${manifestName} does not name ${name}.`);
  return described;
}
