import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { base64 } from '@scure/base';
import { armor } from 'age-encryption';
import { z } from 'zod';
import { fileErrorText } from '../bot/runtime/file-error.ts';
import { unpadFile } from '../core/model/sealed-file.ts';
import { SealError } from '../core/ports/seal.ts';
import { isSealFormat } from '../crypto/age-format.ts';
import { decryptAge } from '../crypto/decrypt-age.ts';
import { decryptSeal } from '../crypto/decrypt-seal.ts';
import { armorPrefix, binaryPrefix } from '../crypto/identity-file-format.ts';
import { writeNewFile } from '../crypto/node/write-new-file.ts';
import { unpadText } from '../crypto/padding.ts';
import { KeysError } from './keys/keys-error.ts';
import { openIdentityFile, terminal } from './keys/passphrase-prompt.ts';
import { stripControlCharacters } from './terminal/strip-control-characters.ts';
import { isArgumentError, printErrorLine, printLine, writeToStdout, type CliCommand } from './cli-command.ts';

const usage = `Decrypts on this machine, with a private key that is here. It needs no store, no setting and no network.

  npm run decrypt -- <sealed> --identity <file> [--personal <file>] [--passphrase-file <file>] [--out <new file>]

<sealed>           an age file, armoured or not: one that left the tab by "Export …, encrypted";
                   a file with an encrypted text, in base64 as a store holds it;
                   a file of records (.ndjson, .json) from "npm run export-all": the command replaces each encrypted
                   text that this key opens;
                   a folder with the parts of an encrypted file, as in <copy>.files of "npm run backup" and in files of
                   "npm run export-all": <case>/<holder>/<file>;
                   or - for what comes through a pipe, with --passphrase-file if the key has a passphrase
--identity         the key file: made by "npm run keys", in the tab, or by age-keygen -pq
--personal         your own key file, if the key is wrapped for it
--passphrase-file  a file whose first line is the passphrase; without it the command asks
--out              a new file that only this account may read; without it the text goes to the terminal or the pipe

It ends with 0 if all that is encrypted to this key was intact, with 3 if a part of a file of records is damaged, otherwise
with 1. It shows a decrypted report as it is stored: "npm run open-report" shows it with its history, and records who
read it. This command records nothing: write down who decrypted what, and why.
`;

type Contents =
  | { readonly kind: 'sealed'; readonly bytes: Uint8Array }
  | { readonly kind: 'records'; readonly text: string };

const toNumber = (name: string): number => (/^\d{1,3}$/u.test(name) ? Number(name) : Number.NaN);

