import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { z } from 'zod';

export interface CliCommand {
  /** Printed without any setting. */
  readonly usage: string;
  readonly failureMessage: string;
  /** Their messages are our sentences and hold no value. */
  readonly errors?: readonly (abstract new (
    ...given: never[]
  ) => Error)[];
  readonly exitsAtOnce?: boolean;
  /**
   * Returns the exit code: 0 done, 1 not done, 2 wrong arguments, others as the verb says. Throws `errors` and what
   * settings and stores throw.
   */
  readonly run: (args: readonly string[]) => Promise<number>;
}

export const printLine = (line: string): void => console.log(line);

export const printErrorLine = (line: string): void => console.error(line);

export const writeToStdout = (bytes: string | Uint8Array): void => void process.stdout.write(bytes);

/** Drops the error of `parseArgs`, whose message repeats what was typed. */
export function tryParseArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> | undefined {
  try {
    return parseArgs(config);
  } catch {
    return undefined;
  }
}

export function parseOptionsWithSchema<Schema extends z.ZodType>(
  schema: Schema,
  args: readonly string[],
  { texts, flags = [] }: { readonly texts: readonly string[]; readonly flags?: readonly string[] },
): z.output<Schema> | undefined {
  const options = Object.fromEntries([
    ...texts.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  const read = tryParseArgs({ args: [...args], options });
  return read && schema.safeParse({ ...read.values }).data;
}

export const isArgumentError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
