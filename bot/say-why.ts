import { StoreError } from '../concerns/ports/store-error.ts';
import { SealError } from '../concerns/seal-error.ts';
import { TabNotBuiltError } from './api/tab-not-built-error.ts';
import { PlaygroundError } from './development/playground-error.ts';
import { ConfigError } from './config.ts';
import { thrownName } from './event-log.ts';

/** Errors whose messages are ours and hold no value. */
const ours = [ConfigError, TabNotBuiltError, PlaygroundError, StoreError, SealError];

/** Does the work of a command; where it fails, says why in one sentence without a value or a stack, and ends with 1. */
export async function orSayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message =
      error instanceof Error && ours.some((known) => error instanceof known) ? error.message : thrownName(error);
    process.stderr.write(`Candour cannot start. ${message}\n`);
    process.exitCode = 1;
  }
}
