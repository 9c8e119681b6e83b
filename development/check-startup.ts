import { runOrExit } from '../bot/runtime/startup-exit.ts';
import { assertCanStart } from './startup-checks.ts';
import { StartError } from './start-error.ts';

// Before the page is built: a problem is told at once, and with the settings of a force nothing is written.
await runOrExit('Candour cannot start.', () => assertCanStart(), [StartError]);
