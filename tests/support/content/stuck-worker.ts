import { parentPort } from 'node:worker_threads';
import { runTextJob, type TextJob } from '../../../bot/content/text-jobs.ts';

// Stands in for the worker that reads texts: a text whose topic is named so is never done with, and one ends it.
parentPort?.on('message', (job: TextJob) => {
  const { topic } = job.request;
  // oxlint-disable-next-line no-unmodified-loop-condition
  while (topic === 'endless');
  if (topic === 'fatal') throw new Error('the words of a text');
  void runTextJob(job).then(
    (value) => parentPort?.postMessage({ kind: 'done', value }, []),
    () => parentPort?.postMessage({ kind: 'failed' }, []),
  );
});
parentPort?.postMessage({ kind: 'ready' }, []);
