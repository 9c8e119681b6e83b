import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One thing that the program `candour` does: `npm run <name of the verb>`. */
export interface Verb {
  /** How it is called. It is said without any setting. */
  readonly usage: string;
  /** The first sentence if it fails: what was not done. */
  readonly undone: string;
  /** Errors of its own. Their messages are our sentences and hold no value. */
  readonly errors?: readonly (abstract new (
    ...given: never[]
  ) => Error)[];
  /** Whether the process ends once all was said, whatever is still being waited for. */
  readonly leavesAtOnce?: boolean;
  /** Does it with the arguments behind its name, and answers with the exit code. Throws `errors` and what settings and stores throw. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Says a line on standard output. */
export const say = (line: string): void => console.log(line);

/** Says a line on standard error, beside what is written on standard output. */
export const sayBeside = (line: string): void => console.error(line);

/** Writes to standard output as it is, without a line break of its own. */
export const write = (bytes: string | Uint8Array): void => void process.stdout.write(bytes);

/**
 * The values of arguments by `parseArgs`; `undefined` if there is an option that it does not know, or a value is missing. The
 * error of `parseArgs` is left out, since its message repeats what was typed.
 */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> | undefined {
  try {
    return parseArgs(config);
  } catch {
    return undefined;
  }
}

/** Whether `parseArgs` could not read arguments. Its message repeats what was typed. */
export const isOfArguments = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
