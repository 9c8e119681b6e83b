import { StoreError } from '../../concerns/ports/store-error.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { ConfigError } from '../settings/config.ts';
import { thrownName } from './event-log.ts';
import { storeSentence } from '../settings/store-sentence.ts';
import { UseError } from '../settings/use-error.ts';

/** Errors whose messages are ours and hold no value. */
const ours = [ConfigError, UseError, SealError];
type Said = abstract new (...given: never[]) => Error;

function sentenceOf(error: unknown, also: readonly Said[]): string {
  if (error instanceof StoreError) return storeSentence(error);
  const isOurs = error instanceof Error && [...ours, ...also].some((known) => error instanceof known);
  return isOurs ? error.message : thrownName(error);
}

/**
 * Does the work of a command; where it fails, says why in one sentence without a value or a stack, and ends with 1.
 * `also` are errors of the command's own whose messages hold no value either.
 */
export async function orExitWithReason(work: () => Promise<void>, also: readonly Said[] = []): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`Candour cannot start. ${sentenceOf(error, also)}\n`);
    process.exitCode = 1;
  }
}
