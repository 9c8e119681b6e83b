import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createMarkSearch } from './mark-search.ts';

const chunkBytes = 4 * 1024 * 1024;

interface Region {
  readonly from: number;
  readonly to: number;
}

/** Everything that a process can read: what it may have written, its stacks, and the files that lie in its memory. */
const readableRegions = (pid: number): readonly Region[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) r/u.exec(line) ?? [];
      return from !== undefined && to !== undefined ? [{ from: parseInt(from, 16), to: parseInt(to, 16) }] : [];
    });

/** How often each mark stands in regions of something that is read at a place. */
function countsIn(opened: number, regions: readonly Region[], marks: readonly string[]): ReadonlyMap<string, number> {
  const search = createMarkSearch(marks);
  // A mark that lies across the end of a piece is seen with that piece, which reaches into the next.
  const chunk = Buffer.alloc(chunkBytes + search.longest);
  for (const { from, to } of regions) {
    for (let at = from; at < to; at += chunkBytes) {
      try {
        const read = readSync(opened, chunk, 0, Math.min(chunk.length, to - at), at);
        search.look(chunk.subarray(0, read), chunkBytes);
      } catch {
        // A region that was given back meanwhile, or that the kernel keeps for itself.
      }
    }
  }
  return search.counts;
}

/**
 * How often each mark stands in the memory of a process: also in memory that was freed and not yet used again, which no
 * heap snapshot shows. It is all that a core file of it could hold. `undefined` where the system does not let us look.
 */
export function countMarksInMemory(pid: number, marks: readonly string[]): ReadonlyMap<string, number> | undefined {
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return undefined;
  }
  try {
    return countsIn(memory, readableRegions(pid), marks);
  } finally {
    closeSync(memory);
  }
}

/** How often one mark stands there. */
export const countMarkInMemory = (pid: number, mark: string): number | undefined =>
  countMarksInMemory(pid, [mark])?.get(mark);

/** How often each mark stands in a file, however large. */
export function countMarksInFile(path: string, marks: readonly string[]): ReadonlyMap<string, number> {
  const file = openSync(path, 'r');
  try {
    return countsIn(file, [{ from: 0, to: fstatSync(file).size }], marks);
  } finally {
    closeSync(file);
  }
}
