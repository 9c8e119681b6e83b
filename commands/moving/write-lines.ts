import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { DescribedFile } from './manifest.ts';

/** A new file of lines. Whatever the file system cannot do is thrown as it says it, with the path of the file. */
export interface LinesWriter {
  add(line: string): void;
  /** Ends it, once the disk has all of it, and describes it. */
  end(): DescribedFile;
  /** Lets go of it without another word. */
  drop(): void;
}

/** Lines are put together to so many characters before they are written. */
const atOnce = 256 * 1024;

/** Whatever the file system cannot do with an open file, thrown with where that is: of itself it says no place. */
function atPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
}

/** Writes all of some bytes: a disk that is nearly full takes a part, and says why only when asked again. */
function writeWhole(path: string, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += atPath(path, () => writeSync(file, bytes, done));
}

/** Ends once the disk has all of it. */
const synced = (path: string, file: number): void => atPath(path, () => fsyncSync(file));

/** Makes a file for its owner alone; throws where something has its name. */
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

/** Writes a file that is whole at once, for its owner alone. */
export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeWhole(path, file, bytes);
    synced(path, file);
  } finally {
    closeSync(file);
  }
}
