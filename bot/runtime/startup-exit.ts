import { StoreError } from '../../core/ports/store-error.ts';
import { SealError } from '../../core/ports/seal.ts';
import { AddressError, SettingsError, UseError } from '../config/settings-error.ts';
import { StartTroubles, type TroubleKind } from '../config/checks/issue.ts';
import { thrownName } from './event-log.ts';
import { fileSentence } from './file-error.ts';
import { storeSentence } from '../config/store-error-text.ts';

/** Their messages are ours and hold no value. */
const ours = [SettingsError, UseError, SealError];
type Said = abstract new (...given: never[]) => Error;

function sentenceOf(error: unknown, also: readonly Said[]): string {
  if (error instanceof StoreError) return storeSentence(error);
  const isOurs = error instanceof Error && [...ours, ...also].some((known) => error instanceof known);
  return isOurs ? error.message : (fileSentence(error) ?? thrownName(error));
}

/**
 * 78 (`EX_CONFIG`) for settings, which trying again does not mend; 69 (`EX_UNAVAILABLE`) for the store, which may come
 * back; 1 for anything else.
 */
const exitCodes: Readonly<Record<TroubleKind, number>> = { settings: 78, store: 69, other: 1 };

export function startExit(error: unknown): number {
  if (error instanceof StartTroubles) return exitCodes[error.kind];
  if (error instanceof StoreError) return exitCodes.store;
  if (error instanceof AddressError && error.isTaken) return exitCodes.other;
  return ours.some((known) => error instanceof known) ? exitCodes.settings : exitCodes.other;
}

/**
 * Does the work of a program; if it fails, writes `undone` and why, without a value or a stack, and exits with 1 or
 * `exitOf`. The messages of `also` hold no value either.
 */
export async function orExitWithReason(
  undone: string,
  work: () => Promise<void>,
  also: readonly Said[] = [],
  exitOf: (error: unknown) => number = () => 1,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${undone} ${sentenceOf(error, also)}\n`);
    process.exitCode = exitOf(error);
  }
}
