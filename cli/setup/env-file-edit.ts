import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { SetupError } from './setup-error.ts';

type Values = Readonly<Record<string, string>>;

/** A `.env` as it was last read or written. */
export interface EnvFile {
  readonly text: string;
  readonly values: Values;
}

const fileName = '.env';
/** It exists only while a setup writes, so that two of them cannot write at once. */
const newFileName = '.env.new';

const toValues = (text: string): Values =>
  Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value = '']) => [name, value]));

/**
 * Throws SetupError `link` for anything but a plain file, `otherOwner` for one that would no longer be the account's who
 * reads it if it were written again, and file system errors.
 */
export function readEnvFile(folder: string, account: number | undefined): EnvFile {
  const path = join(folder, fileName);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { text: '', values: {} };
  if (!found.isFile()) throw new SetupError('link');
  if (account !== undefined && found.uid !== account) throw new SetupError('otherOwner');
  const text = readFileSync(path, 'utf8');
  return { text, values: toValues(text) };
}

/**
 * Marks that cannot be seen come with what is pasted, and would turn or hide words on a card. U+FFFD is what bytes become
 * that are no UTF-8; a `.env` with one is refused at each start.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\uFFFD\u2028\u2029]/u;
const isPlainLine = (value: string): boolean => !unprintable.test(value);

/** As a line of `.env` that is read back as this value; `undefined` if none is. */
export function formatEnvLine(name: string, value: string): string | undefined {
  if (value === '') return `${name}=`;
  if (!isPlainLine(value)) return undefined;
  const bare = /^["'`]/u.test(value) ? [] : [value];
  const written = [...bare, `'${value}'`, `\`${value}\``, `"${value}"`].map((text) => `${name}=${text}`);
  return written.find((line) => parseEnv(`${line}\n`)[name] === value && isClosed(line));
}

const openingQuote = (value: string): string | undefined => /^\s*(["'`])(?!.*\1)/u.exec(value)?.[1];
const isClosed = (line: string): boolean => openingQuote(line.slice(line.indexOf('=') + 1)) === undefined;

interface Assignment {
  readonly name: string;
  readonly from: number;
  /** Its last line: a value in quotation marks may have several. */
  readonly to: number;
}

function findAssignments(lines: readonly string[]): readonly Assignment[] {
  const found: Assignment[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, value = ''] =
      /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/u.exec(lines[at]?.replace('\r', '') ?? '') ?? [];
    if (name === undefined) continue;
    const quote = openingQuote(value);
    const end = quote === undefined ? at : lines.findIndex((later, place) => place > at && later.includes(quote));
    found.push({ name, from: at, to: end === -1 ? at : end });
    at = end === -1 ? at : end;
  }
  return found;
}

/** Every other line stays as it is. Throws SetupError `cannotKeep` if a value would not be read back as it is. */
function editEnvText(text: string, values: Values): string {
  const lines = text === '' ? [] : text.replace(/\n$/u, '').split('\n');
  const standing = toValues(text);
  for (const [name, value] of Object.entries(values)) {
    if (standing[name] === value) continue;
    const line = formatEnvLine(name, value);
    if (line === undefined) throw new SetupError('cannotKeep');
    // The last line of a name is the one that is read.
    const last = findAssignments(lines).findLast((one) => one.name === name);
    if (last === undefined) lines.push(line);
    else lines.splice(last.from, last.to - last.from + 1, line);
  }
  const edited = `${lines.join('\n')}\n`;
  const [is, should] = [toValues(edited), { ...standing, ...values }];
  const names = Object.keys({ ...is, ...should });
  if (names.some((name) => is[name] !== should[name])) throw new SetupError('cannotKeep');
  return edited;
}

const fullDiskCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'] as const;

/**
 * Puts a new file in the place of the one that was read, for its owner alone (0600). Throws SetupError if another
 * program wrote one meanwhile, and file system errors; the file that stood then stands.
 */
export function writeEnvFile(folder: string, account: number | undefined, read: EnvFile, values: Values): EnvFile {
  const text = editEnvText(read.text, values);
  const [path, newPath] = [join(folder, fileName), join(folder, newFileName)];
  const file = openNewFile(newPath);
  try {
    if (readEnvFile(folder, account).text !== read.text) throw new SetupError('changed');
    fchmodSync(file, 0o600);
    writeFileSync(file, text);
    fsyncSync(file);
    renameSync(newPath, path);
  } catch (error) {
    rmSync(newPath, { force: true });
    throw fullDiskCodes.some((code) => isFileError(error, code)) ? new SetupError('full') : error;
  } finally {
    closeSync(file);
  }
  return { text, values: toValues(text) };
}

function openNewFile(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    throw isFileError(error, 'EEXIST') ? new SetupError('busy') : error;
  }
}