/** Parts are named by their numbers, from 0. Throws SealError `damaged` if one is missing or another file is there. */
async function readParts(folder: string): Promise<Buffer> {
  const names = (await readdir(folder)).toSorted((one, other) => toNumber(one) - toNumber(other));
  if (names.length === 0 || names.some((name, at) => name !== String(at))) throw new SealError('damaged');
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

async function readSealed(path: string): Promise<Buffer> {
  if (path === '-') return await buffer(process.stdin);
  return (await stat(path)).isDirectory() ? await readParts(path) : await readFile(path);
}

/** Throws SealError `damaged` for anything that Candour and age never write. */
function detectContents(given: Buffer): Contents {
  const start = given.subarray(0, binaryPrefix.length).toString('latin1');
  if (start === binaryPrefix) return { kind: 'sealed', bytes: given };
  if (!isUtf8(given)) throw new SealError('damaged');
  const text = given.toString('utf8').trim();
  if (/^[[{"]/u.test(text)) return { kind: 'records', text };
  try {
    return { kind: 'sealed', bytes: text.startsWith(armorPrefix) ? armor.decode(text) : base64.decode(text) };
  } catch {
    throw new SealError('damaged');
  }
}

function unpad(plain: Uint8Array): Uint8Array {
  try {
    return Buffer.from(unpadText(plain), 'utf8');
  } catch {
    return unpadFile(plain) ?? plain;
  }
}

const jsonSchema = z.json();
type Json = z.infer<typeof jsonSchema>;

interface SealCounts {
  opened: number;
  toOthers: number;
  damaged: number;
}

async function replaceSeals(value: Json, identities: readonly string[], counts: SealCounts): Promise<Json> {
  if (typeof value === 'string') {
    if (!isSealFormat(value)) return value;
    try {
      const text = await decryptSeal(value, identities);
      counts.opened += 1;
      return text;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      counts[error.code === 'notForThisIdentity' ? 'toOthers' : 'damaged'] += 1;
      return value;
    }
  }
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) items.push(await replaceSeals(item, identities, counts));
    return items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields: [string, Json][] = [];
  for (const [name, field] of Object.entries(value)) fields.push([name, await replaceSeals(field, identities, counts)]);
  return Object.fromEntries(fields);
}

/** Throws SealError `damaged` for text that is neither JSON nor a JSON value a line. */
function parseRecords(text: string): readonly Json[] {
  const parse = (one: string): Json => jsonSchema.parse(JSON.parse(one));
  try {
    return [parse(text)];
  } catch {
    // One a line, below.
  }
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map(parse);
  } catch {
    throw new SealError('damaged');
  }
}

async function decryptRecords(text: string, identities: readonly string[], counts: SealCounts): Promise<Buffer> {
  const lines: string[] = [];
  for (const record of parseRecords(text)) {
    lines.push(`${JSON.stringify(await replaceSeals(record, identities, counts))}\n`);
  }
  return Buffer.from(lines.join(''), 'utf8');
}

/** A key's own file, wrapped for someone. A report that quotes a key has other lines beside it. */
function isIdentityFile(plain: Uint8Array): boolean {
  const lines = Buffer.from(plain).toString('latin1').split(/\r?\n/u);
  const content = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return content.length > 0 && content.every((line) => line.startsWith('AGE-SECRET-KEY-'));
}

/** Neither moves the cursor nor shows bytes that are no text. Returns whether it was shown. */
function showOnTerminal(plain: Uint8Array): boolean {
  if (!isUtf8(plain)) {
    printErrorLine('This is not text, so the terminal does not show it. Name a new file with --out.');
    return false;
  }
  for (const line of Buffer.from(plain).toString('utf8').split(/\r?\n/u)) printLine(stripControlCharacters(line));
  return true;
}

async function output(plain: Uint8Array, out: string | undefined): Promise<boolean> {
  if (out === undefined && process.stdout.isTTY) return showOnTerminal(plain);
  if (out === undefined) writeToStdout(plain);
  else await writeNewFile(out, plain);
  return true;
}

async function decryptCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      'passphrase-file': { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || values.identity === undefined) {
    printLine(usage);
    return 2;
  }
  const contents = detectContents(await readSealed(path));
  const { identities } = await openIdentityFile(values.identity, {
    personal: values.personal,
    passphraseFile: values['passphrase-file'],
    ask: terminal.askSecret,
  });
  if (contents.kind === 'sealed') {
    const plain = unpad(await decryptAge(contents.bytes, { identities }));
    if (isIdentityFile(plain)) {
      printErrorLine(
        'This is a private key, and this command never shows one. "npm run keys -- rewrap" wraps a key again.',
      );
      return 1;
    }
    return (await output(plain, values.out)) ? 0 : 1;
  }
  const counts: SealCounts = { opened: 0, toOthers: 0, damaged: 0 };
  const plain = await decryptRecords(contents.text, identities, counts);
  printErrorLine(
    `Decrypted: ${counts.opened}. Encrypted to other keys: ${counts.toOthers}. Damaged: ${counts.damaged}.`,
  );
  if (counts.opened === 0) return counts.damaged > 0 ? 3 : 1;
  if (!(await output(plain, values.out))) return 1;
  return counts.damaged > 0 ? 3 : 0;
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Nothing could be decrypted.',
  run: async (args) => {
    try {
      return await decryptCommand(args);
    } catch (error) {
      if (isArgumentError(error)) {
        printLine(usage);
        return 2;
      }
      const known = error instanceof SealError || error instanceof KeysError;
      printErrorLine(known ? error.message : (fileErrorText(error) ?? 'Nothing could be decrypted.'));
      return 1;
    }
  },
};
