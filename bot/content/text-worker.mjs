import { parentPort } from 'node:worker_threads';
import { doTextJob } from './text-jobs.ts';

// Reads and draws what people wrote beside the thread that answers everybody: read-texts.ts starts it, and ends it when
// a text takes too long. An error could hold words of the text, so that only the fact is told. No TypeScript, since it
// has the same name where it is installed.
parentPort?.on('message', (job) => {
  void doTextJob(job).then(
    (value) => parentPort?.postMessage({ kind: 'done', value }, []),
    () => parentPort?.postMessage({ kind: 'failed' }, []),
  );
});
parentPort?.postMessage({ kind: 'ready' }, []);
