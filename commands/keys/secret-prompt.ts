import { KeysError } from './keys-error.ts';
import type { Terminal } from './passphrase.ts';

export interface SecretInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

const enter = ['\r', '\n'];
const erase = ['\u0008', '\u007f'];
const stop = ['\u0003', '\u0004'];

/**
 * Shows nothing of the secret. Throws KeysError `noTerminal` if the input is no terminal, `interrupted` on Ctrl+C or at
 * its end.
 */
export async function askSecret(prompt: string, input: SecretInput, output: NodeJS.WritableStream): Promise<string> {
  if (input.isTTY !== true || !input.setRawMode) throw new KeysError('noTerminal');
  // Before the prompt: someone who types at once would see the secret otherwise.
  input.setRawMode(true);
  output.write(`${prompt}: `);
  input.setEncoding('utf8');
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

const typedLine = (input: SecretInput): Promise<string> =>
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
      // An arrow or another key that writes nothing.
      if (characters[0] === '\u001b') return undefined;
      for (const [at, character] of characters.entries()) {
        if (stop.includes(character)) return onEnd();
        if (enter.includes(character)) {
          // Pasted text beyond the line belongs to the next question.
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
        typed = erase.includes(character) ? typed.slice(0, -1) : [...typed, character];
      }
      return undefined;
    };
    input.on('data', onData);
    input.on('end', onEnd);
    input.resume();
  });

export const terminal: Terminal = {
  ask: (prompt) => askSecret(prompt, process.stdin, process.stderr),
  show(line) {
    if (!process.stderr.isTTY) throw new KeysError('noTerminal');
    process.stderr.write(`${line}\n`);
  },
};
