import type { CaseStore } from '../ports/case-store.ts';
import type { FileStore, FoundFile } from '../ports/file-store.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { Clock } from '../terms/calendar.ts';
import { orphanMs } from './files-at.ts';

export interface SweepFilesDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly clock: Clock;
}

export interface Swept {
  readonly removed: number;
  readonly left: number;
}

const isNamedBy = (record: CaseRecord, { id }: FoundFile): boolean =>
  (record.files ?? []).some((file) => file.id === id);

const needs = (record: CaseRecord | undefined, file: FoundFile): boolean =>
  record !== undefined && record.erasedOn === undefined && isNamedBy(record, file);

/**
 * Removes files that no case names and that were not written to for two days, and those of erased cases at once. A file
 * whose case is unreadable stays. Throws StoreError if there is no list.
 */
export async function sweepFiles(deps: SweepFilesDependencies): Promise<Swept> {
  const before = new Date(deps.clock().getTime() - orphanMs);
  let [removed, left] = [0, 0];

  async function look(file: FoundFile): Promise<void> {
    const record = (await deps.cases.read(file.caseId))?.value;
    const place = { caseId: file.caseId, holder: file.holder, id: file.id };
    if (record?.erasedOn !== undefined) await deps.files.remove(place);
    else if (!needs(record, file) && file.writtenAt < before) await deps.files.remove(place, before);
    else return;
    removed += 1;
  }

  for (let next: string | undefined, isMore = true; isMore; ) {
    const page = await deps.files.list(next);
    for (const file of page.files)
      await look(file).catch(() => {
        left += 1;
      });
    ({ next } = page);
    isMore = next !== undefined;
  }
  return { removed, left };
}
