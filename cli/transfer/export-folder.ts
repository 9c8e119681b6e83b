import { parseJson, parseJsonWithSchema } from '../../core/model/parse-json.ts';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { lstat, open, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { FileLocation, FileStore } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { caseIdSchema } from '../../core/model/case-record.ts';
import { canonicalJson } from '../../core/model/digests.ts';
import { compareKeys, type RecordKey } from '../../storage/document-store.ts';
import { toPartName, toPathSegments, parsePathSegments } from '../../storage/blobs/file-paths.ts';
import {
  isUnreadableRecord,
  type TransferKind,
  transferKindNames,
  transferKinds,
  toTransferRecord,
  type TransferRecord,
} from '../../storage/transfer/transfer-kinds.ts';

/** A folder of another version is refused: docs/formats/export-all.md. */
const formatVersion = 1;

/** Names all other files of a folder, and is written last. */
export const manifestName = 'manifest.json';
export const filesListName = 'files.ndjson';
export const filesFolder = 'files';
export const unreadableName = 'aside.ndjson';

export const recordFiles = transferKindNames.map((kind) => ({ kind, name: `${transferKinds[kind].file}.ndjson` }));

const ndjsonFiles: readonly string[] = [...recordFiles.map(({ name }) => name), filesListName, unreadableName];

const manifestEntrySchema = z.strictObject({
  name: z.string(),
  lines: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

const versionSchema = z.object({ format: z.literal('candour-export'), version: z.int() });
const manifestSchema = z.strictObject({
  format: z.literal('candour-export'),
  version: z.literal(formatVersion),
  files: z.array(manifestEntrySchema),
});

export const serialiseManifest = (files: readonly ManifestEntry[]): string =>
  `${JSON.stringify({ format: 'candour-export', version: formatVersion, files }, undefined, 2)}\n`;

function parseManifest(text: string): ReadonlyMap<string, ManifestEntry> {
  const given = parseJson(text);
  const { data: version } = versionSchema.safeParse(given);
  if (version === undefined)
    throw new TransferError(`${manifestName} does not belong to a folder that export-all made.`);
  if (version.version !== formatVersion) {
    throw new TransferError(
      `The folder has version ${version.version} of the format, but this Candour reads version ${formatVersion}: use the Candour that made it, or a newer one.`,
    );
  }
  const { data } = manifestSchema.safeParse(given);
  const files = new Map(data?.files.map((file) => [file.name, file]));
  const isWhole = data?.files.length === ndjsonFiles.length && ndjsonFiles.every((name) => files.has(name));
  if (!isWhole) throw new TransferError(`${manifestName} does not name the files that it should, each once.`);
  return files;
}

export function manifestEntry(manifest: ReadonlyMap<string, ManifestEntry>, name: string): ManifestEntry {
  const entry = manifest.get(name);
  if (entry === undefined) throw new TransferError(`${manifestName} does not name ${name}.`);
  return entry;
}

export interface ExportFolder {
  readonly path: string;
  readonly manifest: ReadonlyMap<string, ManifestEntry>;
}

export async function* readRecords(
  { path, manifest }: ExportFolder,
  kind: TransferKind,
): AsyncGenerator<TransferRecord> {
  const name = `${transferKinds[kind].file}.ndjson`;
  let [number, before]: [number, RecordKey | undefined] = [0, undefined];
  for await (const line of readLines(path, manifestEntry(manifest, name))) {
    number += 1;
    const record = parseJson(line);
    const read = transferKinds[kind].read(record);
    if (read === 'newer') {
      throw new TransferError(`Line ${number} of ${name} was written by a newer version: import it with that one.`);
    }
    if (read === 'damaged') throw new TransferError(`Line ${number} of ${name} is not a readable record.`);
    if (before !== undefined && compareKeys(before, read.id) >= 0)
      throw new TransferError(`Line ${number} of ${name} is out of order, or is there twice.`);
    before = read.id;
    const moved = toTransferRecord(kind, read.id, record, line);
    if (isUnreadableRecord(moved)) throw new TransferError(`Line ${number} of ${name} is not a readable record.`);
    yield moved;
  }
}

const expectedNames: ReadonlySet<string> = new Set([
  ...recordFiles.map(({ name }) => name),
  manifestName,
  filesListName,
  filesFolder,
  unreadableName,
]);

/** Throws TransferError, whose sentence says what is wrong, unless all of a folder is as described. */
export async function checkExportFolder(path: string): Promise<ExportFolder> {
  const its = await lstat(path).catch(() => undefined);
  if (its === undefined) throw new TransferError(`${path} does not exist, or may not be read.`);
  if (!its.isDirectory()) throw new TransferError(`${path} is not a folder.`);
  const odd = (await readdir(path)).find((name) => !expectedNames.has(name));
  if (odd !== undefined)
    throw new TransferError(`The folder holds something that export-all did not put there: ${JSON.stringify(odd)}.`);
  const manifest = await readManifestFile(path);
  const folder = { path, manifest };
  for (const { kind } of recordFiles) for await (const _record of readRecords(folder, kind));
  for await (const part of readPartList(path, manifestEntry(manifest, filesListName))) await readPartBytes(path, part);
  for await (const _line of readLines(path, manifestEntry(manifest, unreadableName)));
  return folder;
}

export const manifestLineCount = ({ manifest }: ExportFolder, name: string): number =>
  manifestEntry(manifest, name).lines;

const partSchema = z.strictObject({
  caseId: caseIdSchema,
  holder: z.string().regex(/^[0-9a-f]{16}$/u),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  part: z.int().min(0).max(999),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
type TransferPart = z.infer<typeof partSchema>;

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type UnreadablePart = FileLocation & { readonly part: number };

export async function copyFileParts(files: FileStore, folder: string): Promise<readonly UnreadablePart[]> {
  const unread: UnreadablePart[] = [];
  let next: string | undefined;
  do {
    const page = await files.list(next);
    for (const { caseId, holder, id } of page.files) {
      const place = { caseId, holder, id };
      const at = join(folder, filesFolder, ...toPathSegments(place));
      if (existsSync(at)) continue;
      mkdirSync(at, { recursive: true, mode: 0o700 });
      const parts = (await files.listParts({ caseId, holder })).filter((one) => one.id === id);
      for (const { part } of parts) {
        try {
          const bytes = await files.readPart(place, part);
          if (bytes !== undefined) writeWholeFile(join(at, toPartName(part)), bytes);
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

const compareNumbers = (one: string, other: string): number => Number(one) - Number(other);

export function writePartList(folder: string): ManifestEntry {
  const list = createLinesWriter(join(folder, filesListName));
  const root = join(folder, filesFolder);
  const namesIn = (...names: readonly string[]) => readdirSync(join(root, ...names)).toSorted();
  for (const caseName of namesIn()) {
    for (const holder of namesIn(caseName)) {
      for (const id of namesIn(caseName, holder)) {
        for (const name of namesIn(caseName, holder, id).toSorted(compareNumbers)) {
          const found = parsePathSegments([caseName, holder, id, name]);
          if (found === undefined) continue;
          const bytes = readFileSync(join(root, caseName, holder, id, name));
          list.add(canonicalJson({ ...found.place, part: found.part, bytes: bytes.length, sha256: sha256Hex(bytes) }));
        }
      }
    }
  }
  return list.end();
}

export async function* readPartList(folder: string, entry: ManifestEntry): AsyncGenerator<TransferPart> {
  let [line, before] = [0, ''];
  for await (const text of readLines(folder, entry)) {
    line += 1;
    const part = parseJsonWithSchema(partSchema, text);
    if (part === undefined) throw new TransferError(`Line ${line} of ${filesListName} does not name a part of a file.`);
    const order = [part.caseId, part.holder, part.id, String(part.part).padStart(3, '0')].join('/');
    if (order <= before)
      throw new TransferError(`Line ${line} of ${filesListName} is out of order, or is there twice.`);
    before = order;
    yield part;
  }
}

/** Throws TransferError if the bytes are missing or others, or lie behind a link. */
export async function readPartBytes(
  folder: string,
  { bytes, sha256, part, ...place }: TransferPart,
): Promise<Uint8Array> {
  const names = [filesFolder, ...toPathSegments(place), toPartName(part)];
  const shown = names.join('/');
  const path = join(folder, ...names);
  const realPath = await realpath(path).catch(() => undefined);
  if (realPath === undefined) throw new TransferError(`${shown} is missing, or may not be read.`);
  if (realPath !== join(await realpath(folder), ...names)) throw new TransferError(`${shown} is behind a link.`);
  const content = await readFile(path);
  if (content.length !== bytes || sha256Hex(content) !== sha256) {
    throw new TransferError(`${shown} has changed since the folder was made.`);
  }
  return content;
}

/** In bytes: no store's record is as long. */
const maxLineBytes = 16 * 1024 * 1024;
const maxManifestBytes = 1024 * 1024;
const newline = 0x0a;

/** A link leads to what no one exported. Throws TransferError. */
async function plainFileSize(path: string, name: string): Promise<number> {
  const its = await lstat(path).catch(() => undefined);
  if (its === undefined) throw new TransferError(`${name} is missing, or may not be read.`);
  if (!its.isFile()) throw new TransferError(`${name} is not a plain file.`);
  return its.size;
}

async function readManifestFile(folder: string): Promise<ReadonlyMap<string, ManifestEntry>> {
  const path = join(folder, manifestName);
  const size = await plainFileSize(path, manifestName);
  if (size > maxManifestBytes) throw new TransferError(`${manifestName} is too long to be a manifest.`);
  return parseManifest(await readFile(path, 'utf8'));
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
        if (error instanceof TypeError) throw new TransferError(`${name} holds something that is not text.`);
        throw error;
      }
      [parts, length, from] = [[], 0, end + 1];
    }
    parts.push(chunk.slice(from));
    length += chunk.length - from;
    if (length > maxLineBytes) throw new TransferError(`${name} has a line that is longer than any record.`);
  }
  if (length > 0) throw new TransferError(`${name} ends in the middle of a line.`);
}

/** Throws TransferError, perhaps only at the end, if the file is not as described: read it all before acting on it. */
async function* readLines(folder: string, entry: ManifestEntry): AsyncGenerator<string> {
  const { name, lines, bytes, sha256 } = entry;
  const path = join(folder, name);
  if ((await plainFileSize(path, name)) !== bytes)
    throw new TransferError(`${name} has the wrong length: the folder is damaged.`);
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
    throw new TransferError(`${name} has changed since it was made.`);
}

export interface LinesWriter {
  add(line: string): void;
  end(): ManifestEntry;
  discard(): void;
}

const writeBufferBytes = 256 * 1024;

function withPathErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** A nearly full disk takes a part, and says why only on the next write. */
function writeFully(path: string, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += withPathErrors(path, () => writeSync(file, bytes, done));
}

const syncFile = (path: string, file: number): void => withPathErrors(path, () => fsyncSync(file));

export function createLinesWriter(path: string): LinesWriter {
  const file = openSync(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let [waiting, lines, bytes] = ['', 0, 0];

  function flush(): void {
    const ready = Buffer.from(waiting, 'utf8');
    waiting = '';
    writeFully(path, file, ready);
    digest.update(ready);
    bytes += ready.length;
  }

  return {
    add(line) {
      waiting += `${line}\n`;
      lines += 1;
      if (waiting.length >= writeBufferBytes) flush();
    },
    end() {
      flush();
      syncFile(path, file);
      closeSync(file);
      return { name: basename(path), lines, bytes, sha256: digest.digest('hex') };
    },
    discard: () => closeSync(file),
  };
}

export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFully(path, file, bytes);
    syncFile(path, file);
  } finally {
    closeSync(file);
  }
}

/** Says why a folder cannot be imported or made: never a line of a file. */
export class TransferError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'TransferError';
  }
}

export const excludedKindsSentence =
  'Not in the folder: the keys that encrypt each day’s cards, and the rate at which each server sends. Cards that are open stop working. docs/guides/operator.md, “Moving in and out”, says what you must set up again, such as channels and passkeys.';
