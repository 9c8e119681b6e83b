import { setTimeout as after } from 'node:timers/promises';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { FilesSettingName } from '../settings/files-settings.ts';
import { type EventLog, troubleCode } from './event-log.ts';

/** Whoever asks whether the server is ready waits no longer for the place of files than this, in milliseconds. */
const usualPatienceMs = 2_000;
/** A start waits longer: it comes when the machine is busiest, and nobody waits for an answer yet. */
export const patienceAtStartMs = 10_000;

export interface FilesWatchDependencies {
  /** Missing where no files are taken: then there is nothing to look at. */
  readonly files: Pick<FileStore, 'check'> | undefined;
  /** The setting that names the place. */
  readonly setting: FilesSettingName;
  readonly log: EventLog;
  readonly patienceMs?: number;
}

/** A place of sealed files, and how the last look at it went. */
export interface FilesWatch {
  /** Looks whether a file could be kept now. What is late twice, or once at a start, is a no. Never rejects. */
  readonly look: (patienceMs?: number) => Promise<void>;
  /** The failure of the last look; `undefined` where it went well, or no files are taken. */
  readonly trouble: () => StoreError | undefined;
}

/**
 * A look at the place of sealed files, which tells the log when it can no longer be reached, and when it can again. It
 * ends nothing: reports without files are taken all the while.
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
      // Once late is a machine that was busy.
      trouble = its !== 'late' ? its : wasLate || waits >= patienceAtStartMs ? new StoreError('unavailable') : before;
      wasLate = its === 'late';
      if (trouble !== undefined && before === undefined)
        log({ event: 'filesUnreachable', setting, code: troubleCode(trouble) });
      if (trouble === undefined && before !== undefined) log({ event: 'filesReached', setting });
    },
    trouble: () => trouble,
  };
}
