import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { DescribedFile } from './manifest.ts';

/** Throws what the file system says, with the path of the file. */
export interface LinesWriter {
  add(line: string): void;
  /** Returns once the disk has all of it. */
  end(): DescribedFile;
  drop(): void;
}

const atOnce = 256 * 1024;

/** An error on an open file names no path by itself. */
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

/** Makes a file for its owner alone; throws if its name is taken. */
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
