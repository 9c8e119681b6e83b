import { jsonIn, readJson } from '../../core/model/read-json.ts';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { lstat, open, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { FilePlace, FileStore } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { caseIdSchema } from '../../core/model/case-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { compareKeys, type Key } from '../../storage/documents.ts';
import { nameOfPart, namesOf, placeOfNames } from '../../storage/blobs/file-names.ts';
import {
  isAside,
  type MovedKind,
  movedKindNames,
  movedKinds,
  movedRecord,
  type MovedRecord,
} from '../../storage/transfer/record-kinds.ts';

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

export const manifestOf = (files: readonly DescribedFile[]): string =>
  `${JSON.stringify({ format: 'candour-export', version: formatVersion, files }, undefined, 2)}\n`;

function readManifest(text: string): ReadonlyMap<string, DescribedFile> {
  const given = jsonIn(text);
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

export interface CheckedFolder {
  readonly path: string;
  readonly manifest: ReadonlyMap<string, DescribedFile>;
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

/** All of a folder is checked before an import. Throws MovingError, whose sentence says what is wrong. */
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

const partSchema = z.strictObject({
  caseId: caseIdSchema,
  holder: z.string().regex(/^[0-9a-f]{16}$/u),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  part: z.int().min(0).max(999),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
type MovedPart = z.infer<typeof partSchema>;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type UnreadPart = FilePlace & { readonly part: number };

export async function copyParts(files: FileStore, folder: string): Promise<readonly UnreadPart[]> {
  const unread: UnreadPart[] = [];
  let next: string | undefined;
  do {
    const page = await files.list(next);
    for (const { caseId, holder, id } of page.files) {
      const place = { caseId, holder, id };
      const at = join(folder, filesFolder, ...namesOf(place));
      if (existsSync(at)) continue;
      mkdirSync(at, { recursive: true, mode: 0o700 });
      const parts = (await files.parts({ caseId, holder })).filter((one) => one.id === id);
      for (const { part } of parts) {
        try {
          const bytes = await files.readPart(place, part);
          if (bytes !== undefined) writeWholeFile(join(at, nameOfPart(part)), bytes);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          unread.push({ ...place, part });
        }
      }
    }
    next = page.next;
  } while (next !== undefined);
  return unread;
}

const byNumber = (one: string, other: string): number => Number(one) - Number(other);

export function listParts(folder: string): DescribedFile {
  const list = writeLines(join(folder, filesListName));
  const root = join(folder, filesFolder);
  const namesIn = (...names: readonly string[]) => readdirSync(join(root, ...names)).toSorted();
  for (const caseName of namesIn()) {
    for (const holder of namesIn(caseName)) {
      for (const id of namesIn(caseName, holder)) {
        for (const name of namesIn(caseName, holder, id).toSorted(byNumber)) {
          const found = placeOfNames([caseName, holder, id, name]);
          if (found === undefined) continue;
          const bytes = readFileSync(join(root, caseName, holder, id, name));
          list.add(canonicalJson({ ...found.place, part: found.part, bytes: bytes.length, sha256: digestOf(bytes) }));
        }
      }
    }
  }
  return list.end();
}

export async function* listedParts(folder: string, described: DescribedFile): AsyncGenerator<MovedPart> {
  let [line, before] = [0, ''];
  for await (const text of readLines(folder, described)) {
    line += 1;
    const part = readJson(partSchema, text);
    if (part === undefined) throw new MovingError(`Line ${line} of ${filesListName} names no part of a file.`);
    const order = [part.caseId, part.holder, part.id, String(part.part).padStart(3, '0')].join('/');
    if (order <= before) throw new MovingError(`Line ${line} of ${filesListName} is not in its order, or comes twice.`);
    before = order;
    yield part;
  }
}

/** Throws MovingError if the bytes are missing or others, or lie behind a link. */
export async function bytesOf(folder: string, { bytes, sha256, part, ...place }: MovedPart): Promise<Uint8Array> {
  const names = [filesFolder, ...namesOf(place), nameOfPart(part)];
  const shown = names.join('/');
  const path = join(folder, ...names);
  const lies = await realpath(path).catch(() => undefined);
  if (lies === undefined) throw new MovingError(`${shown} is missing, or may not be read.`);
  if (lies !== join(await realpath(folder), ...names)) throw new MovingError(`${shown} lies behind a link.`);
  const content = await readFile(path);
  if (content.length !== bytes || digestOf(content) !== sha256) {
    throw new MovingError(`${shown} is not as it was when the folder was made.`);
  }
  return content;
}

/** In bytes: no record of any store is as long. */
const longestLine = 16 * 1024 * 1024;
const longestManifest = 1024 * 1024;
const newline = 0x0a;

/** Throws MovingError if it is no plain file: a link leads to what no one exported. */
async function sizeOfPlain(path: string, name: string): Promise<number> {
  const its = await lstat(path).catch(() => undefined);
  if (its === undefined) throw new MovingError(`${name} is missing, or may not be read.`);
  if (!its.isFile()) throw new MovingError(`${name} is no plain file.`);
  return its.size;
}

async function manifestIn(folder: string): Promise<ReadonlyMap<string, DescribedFile>> {
  const path = join(folder, manifestName);
  const size = await sizeOfPlain(path, manifestName);
  if (size > longestManifest) throw new MovingError(`${manifestName} is longer than any can be.`);
  return readManifest(await readFile(path, 'utf8'));
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      parts.push(chunk.subarray(from, end));
      try {
        yield decoder.decode(Buffer.concat(parts));
      } catch (error) {
        if (error instanceof TypeError) throw new MovingError(`${name} holds what is no text.`);
        throw error;
      }
      [parts, length, from] = [[], 0, end + 1];
    }
    parts.push(chunk.slice(from));
    length += chunk.length - from;
    if (length > longestLine) throw new MovingError(`${name} has a line that is longer than any record.`);
  }
  if (length > 0) throw new MovingError(`${name} ends in the middle of a line.`);
}

/**
 * Throws MovingError, at the end at the latest, if the file is not as described: read to the end before acting on it.
 */
async function* readLines(folder: string, described: DescribedFile): AsyncGenerator<string> {
  const { name, lines, bytes, sha256 } = described;
  const path = join(folder, name);
  if ((await sizeOfPlain(path, name)) !== bytes)
    throw new MovingError(`${name} is not as long as it was: the folder is torn.`);
  const digest = createHash('sha256');
  const handle = await open(path, 'r');
  let count = 0;
  try {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for await (const chunk of handle.createReadStream({ autoClose: false })) {
        const part = Buffer.from(chunk);
        digest.update(part);
        yield part;
      }
    }
    for await (const line of splitLines(chunks(), name)) {
      count += 1;
      yield line;
    }
  } finally {
    await handle.close();
  }
  if (count !== lines || digest.digest('hex') !== sha256)
    throw new MovingError(`${name} was changed since it was made.`);
}

export interface LinesWriter {
  add(line: string): void;
  end(): DescribedFile;
  drop(): void;
}

const atOnce = 256 * 1024;

function atPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** A disk that is nearly full takes a part, and says why only on the next write. */
function writeWhole(path: string, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += atPath(path, () => writeSync(file, bytes, done));
}

const synced = (path: string, file: number): void => atPath(path, () => fsyncSync(file));

export function writeLines(path: string): LinesWriter {
  const file = openSync(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let [waiting, lines, bytes] = ['', 0, 0];

  function flush(): void {
    const ready = Buffer.from(waiting, 'utf8');
    waiting = '';
    writeWhole(path, file, ready);
    digest.update(ready);
    bytes += ready.length;
  }

  return {
    add(line) {
      waiting += `${line}\n`;
      lines += 1;
      if (waiting.length >= atOnce) flush();
    },
    end() {
      flush();
      synced(path, file);
      closeSync(file);
      return { name: basename(path), lines, bytes, sha256: digest.digest('hex') };
    },
    drop: () => closeSync(file),
  };
}

export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeWhole(path, file, bytes);
    synced(path, file);
  } finally {
    closeSync(file);
  }
}

/** Says why a folder cannot be imported or made: never a line of a file. */
export class MovingError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'MovingError';
  }
}

export const leftBehindSentence =
  'Not in the folder: the keys that cards of one day were sealed with, and how fast which server sends. Cards that are open go on no more. What has to be done anew, channels and passkeys among it, stands in docs/guides/operator.md, “Moving in and out”.';
