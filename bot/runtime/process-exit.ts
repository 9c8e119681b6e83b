import { StoreError } from '../../core/ports/store-error.ts';
import { SealError } from '../../core/ports/seal.ts';
import { ListenAddressError, SettingsError, EnvironmentMismatchError } from '../config/settings-errors.ts';
import { StartupError, type ConfigProblemKind } from '../config/checks/config-problem.ts';
import { errorClassName } from './event-log.ts';
import { fileErrorText } from './file-error.ts';
import { storeErrorText } from '../config/store-opening-error.ts';

/** Their messages are ours and hold no value. */
const knownErrors = [SettingsError, EnvironmentMismatchError, SealError];
type ErrorClass = abstract new (...given: never[]) => Error;

function errorText(error: unknown, moreErrors: readonly ErrorClass[]): string {
  if (error instanceof StoreError) return storeErrorText(error);
  const isOurs = error instanceof Error && [...knownErrors, ...moreErrors].some((known) => error instanceof known);
  return isOurs ? error.message : (fileErrorText(error) ?? errorClassName(error));
}

/**
 * 78 (`EX_CONFIG`) for settings, which a retry does not mend; 69 (`EX_UNAVAILABLE`) for the store, which may come back;
 * 1 for anything else.
 */
const exitCodes: Readonly<Record<ConfigProblemKind, number>> = { settings: 78, store: 69, other: 1 };

export function startupExitCode(error: unknown): number {
  if (error instanceof StartupError) return exitCodes[error.kind];
  if (error instanceof StoreError) return exitCodes.store;
  if (error instanceof ListenAddressError && error.isAddressInUse) return exitCodes.other;
  return knownErrors.some((known) => error instanceof known) ? exitCodes.settings : exitCodes.other;
}

/**
 * If a program fails, writes `failureText` and why, without a value or a stack, and exits with `getExitCode`. The
 * messages of `moreErrors` must hold no value.
 */
export async function runOrExit(
  failureText: string,
  work: () => Promise<void>,
  moreErrors: readonly ErrorClass[] = [],
  getExitCode: (error: unknown) => number = () => 1,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${failureText} ${errorText(error, moreErrors)}\n`);
    process.exitCode = getExitCode(error);
  }
}
