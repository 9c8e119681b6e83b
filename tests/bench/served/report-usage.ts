import cluster from 'node:cluster';
import { answerRequests } from './ipc.ts';

// Loaded before a server that knows nothing of it, of any version: it tells what it uses and is otherwise as it is.
// A worker tells its primary process, which tells of all.
answerRequests();
if (cluster.isPrimary) {
  process.once('disconnect', () => process.exit(1));
  // Listening here is no work that a server would be kept running for.
  process.channel?.unref();
}
