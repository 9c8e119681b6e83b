import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** By their paths, with slashes. */
export type FilesByPath = ReadonlyMap<string, Uint8Array>;

const blockSize = 512;
/** The first moment of 1980: some tools warn of 1970. */
const modifiedAt = 315_532_800;
const maxNameLength = 100;
const maxPrefixLength = 155;
/** A smaller file takes no less room as a link. */
const minLinkBytes = 4_096;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** Throws if the path does not fit the two fields. */
function splitPath(path: string): readonly [name: string, folder: string] {
  if (Buffer.byteLength(path) <= maxNameLength) return [path, ''];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const [folder, name] = [path.slice(0, at), path.slice(at + 1)];
    if (name !== '' && Buffer.byteLength(name) <= maxNameLength && Buffer.byteLength(folder) <= maxPrefixLength) {
      return [name, folder];
    }
  }
  throw new Error(`the path is too long for an archive: ${path}`);
}

type EntryKind = 'file' | 'folder' | 'link';
const typeFlags: Readonly<Record<EntryKind, string>> = { file: '0', link: '1', folder: '5' };

function header(path: string, size: number, kind: EntryKind, target = ''): Buffer {
  const block = Buffer.alloc(blockSize);
  const [name, folder] = splitPath(path);
  block.write(name, 0);
  block.write(octal(kind === 'folder' ? 0o755 : 0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(modifiedAt, 12), 136);
  block.write(' '.repeat(8), 148);
  block.write(typeFlags[kind], 156);
  block.write(target, 157);
  block.write('ustar\x0000', 257);
  block.write(folder, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 7)} `, 148);
  return block;
}

const padToBlock = (bytes: Uint8Array): readonly Uint8Array[] => [
  bytes,
  Buffer.alloc((blockSize - (bytes.length % blockSize)) % blockSize),
];

function listFolders(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let above = posix.dirname(path); above !== '.'; above = posix.dirname(above)) folders.add(`${above}/`);
  }
  return [...folders];
}

function createEntries(files: FilesByPath): ReadonlyMap<string, readonly Uint8Array[]> {
  const first = new Map<string, string>();
  const entries = new Map<string, readonly Uint8Array[]>();
  for (const [path, bytes] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const digest = createHash('sha256').update(bytes).digest('hex');
    const target = first.get(digest);
    if (target !== undefined && bytes.length >= minLinkBytes) {
      entries.set(path, [header(path, 0, 'link', target)]);
      continue;
    }
    if (Buffer.byteLength(path) <= maxNameLength) first.set(digest, path);
    entries.set(path, [header(path, bytes.length, 'file'), ...padToBlock(bytes)]);
  }
  return entries;
}

/**
 * The same files give the same bytes: in the order of their paths, without an owner, at one fixed time, readable by
 * everyone and writable by their owner. A duplicate becomes a link. Throws if a path is too long.
 */
export function createTarGz(files: FilesByPath): Buffer {
  const folders = listFolders([...files.keys()]).map((folder) => [folder, [header(folder, 0, 'folder')]] as const);
  const blocks = [...folders, ...createEntries(files)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, parts]) => parts);
  const archive = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]), { level: 9 });
  // The packing system, which would differ.
  archive[9] = 255;
  return archive;
}
