import { elementChildren } from '../recording-structure.ts';
import { type Cleaner, createPieceCleaner } from './create-piece-cleaner.ts';

const parseIds = (ids: readonly string[]): ReadonlySet<number> => new Set(ids.map((id) => Number.parseInt(id, 16)));
const parents = parseIds(Object.keys(elementChildren));
/** All that a copy may hold: if a new version of the library writes more, no copy is made. */
const allowedElements = parseIds(Object.values(elementChildren).flat());
const muxingApp = 0x4d80;
const writingApp = 0x5741;
const padding = 0xec;

/**
 * Cleans a copy in WebM as the library writes it: gets its pieces in order, and returns what is complete of it. No
 * element beyond the list, no name of a program. `end` throws if the file is not complete.
 */
export const createWebmCleaner = (): Cleaner =>
  createPieceCleaner((bytes) => {
    const head = parseElementHead(bytes);
    if (head === undefined) return undefined;
    if (!allowedElements.has(head.id)) throw new RangeError('the copy has an element that may not be in it');
    const length = parents.has(head.id) ? head.length : head.length + head.size;
    if (bytes.length < length) return undefined;
    const cleaned = bytes.slice(0, length);
    if (head.id === padding) cleaned.fill(0, head.length);
    if (head.id === muxingApp || head.id === writingApp) cleaned.fill(0x20, head.length);
    return { cleaned, length };
  });

interface ElementHead {
  readonly id: number;
  /** In bytes, of the head itself. */
  readonly length: number;
  /** In bytes, of what follows; of a parent it may be unknown. */
  readonly size: number;
}

function parseElementHead(bytes: Uint8Array): ElementHead | undefined {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const sizeLength = Math.clz32(bytes[idLength] ?? 0) - 23;
  if (bytes.length < idLength + 1 || bytes.length < idLength + sizeLength) return undefined;
  if (idLength > 4 || sizeLength > 8) throw new RangeError('the copy has no element where one begins');
  let id = 0;
  for (let at = 0; at < idLength; at += 1) id = id * 256 + (bytes[at] ?? 0);
  let size = (bytes[idLength] ?? 0) & (0xff >> sizeLength);
  for (let at = 1; at < sizeLength; at += 1) size = size * 256 + (bytes[idLength + at] ?? 0);
  return { id, length: idLength + sizeLength, size };
}
