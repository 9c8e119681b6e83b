import { isUtf8 } from 'node:buffer';
import { closeSync, fchmodSync, openSync, statSync, writeFileSync } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileErrorText, isFileError } from '../bot/runtime/file-error.ts';
import { writeNewFile } from '../crypto/node/write-new-file.ts';
import { type ValidationProblem, formatValidationProblems } from '../summary/validation-problems.ts';

interface InvalidFile {
  readonly kind: 'wrong';
  readonly problems: readonly ValidationProblem[];
}

const maxBytes = 4_000_000;

/** Reads only plain files, no longer than one written by hand. Throws file system errors. */
export async function readInputFile<T>(path: string, parse: (text: string) => T): Promise<T | InvalidFile> {
  const invalid = (sentence: string) => ({ kind: 'wrong' as const, problems: [{ path: '', message: sentence }] });
  // Opening a pipe that no one writes to would wait for ever.
  if (!(await stat(path)).isFile()) return invalid('It is not a file.');
  const file = await open(path, 'r');
  try {
    const about = await file.stat();
    if (about.size > maxBytes) return invalid(`The file is too long: it may have at most ${maxBytes} bytes.`);
    const bytes = await file.readFile();
    return isUtf8(bytes) ? parse(bytes.toString('utf8')) : invalid('The file is not written in UTF-8.');
  } finally {
    await file.close();
  }
}

export const formatFileProblems = (what: string, problems: readonly ValidationProblem[]): string =>
  [`Correct the ${what}:`, ...formatValidationProblems(problems).map((line) => `  ${line}`)].join('\n');

/** Writes new files, all or none. Throws file system errors. */
export async function writeNewFiles(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { path, content } of files) {
      await writeNewFile(path, content);
      written.push(path);
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    throw error;
  }
}

const privateFileMode = 0o600;
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

type WriteResult =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'notWritten'; readonly why: string };

/** A folder as `out` gets the file under its own name. Overwrites only if `replace` says so. */
function writeFile(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { out, replace }: { readonly out: string; readonly replace: boolean },
): WriteResult {
  const path = isFolder(out) ? join(resolve(out), name) : resolve(out);
  try {
    const file = openSync(path, replace ? 'w' : 'wx', privateFileMode);
    try {
      // An existing file would keep its mode otherwise.
      fchmodSync(file, privateFileMode);
      writeFileSync(file, bytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const why = fileErrorText(error);
    if (why === undefined) throw error;
    return { kind: 'notWritten', why: isFileError(error, 'EEXIST') ? `${why} Add --replace to overwrite it.` : why };
  }
  return { kind: 'written', path };
}

export function writeOutput(
  { write, printLine }: { readonly write: (bytes: Uint8Array) => void; readonly printLine: (line: string) => void },
  file: { readonly name: string; readonly bytes: Uint8Array },
  { out, replace }: { readonly out?: string | undefined; readonly replace: boolean },
): number {
  if (out === undefined) {
    write(file.bytes);
    return 0;
  }
  const written = writeFile(file, { out, replace });
  printLine(written.kind === 'written' ? `Written: ${written.path}` : written.why);
  return written.kind === 'written' ? 0 : 1;
}
