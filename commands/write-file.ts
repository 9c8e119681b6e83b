import { closeSync, fchmodSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileSentence, isFileError } from '../bot/running/file-error.ts';

const privateMode = 0o600;
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Where a file was written, or a sentence that says why it was not. */
type Written =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'notWritten'; readonly why: string };

/**
 * Writes a file that this account alone may read, under its own name where `out` is a folder. Nothing that is there
 * already is written over unless `replace` says so.
 */
function writeFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { out, replace }: { readonly out: string; readonly replace: boolean },
): Written {
  const path = isFolder(out) ? join(resolve(out), name) : resolve(out);
  try {
    const file = openSync(path, replace ? 'w' : 'wx', privateMode);
    try {
      // One that was there keeps what it was opened with otherwise.
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
 * Hands a file to the person who asked for it: writes it where `out` says as `writeFile` does and says where, or onto
 * standard output if `out` is missing. Answers with the exit code, 1 if it could not be written.
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
