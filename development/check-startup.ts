import { runOrExit } from '../bot/runtime/process-exit.ts';
import { assertCanStart } from './development-startup-checks.ts';
import { DevelopmentStartError } from './development-start-error.ts';

// Before the page is built: a problem shows at once, and a force's settings write nothing.
await runOrExit('Candour cannot start.', () => assertCanStart(), [DevelopmentStartError]);
