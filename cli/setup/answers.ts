import { askSecret } from '../keys/passphrase-prompt.ts';
import { KeysError } from '../keys/keys-error.ts';
import { SetupError } from './setup-error.ts';

interface AnswerInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

/** Where answers come from: a terminal, or the lines of a file. */
export interface Answers {
  readonly isTerminal: boolean;
  /** Throws SetupError `stopped` at the end of the input. */
  readonly ask: (prompt: string) => Promise<string>;
  /** Unseen, at a terminal alone. Throws SetupError `stopped`. */
  readonly askUnseen: (prompt: string) => Promise<string>;
}

const readLine = (input: AnswerInput): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed = '';
    const end = (settle: () => void) => {
      input.removeListener('data', onData);
      input.removeListener('end', onEnd);
      input.pause();
      settle();
    };
    const onEnd = () => end(() => (typed === '' ? reject(new SetupError('stopped')) : resolve(typed)));
    const onData = (chunk: string | Buffer) => {
      typed += chunk.toString();
      const [, line, rest = ''] = /^([^\n]*)\n([^]*)$/u.exec(typed) ?? [];
      if (line === undefined) return;
      end(() => {
        // The next lines belong to the next questions.
        if (rest !== '') input.unshift(rest);
        resolve(line);
      });
    };
    input.setEncoding('utf8');
    input.on('data', onData);
    input.on('end', onEnd);
    input.resume();
  });

export function createAnswers(input: AnswerInput, output: NodeJS.WritableStream): Answers {
  let isOver = false;
  input.once('end', () => {
    isOver = true;
  });
  return {
    isTerminal: input.isTTY === true,
    async ask(prompt) {
      output.write(`${prompt}: `);
      if (isOver) throw new SetupError('stopped');
      const line = (await readLine(input)).trim();
      if (input.isTTY !== true) output.write('\n');
      return line;
    },
    async askUnseen(prompt) {
      try {
        return (await askSecret(prompt, input, output)).trim();
      } catch (error) {
        throw error instanceof KeysError && error.code === 'interrupted' ? new SetupError('stopped') : error;
      }
    },
  };
}
