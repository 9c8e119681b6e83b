import { readFile } from 'node:fs/promises';
import { KeysError } from './keys-error.ts';

/** Asks on the terminal without echo. Throws KeysError `noTerminal` or `interrupted`. */
export type Ask = (prompt: string) => Promise<string>;

// The file may be copied and tried in peace; with age's scrypt six drawn words withstand that, a usual password not.
const fewest = 20;

const firstLine = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KeysError('cannotRead');
  });
  return text.split(/\r?\n/)[0] ?? '';
};

/** A passphrase that stands already: the first line of the file, or asked for. Throws KeysError. */
export const passphraseToOpen = async (prompt: string, path: string | undefined, ask: Ask): Promise<string> =>
  path === undefined ? await ask(prompt) : await firstLine(path);

/** A new passphrase: the first line of the file, or asked for twice. Throws KeysError, also for one too short. */
export async function newPassphrase(prompt: string, path: string | undefined, ask: Ask): Promise<string> {
  const passphrase = path === undefined ? await ask(prompt) : await firstLine(path);
  if (passphrase.length < fewest) throw new KeysError('passphraseShort');
  if (path === undefined && (await ask('The same again')) !== passphrase) throw new KeysError('passphrasesDiffer');
  return passphrase;
}
