import cluster from 'node:cluster';
import { orExitWithReason, startExit } from './running/exit-with-reason.ts';
import { leadSettings } from './settings/workers.ts';

// The server by one process, or by a first one that looks after those that serve. The artefact begins each of them by the
// name of its command; the first loads nothing of what they are made of.
const settings = leadSettings();
if (cluster.isPrimary && settings.workers > 1) {
  const { leadServer } = await import('./workers/lead-server.ts');
  const program = { args: ['serve'], environment: 'production' } as const;
  await orExitWithReason('Candour cannot start.', () => leadServer(settings, program), [], startExit);
} else {
  const { serve } = await import('./serve.ts');
  await serve();
}
