import type { TextWorkerQueue } from '../../../bot/content/text-worker-queue.ts';
import { textJobs } from '../../../bot/content/text-jobs.ts';

/** Reads texts in the test's own thread. */
export const inlineTextReader: TextWorkerQueue = {
  read: (_by, asked) => textJobs.read(asked),
  check: (_by, asked) => textJobs.check(asked),
  printDraft: (_by, asked) => textJobs.printDraft(asked),
  printTopic: (_by, asked) => textJobs.printTopic(asked),
  stop: async () => undefined,
};
