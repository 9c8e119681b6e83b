// Loaded first to read .env: Node's own switch warns if there is none and passes over lines that it cannot read.
import { existsSync, readFileSync } from 'node:fs';
import { exitWithError as refuseWith } from './require-dependencies.mjs';

const file = '.env';
/** `EX_CONFIG`: a retry does not mend a file. */
const exitWithConfigError = (sentence) => refuseWith(sentence, 78);

function readBytes() {
  try {
    return readFileSync(file);
  } catch (error) {
    return exitWithConfigError(
      `${file} cannot be read (${error.code}): make it a file that this account may read, or remove it.`,
    );
  }
}

const openingQuote = (value) => /^\s*(["'`])(?!.*\1)/u.exec(value)?.[1];

/** Never repeats a line: it may be a secret. */
function checkLines(lines) {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const value = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*=(.*)$/u.exec(line)?.[1];
    if (value === undefined) {
      exitWithConfigError(`Line ${at + 1} of ${file} is not a setting: write it as NAME=value, or begin it with "#".`);
    }
    const quote = openingQuote(value);
    if (quote === undefined) continue;
    const end = lines.findIndex((later, place) => place > at && later.includes(quote));
    if (end === -1) {
      exitWithConfigError(`Line ${at + 1} of ${file} opens a quotation mark that is never closed: close it, or remove it.`);
    }
    at = end;
  }
}

/**
 * Node and the system's loader read these before a program starts: from here they would reach child processes, and
 * could run code from a folder that the server writes to. A proxy and an authority are no code.
 */
const loaderVariables = /^(?:NODE_(?!(?:ENV|USE_ENV_PROXY|EXTRA_CA_CERTS)$)|LD_|OPENSSL_|GLIBC_|GCONV_)/u;

function checkNoLoaderVariables(named) {
  const name = Object.keys(process.env).find((one) => !named.has(one) && loaderVariables.test(one));
  if (name === undefined) return;
  exitWithConfigError(`${file} sets ${name}, which Node or the system reads earlier: set it in the environment from which you start Candour.`);
}

if (existsSync(file)) {
  const bytes = readBytes();
  const text = bytes.toString('utf8');
  if (text.startsWith('\uFEFF') || /[\0\uFFFD]/u.test(text)) {
    exitWithConfigError(`${file} is not plain UTF-8, so settings in it would be lost: save it as UTF-8 without a byte-order mark (BOM).`);
  }
  checkLines(text.split(/\r\n|[\n\r]/u));
  const named = new Set(Object.keys(process.env));
  process.loadEnvFile(file);
  checkNoLoaderVariables(named);
}
