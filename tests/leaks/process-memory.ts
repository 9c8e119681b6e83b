import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const chunkBytes = 4 * 1024 * 1024;

interface Region {
  readonly from: number;
  readonly to: number;
}

/** What a process may write to, so what it may have written. */
const writableRegions = (pid: number): readonly Region[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(line) ?? [];
      return from !== undefined && to !== undefined ? [{ from: parseInt(from, 16), to: parseInt(to, 16) }] : [];
    });

/** How often a mark begins in the first bytes of a piece, up to a place. */
function countIn(bytes: Buffer, mark: Buffer, before: number): number {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0 && at < before; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

/**
 * How often each mark stands in the memory of a process, in one byte a character or two: also in memory that was freed
 * and not yet used again, which no heap snapshot shows, and which a core image holds. `undefined` where the system does
 * not let us look.
 */
export function countsInMemory(pid: number, marks: readonly string[]): ReadonlyMap<string, number> | undefined {
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return undefined;
  }
  const bytesOf = marks.map((mark) => [mark, [Buffer.from(mark, 'utf8'), Buffer.from(mark, 'utf16le')]] as const);
  const longest = Math.max(...bytesOf.flatMap(([, both]) => both.map(({ length }) => length)));
  // A mark that lies across the end of a piece is seen with the next one, which begins there.
  const chunk = Buffer.alloc(chunkBytes + longest);
  const counts = new Map(marks.map((mark) => [mark, 0]));
  try {
    for (const { from, to } of writableRegions(pid)) {
      for (let at = from; at < to; at += chunkBytes) {
        try {
          const read = readSync(memory, chunk, 0, Math.min(chunk.length, to - at), at);
          const piece = chunk.subarray(0, read);
          for (const [mark, both] of bytesOf)
            for (const one of both) counts.set(mark, (counts.get(mark) ?? 0) + countIn(piece, one, chunkBytes));
        } catch {
          // A region that was given back meanwhile.
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return counts;
}

/** How often one mark stands there. */
export const countInMemory = (pid: number, mark: string): number | undefined => countsInMemory(pid, [mark])?.get(mark);
