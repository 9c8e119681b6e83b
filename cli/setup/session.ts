import { checkSettings } from '../../bot/config/checks/settings-checks.ts';
import type { EnvironmentVariables } from '../../bot/config/settings-schema.ts';
import type { AuthenticationOptions } from '../../bot/teams/teams-authentication.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { ProbeRoute } from '../doctor/http-probe.ts';
import type { MicrosoftProbeOptions } from '../doctor/microsoft-probe.ts';
import type { PageCommandContext } from '../page/page-subcommand.ts';
import type { Answers } from './answers.ts';
import { type EnvFile, readEnvFile, writeEnvFile } from './env-file-edit.ts';

export interface SetupContext {
  readonly clock: Clock;
  readonly page: Omit<PageCommandContext, 'printLine'>;
  readonly microsoft?: Pick<MicrosoftProbeOptions, 'resolveUrl'> & AuthenticationOptions;
  readonly route?: ProbeRoute;
  readonly folder: string;
  /** Whose files it may change; `undefined` on a system without such accounts. */
  readonly account: number | undefined;
  readonly environment: EnvironmentVariables;
  readonly answers: Answers;
  readonly printLine: (line: string) => void;
}

type Changes = Readonly<Record<string, string>>;

export interface SetupSession extends SetupContext {
  readonly isOffline: boolean;
  /** All that a server would read now, with these changes. */
  readonly values: (changes?: Changes) => EnvironmentVariables;
  readonly isInFile: (name: string) => boolean;
  /** Those of the environment stand before those of `.env`. */
  readonly isOfEnvironment: (name: string) => boolean;
  /** Throws SetupError, and file system errors; what was saved before then stands. */
  readonly save: (changes: Changes) => void;
}

/** Reads the folder's `.env`. Throws SetupError and file system errors. */
export function startSession(context: SetupContext, isOffline: boolean): SetupSession {
  const { folder, account, environment } = context;
  let file: EnvFile = readEnvFile(folder, account);
  // The program has read .env into its environment already.
  const ofEnvironment = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value?.trim() && value !== file.values[name]),
  );
  return {
    ...context,
    isOffline,
    values: (changes = {}) => ({ ...file.values, ...changes, ...ofEnvironment }),
    isInFile: (name) => Object.hasOwn(file.values, name),
    isOfEnvironment: (name) => Object.hasOwn(ofEnvironment, name),
    save(changes) {
      const isSaved = Object.entries(changes).every(([name, value]) => file.values[name] === value);
      if (!isSaved) file = writeEnvFile(folder, account, file, changes);
    },
  };
}

/** Sentences that keep a server from starting with these settings. Never a value. */
export const findProblems = (names: readonly string[], values: EnvironmentVariables): readonly string[] =>
  checkSettings(values).flatMap((one) => (one.settings.some((name) => names.includes(name)) ? [one.sentence] : []));
