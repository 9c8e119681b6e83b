import { sweepFiles } from '../../core/intake/file-uploads.ts';
import type { CaseStore } from '../../core/ports/case-store.ts';
import type { FileStore } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { DeadlineError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import type { FilesSettingName } from '../config/files-settings.ts';
import { type EventLog, errorCode } from './event-log.ts';
import { createDailyTaskRunner, type DailyTaskDependencies } from './daily-task-runner.ts';

export function createFileCleanup(
  deps: DailyTaskDependencies & {
    readonly files: FileStore | undefined;
    readonly cases: Pick<CaseStore, 'read'>;
    readonly onErased: () => void;
    readonly log: EventLog;
  },
) {
  const { files, log } = deps;
  const runDaily = createDailyTaskRunner(deps);
  const waiting = new Set<CaseId>();
  return {
    /** If this server ends before, the sweep deletes them. */
    enqueueErased: (caseId: CaseId): void => {
      if (files === undefined) return;
      waiting.add(caseId);
      deps.onErased();
    },
    removeErased: async (): Promise<void> => {
      for (const caseId of waiting) {
        try {
          await files?.remove({ caseId });
          waiting.delete(caseId);
        } catch (error) {
          log({ event: 'filesFailed', code: errorCode(error) });
        }
      }
    },
    /** Once a day, on one server: deletes files that no case names. Throws StoreError. */
    sweepDue: async (): Promise<void> => {
      if (files === undefined) return;
      await runDaily('sweepFiles', async () => {
        const { failed: left } = await sweepFiles({ ...deps, files });
        if (left > 0) log({ event: 'filesLeft', files: left });
        return true;
      });
    },
  };
}

/** The readiness probe waits no longer. */
const defaultTimeoutMs = 2_000;
/** Longer at a start: the machine is busiest, and no one waits for an answer. */
export const fileStoreStartupTimeoutMs = 10_000;

/** Logs failure and recovery; reports without files are taken meanwhile. */
export function createFileStoreWatch({
  files,
  setting,
  log,
  patienceMs: timeoutMs = defaultTimeoutMs,
}: {
  readonly files: Pick<FileStore, 'check'> | undefined;
  readonly setting: FilesSettingName;
  readonly log: EventLog;
  readonly patienceMs?: number;
}) {
  let lastError: StoreError | undefined;
  let wasLate = false;

  const checkStore = (place: Pick<FileStore, 'check'>, waitMs: number) =>
    withinDeadline<StoreError | 'late' | undefined>(
      waitMs,
      async () => {
        await place.check();
        return undefined;
      },
      (error) => {
        if (error instanceof DeadlineError) return 'late';
        return error instanceof StoreError ? error : new StoreError('unavailable');
      },
    );

  return {
    /** Late twice, or once at a start, counts as a failure. Never rejects. */
    look: async (waitMs = timeoutMs): Promise<void> => {
      if (files === undefined) return;
      const before = lastError;
      const result = await checkStore(files, waitMs);
      lastError =
        result !== 'late'
          ? result
          : wasLate || waitMs >= fileStoreStartupTimeoutMs
            ? new StoreError('unavailable')
            : before;
      wasLate = result === 'late';
      if (lastError !== undefined && before === undefined)
        log({ event: 'filesUnreachable', setting, code: errorCode(lastError) });
      if (lastError === undefined && before !== undefined) log({ event: 'filesReached', setting });
    },
    trouble: () => lastError,
  };
}
