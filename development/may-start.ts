import { orExitWithReason } from '../bot/running/exit-with-reason.ts';
import { expectStart } from './expect-start.ts';
import { StartError } from './start-error.ts';

// Asked before the page is built: a trouble is told at once, and among the settings of a force nothing is written at all.
await orExitWithReason('Candour cannot start.', () => expectStart(), [StartError]);
