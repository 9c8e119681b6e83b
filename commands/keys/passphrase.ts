import { readFile } from 'node:fs/promises';
import { drawPassphrase } from '../../seals/draw-passphrase.ts';
import { englishWords } from '../../seals/drawn-words/english.ts';
import { welshWords } from '../../seals/drawn-words/welsh.ts';
import { judgePassphrase } from '../../seals/judge-passphrase.ts';
import { KeysError } from './keys-error.ts';

/** Asks without echo. Throws KeysError `noTerminal` or `interrupted`. */
export type Ask = (prompt: string) => Promise<string>;

export interface Terminal {
  readonly ask: Ask;
  /** On the terminal and nowhere else. Throws KeysError `noTerminal`. */
  readonly show: (line: string) => void;
}

const firstLine = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KeysError('cannotRead');
  });
  return text.split(/\r?\n/)[0] ?? '';
};

export const passphraseToOpen = async (prompt: string, path: string | undefined, ask: Ask): Promise<string> =>
  path === undefined ? await ask(prompt) : await firstLine(path);

const judged = (passphrase: string): string => {
  const problem = judgePassphrase(passphrase);
  if (problem !== undefined) throw new KeysError(problem === 'short' ? 'passphraseShort' : 'passphraseWeak');
  return passphrase;
};

async function drawnAt({ ask, show }: Terminal): Promise<string> {
  const which = (await ask('Enter alone for English words, w for Welsh')).trim().toLowerCase();
  const passphrase = drawPassphrase(which.startsWith('w') ? welshWords : englishWords);
  show(`The passphrase: ${passphrase}`);
  show('Write it down now, apart from the file: it is shown only here. Clear the terminal afterwards.');
  return passphrase;
}

/**
 * The first line of the file, or asked for twice; after an empty answer six words are drawn, to be typed once. Throws
 * KeysError, also for one that is too short or too easily guessed.
 */
export async function newPassphrase(prompt: string, path: string | undefined, terminal: Terminal): Promise<string> {
  if (path !== undefined) return judged(await firstLine(path));
  const typed = await terminal.ask(`${prompt}, or Enter alone to have six words drawn`);
  const passphrase = typed === '' ? await drawnAt(terminal) : judged(typed);
  if ((await terminal.ask('The same again')) !== passphrase) throw new KeysError('passphrasesDiffer');
  return passphrase;
}
