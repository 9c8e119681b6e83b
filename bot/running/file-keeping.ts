import { sweepFiles } from '../../concerns/desk/files-at.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import type { FileStore } from '../../concerns/ports/file-store.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { type EventLog, troubleCode } from './event-log.ts';
import { createOnceADay, type DayDependencies } from './once-a-day.ts';

export interface FileKeepingDependencies extends DayDependencies {
  /** Missing if no files are taken. */
  readonly files: FileStore | undefined;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly onErased: () => void;
  readonly log: EventLog;
}

export interface FileKeeping {
  /** The case's files go next. If this server ends before, the sweep finishes it. */
  readonly erased: (caseId: CaseId) => void;
  readonly removeErased: () => Promise<void>;
  /** Once a day, by one server: removes files that no case names, and the rest of erased ones. Throws StoreError. */
  readonly sweepDue: () => Promise<void>;
}

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
