import { askSecret } from '../keys/passphrase-prompt.ts';
import { KeysError } from '../keys/keys-error.ts';
import { holdsPrivateHalf, privateHalfRefusal } from './private-half.ts';
import { SetupError } from './setup-error.ts';

interface AnswerInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

/** Where answers come from: a terminal, or the lines of a file. */
export interface Answers {
  readonly isTerminal: boolean;
  /** Whether the terminal may have cut this line. */
  readonly isCut: (line: string) => boolean;
  /**
   * Never gives a private half, a part of a file that was pasted, or a line that was cut. Throws SetupError `stopped` at
   * the end of the input.
   */
  readonly ask: (prompt: string) => Promise<string>;
  /** A further line of an answer of several, as it is. Throws SetupError `stopped`. */
  readonly askFurther: (prompt: string) => Promise<string>;
  /** As `ask`, but unseen, at a terminal alone. Throws SetupError `stopped`. */
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

/** Linux keeps no more of a line that is typed or pasted at a terminal, and says nothing. */
const maxTerminalBytes = 4_095;

export const cutRefusal =
  'A terminal cuts off a line of this length. Name a file if setup asks for one, or write this setting into .env yourself.';

const [blockStart, blockEnd] = [/^-----BEGIN [A-Z ]+-----/u, /^-----END /u];

export function createAnswers(input: AnswerInput, output: NodeJS.WritableStream): Answers {
  let isOver = false;
  input.once('end', () => {
    isOver = true;
  });

  const isCut = (line: string): boolean => input.isTTY === true && Buffer.byteLength(line) >= maxTerminalBytes;

  async function readSeen(prompt: string): Promise<string> {
    output.write(`${prompt}: `);
    if (isOver) throw new SetupError('stopped');
    const line = (await readLine(input)).trim();
    if (input.isTTY !== true) output.write('\n');
    return line;
  }

  async function readUnseen(prompt: string): Promise<string> {
    try {
      return (await askSecret(prompt, input, output)).trim();
    } catch (error) {
      throw error instanceof KeysError && error.code === 'interrupted' ? new SetupError('stopped') : error;
    }
  }

  /** The further lines of a file would otherwise answer the next questions, and be saved. */
  async function askWith(read: (prompt: string) => Promise<string>, prompt: string): Promise<string> {
    for (;;) {
      const line = await read(prompt);
      const isBlock = blockStart.test(line);
      const why = holdsPrivateHalf(line)
        ? privateHalfRefusal
        : (isBlock && 'This is a whole file, but the answer is one line.') || (isCut(line) && cutRefusal);
      if (!why) return line;
      output.write(`  ${why}\n`);
      if (!isBlock) continue;
      for (let more = ' '; more !== '' && !blockEnd.test(more); ) more = await read('  Press Enter to continue');
    }
  }

  return {
    isTerminal: input.isTTY === true,
    isCut,
    ask: (prompt) => askWith(readSeen, prompt),
    askFurther: readSeen,
    askUnseen: (prompt) => askWith(readUnseen, prompt),
  };
}
