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

function countIn(bytes: Buffer, mark: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

/**
 * How often a mark stands in the memory of a process, in one byte a character or two: also in memory that was freed
 * and not yet used again, which no heap snapshot shows. `undefined` where the system does not let us look.
 */
export function countInMemory(pid: number, mark: string): number | undefined {
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return undefined;
  }
  const marks = [Buffer.from(mark, 'latin1'), Buffer.from(mark, 'utf16le')];
  const chunk = Buffer.alloc(chunkBytes);
  let count = 0;
  try {
    for (const { from, to } of writableRegions(pid)) {
      for (let at = from; at < to; at += chunkBytes) {
        try {
          const read = readSync(memory, chunk, 0, Math.min(chunkBytes, to - at), at);
          for (const one of marks) count += countIn(chunk.subarray(0, read), one);
        } catch {
          // A region that was given back meanwhile.
        }
      }
    }
  } finally {
    closeSync(memory);
  }
  return count;
}
