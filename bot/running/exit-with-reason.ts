import { StoreError } from '../../concerns/ports/store-error.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { thrownName } from './event-log.ts';
import { fileSentence } from './file-error.ts';
import { storeSentence } from '../settings/store-sentence.ts';
import { UseError } from '../settings/use-error.ts';

/** Errors whose messages are ours and hold no value. */
const ours = [SettingsError, UseError, SealError];
type Said = abstract new (...given: never[]) => Error;

function sentenceOf(error: unknown, also: readonly Said[]): string {
  if (error instanceof StoreError) return storeSentence(error);
  const isOurs = error instanceof Error && [...ours, ...also].some((known) => error instanceof known);
  return isOurs ? error.message : (fileSentence(error) ?? thrownName(error));
}

/**
 * Does the work of a program; where it fails, says what could not be done and why, in one line without a value or a
 * stack, and ends with 1. `undone` is the first sentence of that. `also` are errors of the program's own whose messages
 * hold no value either.
 */
export async function orExitWithReason(
  undone: string,
  work: () => Promise<void>,
  also: readonly Said[] = [],
): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${undone} ${sentenceOf(error, also)}\n`);
    process.exitCode = 1;
  }
}
