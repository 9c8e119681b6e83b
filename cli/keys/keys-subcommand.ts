import type { EnvironmentVariables } from '../../bot/config/settings-schema.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import type { AskSecret } from './passphrase-prompt.ts';
import { KeysError } from './keys-error.ts';

export interface KeysCommandContext {
  readonly printLine: (line: string) => void;
  readonly askSecret: AskSecret;
  /** On the terminal alone. Throws KeysError `noTerminal` if there is none. */
  readonly showOnTerminal: (line: string) => void;
  readonly recipients: (environment?: EnvironmentVariables) => Recipients;
}

export type KeysSubcommand = (args: readonly string[], context: KeysCommandContext) => Promise<number>;

export function requireArgument(value: string | undefined): string {
  if (value === undefined || value === '') throw new KeysError('usage');
  return value;
}
