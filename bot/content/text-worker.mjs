import { parentPort } from 'node:worker_threads';
import { runTextJob } from './text-jobs.ts';

// text-worker-queue.ts ends this worker if a text takes too long. An error could hold words of the text, so only the fact is
// reported. No TypeScript: the installed file has the same name.
parentPort?.on('message', (job) => {
  void runTextJob(job).then(
    (value) => parentPort?.postMessage({ kind: 'done', value }, []),
    () => parentPort?.postMessage({ kind: 'failed' }, []),
  );
});
parentPort?.postMessage({ kind: 'ready' }, []);
