import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { DescribedFile } from './manifest.ts';

/** A new file of lines. Whatever the file system cannot do is thrown as it says it. */
export interface LinesWriter {
  add(line: string): void;
  /** Ends it, once the disk has all of it, and describes it. */
  end(): DescribedFile;
  /** Lets go of it without another word. */
  drop(): void;
}

/** Lines are put together to so many characters before they are written. */
const atOnce = 256 * 1024;

/** Writes all of some bytes: a disk that is nearly full takes a part, and says why only when asked again. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Makes a file for its owner alone; throws where something has its name. */
export function writeLines(path: string): LinesWriter {
  const file = openSync(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let [waiting, lines, bytes] = ['', 0, 0];

  function flush(): void {
    const ready = Buffer.from(waiting, 'utf8');
    waiting = '';
    writeWhole(file, ready);
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
      fsyncSync(file);
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
    writeWhole(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
