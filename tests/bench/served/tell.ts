import cluster from 'node:cluster';
import { answerUses } from './uses.ts';

// Loaded before a server that knows nothing of it, of whichever version: it tells what it uses and is otherwise as it is.
// One of several processes tells its first one, which tells of all.
answerUses();
if (cluster.isPrimary) {
  process.once('disconnect', () => process.exit(1));
  // Whoever listens here is no work that a server would be kept running for.
  process.channel?.unref();
}
