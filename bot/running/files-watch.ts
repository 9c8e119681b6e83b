import { setTimeout as after } from 'node:timers/promises';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { FilesSettingName } from '../settings/files-settings.ts';
import { type EventLog, troubleCode } from './event-log.ts';

/** The readiness probe waits no longer. */
const usualPatienceMs = 2_000;
/** Longer at a start: the machine is busiest, and no one waits for an answer yet. */
export const patienceAtStartMs = 10_000;

export interface FilesWatchDependencies {
  /** Missing if no files are taken. */
  readonly files: Pick<FileStore, 'check'> | undefined;
  readonly setting: FilesSettingName;
  readonly log: EventLog;
  readonly patienceMs?: number;
}

export interface FilesWatch {
  /** Late twice, or once at a start, is a no. Never rejects. */
  readonly look: (patienceMs?: number) => Promise<void>;
  readonly trouble: () => StoreError | undefined;
}

/**
 * Logs when sealed files can no longer be kept, and when they can again. Reports without files are taken all the while.
 */
export function createFilesWatch({
  files,
  setting,
  log,
  patienceMs = usualPatienceMs,
}: FilesWatchDependencies): FilesWatch {
  let trouble: StoreError | undefined;

  let wasLate = false;

  async function found(place: Pick<FileStore, 'check'>, waits: number): Promise<StoreError | 'late' | undefined> {
    const ended = new AbortController();
    const late = after(waits, 'late' as const, { signal: ended.signal, ref: false }).catch(() => undefined);
    const looked = place.check().then(
      () => undefined,
      (error: unknown) => (error instanceof StoreError ? error : new StoreError('unavailable')),
    );
    const first = await Promise.race([looked, late]);
    ended.abort();
    return first;
  }

  return {
    async look(waits = patienceMs) {
      if (files === undefined) return;
      const before = trouble;
      const its = await found(files, waits);
      // Late once is a machine that was busy.
      trouble = its !== 'late' ? its : wasLate || waits >= patienceAtStartMs ? new StoreError('unavailable') : before;
      wasLate = its === 'late';
      if (trouble !== undefined && before === undefined)
        log({ event: 'filesUnreachable', setting, code: troubleCode(trouble) });
      if (trouble === undefined && before !== undefined) log({ event: 'filesReached', setting });
    },
    trouble: () => trouble,
  };
}
