import { readFile } from 'node:fs/promises';
import { isFileError } from '../../bot/runtime/file-error.ts';
import { generatePassphrase } from '../../crypto/passphrase-generator.ts';
import { englishWords } from '../../crypto/word-lists/english.ts';
import { welshWords } from '../../crypto/word-lists/welsh.ts';
import { findPassphraseProblem } from '../../crypto/passphrase-strength.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import type { IdentityFile } from '../../crypto/identity-file-reader.ts';
import { KeysError } from './keys-error.ts';

/** Asks without echo. Throws KeysError `noTerminal` or `interrupted`. */
export type AskSecret = (prompt: string) => Promise<string>;

export interface Terminal {
  readonly askSecret: AskSecret;
  /** On the terminal alone. Throws KeysError `noTerminal`. */
  readonly showOnTerminal: (line: string) => void;
}

const readFirstLine = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KeysError('cannotRead');
  });
  return text.split(/\r?\n/)[0] ?? '';
};

const getPassphrase = async (prompt: string, path: string | undefined, ask: AskSecret): Promise<string> =>
  path === undefined ? await ask(prompt) : await readFirstLine(path);

const assertStrongPassphrase = (passphrase: string): string => {
  const problem = findPassphraseProblem(passphrase);
  if (problem !== undefined) throw new KeysError(problem === 'short' ? 'passphraseShort' : 'passphraseWeak');
  return passphrase;
};

async function showGeneratedPassphrase({ askSecret: ask, showOnTerminal }: Terminal): Promise<string> {
  const which = (await ask('Press Enter for English words, or type w for Welsh')).trim().toLowerCase();
  const passphrase = generatePassphrase(which.startsWith('w') ? welshWords : englishWords);
  showOnTerminal(`The passphrase: ${passphrase}`);
  showOnTerminal(
    'Write it down now, and keep it apart from the file: you see it only here. Clear the terminal afterwards.',
  );
  return passphrase;
}

/**
 * After an empty answer shows six random words, to be typed once. Throws KeysError, also for one too short or too
 * easily guessed.
 */
export async function choosePassphrase(prompt: string, path: string | undefined, terminal: Terminal): Promise<string> {
  if (path !== undefined) return assertStrongPassphrase(await readFirstLine(path));
  const typed = await terminal.askSecret(`${prompt}, or press Enter to have six words drawn`);
  const passphrase = typed === '' ? await showGeneratedPassphrase(terminal) : assertStrongPassphrase(typed);
  if ((await terminal.askSecret('Type it again')) !== passphrase) throw new KeysError('passphrasesDiffer');
  return passphrase;
}

interface SecretInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

const enterKeys = ['\r', '\n'];
const backspaceKeys = ['\u0008', '\u007f'];
const interruptKeys = ['\u0003', '\u0004'];

/** Throws KeysError `noTerminal` without a terminal, `interrupted` on Ctrl+C or at the input's end. */
export async function askSecret(prompt: string, input: SecretInput, output: NodeJS.WritableStream): Promise<string> {
  if (input.isTTY !== true || !input.setRawMode) throw new KeysError('noTerminal');
  // Before the prompt, so that the secret of someone who types at once stays hidden.
  input.setRawMode(true);
  output.write(`${prompt}: `);
  input.setEncoding('utf8');
  try {
    return await readTypedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

const readTypedLine = (input: SecretInput): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed: string[] = [];
    const end = (settle: () => void) => {
      input.removeListener('data', onData);
      input.removeListener('end', onEnd);
      settle();
    };
    const onEnd = () => end(() => reject(new KeysError('interrupted')));
    const onData = (chunk: string | Buffer) => {
      const characters = Array.from(chunk.toString());
      if (characters[0] === '\u001b') return undefined;
      for (const [at, character] of characters.entries()) {
        if (interruptKeys.includes(character)) return onEnd();
        if (enterKeys.includes(character)) {
          // Text pasted beyond the line belongs to the next question.
          const rest = characters
            .slice(at + 1)
            .join('')
            .replace(/^\n/, '');
          return end(() => {
            input.pause();
            if (rest !== '') input.unshift(rest);
            resolve(typed.join(''));
          });
        }
        typed = backspaceKeys.includes(character) ? typed.slice(0, -1) : [...typed, character];
      }
      return undefined;
    };
    input.on('data', onData);
    input.on('end', onEnd);
    input.resume();
  });

export const terminal: Terminal = {
  askSecret: (prompt) => askSecret(prompt, process.stdin, process.stderr),
  showOnTerminal(line) {
    if (!process.stderr.isTTY) throw new KeysError('noTerminal');
    process.stderr.write(`${line}\n`);
  },
};

export interface OpenIdentityOptions {
  readonly personal?: string | undefined;
  readonly passphraseFile?: string | undefined;
  readonly ask: AskSecret;
}

export async function openIdentityFile(path: string, how: OpenIdentityOptions): Promise<IdentityFile> {
  const passphrase = (whose: string) => async () => await getPassphrase(whose, how.passphraseFile, how.ask);
  const { personal } = how;
  try {
    return await readIdentityFile(path, {
      passphrase: passphrase('Passphrase of the key'),
      personal: async () => {
        if (personal === undefined) return [];
        const own = await readIdentityFile(personal, { passphrase: passphrase('Passphrase of your own key') });
        return own.identities;
      },
    });
  } catch (error) {
    throw isFileError(error) ? new KeysError('cannotRead') : error;
  }
}
