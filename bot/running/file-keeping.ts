import { sweepFiles } from '../../concerns/desk/sweep-files.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { type EventLog, troubleCode } from './event-log.ts';
import { createOnceADay, type DayDependencies } from './once-a-day.ts';

export interface FileKeepingDependencies extends DayDependencies {
  /** Missing where no files are taken. */
  readonly files: FileStore | undefined;
  readonly cases: Pick<CaseStore, 'read'>;
  /** Has what was erased removed soon. */
  readonly onErased: () => void;
  readonly log: EventLog;
}

/** The work on sealed files that comes back by itself. */
export interface FileKeeping {
  /** Notes that a case is erased: its files go next. Where this server ends before, the sweep finishes it. */
  readonly erased: (caseId: CaseId) => void;
  /** Removes the files of the cases that were erased; those that could not be are tried again. */
  readonly removeErased: () => Promise<void>;
  /** Once a day, by one server: removes what no case names, and what is left of erased ones. Throws StoreError. */
  readonly sweepDue: () => Promise<void>;
}

/** The keeping of a store's files. */
export function createFileKeeping(deps: FileKeepingDependencies): FileKeeping {
  const { files, log } = deps;
  const onceADay = createOnceADay(deps);
  const waiting = new Set<CaseId>();
  return {
    erased(caseId) {
      if (files === undefined) return;
      waiting.add(caseId);
      deps.onErased();
    },
    async removeErased() {
      for (const caseId of waiting) {
        try {
          await files?.remove({ caseId });
          waiting.delete(caseId);
        } catch (error) {
          log({ event: 'filesFailed', code: troubleCode(error) });
        }
      }
    },
    async sweepDue() {
      if (files === undefined) return;
      await onceADay('sweepFiles', async () => {
        const { left } = await sweepFiles({ ...deps, files });
        if (left > 0) log({ event: 'filesLeft', files: left });
        return true;
      });
    },
  };
}
