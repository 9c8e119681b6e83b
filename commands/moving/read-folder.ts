import { lstat, readdir } from 'node:fs/promises';
import { compareKeys, type Key } from '../../storage/documents.ts';
import {
  isAside,
  type MovedKind,
  movedKinds,
  movedRecord,
  type MovedRecord,
} from '../../storage/moving/moved-kinds.ts';
import {
  asideName,
  type DescribedFile,
  describedIn,
  filesFolder,
  filesListName,
  manifestName,
  recordFiles,
} from './manifest.ts';
import { bytesOf, listedParts } from './moved-files.ts';
import { MovingError } from './moving-error.ts';
import { manifestIn, readLines } from './read-lines.ts';

export interface CheckedFolder {
  readonly path: string;
  readonly manifest: ReadonlyMap<string, DescribedFile>;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export async function* recordsIn({ path, manifest }: CheckedFolder, kind: MovedKind): AsyncGenerator<MovedRecord> {
  const name = `${movedKinds[kind].file}.ndjson`;
  let [number, before]: [number, Key | undefined] = [0, undefined];
  for await (const line of readLines(path, describedIn(manifest, name))) {
    number += 1;
    const record = jsonIn(line);
    const read = movedKinds[kind].read(record);
    if (read === 'newer') {
      throw new MovingError(`Line ${number} of ${name} was written by a newer version: take it in with that one.`);
    }
    if (read === 'damaged') throw new MovingError(`Line ${number} of ${name} is no record that can be read.`);
    if (before !== undefined && compareKeys(before, read.id) >= 0)
      throw new MovingError(`Line ${number} of ${name} is not in its order, or comes twice.`);
    before = read.id;
    const moved = movedRecord(kind, read.id, record, line);
    if (isAside(moved)) throw new MovingError(`Line ${number} of ${name} is no record that can be read.`);
    yield moved;
  }
}

const expected: ReadonlySet<string> = new Set([
  ...recordFiles.map(({ name }) => name),
  manifestName,
  filesListName,
  filesFolder,
  asideName,
]);

/**
 * Checks all of a folder before an import: every file against its manifest, every record, every part of a sealed file.
 * Throws MovingError, whose sentence says what is wrong.
 */
export async function checkFolder(path: string): Promise<CheckedFolder> {
  const its = await lstat(path).catch(() => undefined);
  if (its === undefined) throw new MovingError(`${path} is not there, or may not be read.`);
  if (!its.isDirectory()) throw new MovingError(`${path} is no folder.`);
  const odd = (await readdir(path)).find((name) => !expected.has(name));
  if (odd !== undefined) throw new MovingError(`The folder holds something that is not of it: ${JSON.stringify(odd)}.`);
  const manifest = await manifestIn(path);
  const folder = { path, manifest };
  for (const { kind } of recordFiles) for await (const _record of recordsIn(folder, kind));
  for await (const part of listedParts(path, describedIn(manifest, filesListName))) await bytesOf(path, part);
  for await (const _line of readLines(path, describedIn(manifest, asideName)));
  return folder;
}

export const linesOf = ({ manifest }: CheckedFolder, name: string): number => describedIn(manifest, name).lines;
