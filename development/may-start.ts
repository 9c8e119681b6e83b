import { orExitWithReason } from '../bot/running/exit-with-reason.ts';
import { expectDevelopment } from '../bot/settings/expect-development.ts';

// Asked before the page is built: among the settings of a force nothing is written at all.
await orExitWithReason('Candour cannot start.', async () => expectDevelopment());
