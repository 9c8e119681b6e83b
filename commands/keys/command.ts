import type { Environment } from '../../bot/settings/given-settings.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { Ask } from './passphrase.ts';
import { KeysError } from './keys-error.ts';

/** Everything that a command about keys works with. */
export interface KeysContext {
  /** Shows a line to the one who runs it. */
  readonly say: (line: string) => void;
  readonly ask: Ask;
  /** Shows a line on the terminal and nowhere else. Throws KeysError `noTerminal` where there is none. */
  readonly show: (line: string) => void;
  /** The public lines that settings name for each group: those of an environment, of this process where none is given. */
  readonly recipients: (environment?: Environment) => Recipients;
}

/** One command: what follows its name, to an exit code. Throws KeysError or SealError. */
export type KeysCommand = (args: readonly string[], context: KeysContext) => Promise<number>;

/** The value of an option that must be there. Throws KeysError `usage` where it is missing or empty. */
export function needed(value: string | undefined): string {
  if (value === undefined || value === '') throw new KeysError('usage');
  return value;
}
