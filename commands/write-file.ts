import { closeSync, fchmodSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileSentence, isFileError } from '../bot/running/file-error.ts';

const privateMode = 0o600;
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

type Written =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'notWritten'; readonly why: string };

/**
 * Only this account may read the file; if `out` is a folder, it goes there under its own name. Overwrites only if
 * `replace` says so.
 */
function writeFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { out, replace }: { readonly out: string; readonly replace: boolean },
): Written {
  const path = isFolder(out) ? join(resolve(out), name) : resolve(out);
  try {
    const file = openSync(path, replace ? 'w' : 'wx', privateMode);
    try {
      // A file that existed would keep its mode otherwise.
      fchmodSync(file, privateMode);
      writeFileSync(file, bytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const why = fileSentence(error);
    if (why === undefined) throw error;
    return { kind: 'notWritten', why: isFileError(error, 'EEXIST') ? `${why} Add --replace to write over it.` : why };
  }
  return { kind: 'written', path };
}

/**
 * Writes a file where `out` says, or onto standard output if missing. Returns the exit code, 1 if it could not be
 * written.
 */
export function handOver(
  { write, say }: { readonly write: (bytes: Uint8Array) => void; readonly say: (line: string) => void },
  file: { readonly name: string; readonly bytes: Uint8Array },
  { out, replace }: { readonly out?: string | undefined; readonly replace: boolean },
): number {
  if (out === undefined) {
    write(file.bytes);
    return 0;
  }
  const written = writeFile(file, { out, replace });
  say(written.kind === 'written' ? `Written: ${written.path}` : written.why);
  return written.kind === 'written' ? 0 : 1;
}
