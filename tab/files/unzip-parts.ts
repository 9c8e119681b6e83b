import { Unzip, UnzipInflate } from 'fflate';
import { FileRefusalError } from './clean-copy.ts';

const maxParts = 5_000;
const maxUnzippedBytes = 100_000_000;
const stepBytes = 65_536;

interface ZipParts {
  /** Of all parts. */
  readonly names: ReadonlySet<string>;
  /** The wanted ones. */
  readonly contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Unzips the wanted parts, and counts their bytes meanwhile, whatever the zip says of itself. Throws FileRefusalError:
 * `unfolds`, or `damaged` also if two wanted parts have one name, of which Word could show the other.
 */
export function unzipParts(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipParts {
  const names = new Set<string>();
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  let parts = 0;
  let total = 0;
  let unfinished = 0;
  const unzip = new Unzip((part) => {
    const { name } = part;
    parts += 1;
    if (parts > maxParts) throw new FileRefusalError('unfolds');
    const isRepeated = names.has(name);
    names.add(name);
    if (!isWanted(name)) return;
    if (isRepeated) throw new FileRefusalError('damaged');
    const pieces: Uint8Array[] = [];
    unfinished += 1;
    part.ondata = (error, piece, isLast) => {
      if (error) throw error;
      total += piece.length;
      if (total > maxUnzippedBytes) throw new FileRefusalError('unfolds');
      pieces.push(piece.slice());
      if (!isLast) return;
      unfinished -= 1;
      contents.set(name, concat(pieces));
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += stepBytes)
      unzip.push(bytes.subarray(at, at + stepBytes), at + stepBytes >= bytes.length);
  } catch (error) {
    throw error instanceof FileRefusalError ? error : new FileRefusalError('damaged');
  }
  if (unfinished > 0) throw new FileRefusalError('damaged');
  return { names, contents };
}

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
