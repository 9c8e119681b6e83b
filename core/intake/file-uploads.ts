import type { FileLocation, FileFolder, FileStore, StoredFileEntry, StoredPart } from '../ports/file-store.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import type { StoredFile } from '../model/sealed-file.ts';
import type { Clock } from '../model/calendar.ts';
import { fileLimits, partLength, partCount } from '../model/file-limits.ts';
import { timingSafeEqualBytes } from '../model/digests.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';

interface UploadFolderDependencies {
  readonly files: FileStore;
  readonly clock: Clock;
}

export interface UploadFolder {
  readonly owner: FileFolder;
  readonly referencedFiles: readonly StoredFile[];
}

const hourMs = 3_600_000;
export const maxPendingAgeMs = 24 * hourMs;
const maxListedAgeMs = 18 * hourMs;
/** No file is swept that a case may still name. */
export const orphanAgeMs = 2 * maxPendingAgeMs;

const uploadLocation = ({ owner }: UploadFolder, id: string): FileLocation => ({ ...owner, id });
const isReferenced = ({ referencedFiles }: UploadFolder, id: string): boolean =>
  referencedFiles.some((file) => file.id === id);

const isWholePart = ({ part, bytes }: StoredPart, wanted: StoredFile): boolean =>
  bytes > 0 && bytes === partLength(wanted.bytes, part);

export interface UploadProgress {
  readonly parts: readonly number[];
  readonly waiting: readonly string[];
}

export async function listUploadedParts(
  deps: UploadFolderDependencies,
  folder: UploadFolder,
  wanted: StoredFile,
): Promise<UploadProgress> {
  const storedParts = await deps.files.listParts(folder.owner);
  const since = deps.clock().getTime() - maxListedAgeMs;
  const isUsable = (part: StoredPart) =>
    part.id === wanted.id &&
    isWholePart(part, wanted) &&
    (isReferenced(folder, part.id) || part.writtenAt.getTime() > since);
  const others = storedParts.map(({ id }) => id).filter((id) => id !== wanted.id && !isReferenced(folder, id));
  return {
    parts: storedParts
      .filter(isUsable)
      .map(({ part }) => part)
      .toSorted((one, other) => one - other),
    waiting: [...new Set(others)].toSorted(),
  };
}

type PartAdmission = { readonly kind: 'differs' | 'full' } | { readonly kind: 'admitted'; readonly isNew: boolean };

/** Counts what waits, with the whole of this file. */
async function countPending(
  { files }: Pick<UploadFolderDependencies, 'files'>,
  folder: UploadFolder,
  wanted: StoredFile,
  part: number,
): Promise<PartAdmission> {
  const pending = (await files.listParts(folder.owner)).filter(({ id }) => !isReferenced(folder, id));
  const own = pending.filter(({ id }) => id === wanted.id);
  if (own.some((one) => !isWholePart(one, wanted))) return { kind: 'differs' };
  const others = pending.filter(({ id }) => id !== wanted.id);
  const ids = new Set(others.map(({ id }) => id));
  const pendingBytes = others.reduce((sum, { bytes }) => sum + bytes, wanted.bytes);
  if (ids.size >= fileLimits.files || pendingBytes > fileLimits.pendingBytes) return { kind: 'full' };
  return { kind: 'admitted', isNew: !own.some((one) => one.part === part) };
}

/** A file is counted at its first part, so that a hundred parts are not listed a hundred times. */
async function admitPart(
  deps: Pick<UploadFolderDependencies, 'files'>,
  folder: UploadFolder,
  wanted: StoredFile,
  part: number,
): Promise<PartAdmission> {
  if (part === 0) return await countPending(deps, folder, wanted, part);
  const place = uploadLocation(folder, wanted.id);
  const [first, own] = await Promise.all([deps.files.partBytes(place, 0), deps.files.partBytes(place, part)]);
  if (first === undefined) return await countPending(deps, folder, wanted, part);
  const isOther =
    first !== partLength(wanted.bytes, 0) || (own !== undefined && own !== partLength(wanted.bytes, part));
  return isOther ? { kind: 'differs' } : { kind: 'admitted', isNew: own === undefined };
}

/**
 * `full`: five files, or their bytes, wait there already; `differs`: other bytes are stored, or the case names the
 * file. Neither saves anything. Throws StoreError and OverBudgetError.
 */
export async function saveFilePart(
  deps: UploadFolderDependencies & { readonly budget: WorkBudget },
  folder: UploadFolder,
  wanted: StoredFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> {
  const place = uploadLocation(folder, wanted.id);
  if (isReferenced(folder, wanted.id)) {
    const storedPart = await deps.files.readPart(place, part);
    return storedPart !== undefined && timingSafeEqualBytes(storedPart, bytes) ? 'kept' : 'differs';
  }
  const admission = await admitPart(deps, folder, wanted, part);
  if (admission.kind !== 'admitted') return admission.kind;
  const put = () => deps.files.putPart(place, part, bytes);
  if (!admission.isNew) return await put();
  const name = `part ${folder.owner.caseId} ${folder.owner.holder} ${wanted.id} ${part}`;
  const amounts = { bytes: bytes.length, files: part === 0 ? 1 : 0 };
  return await deps.budget.spend({ id: name, amounts }, put, (outcome) => outcome === 'kept');
}

export async function removePendingFile(
  deps: Pick<UploadFolderDependencies, 'files'>,
  folder: UploadFolder,
  id: string,
): Promise<'dropped' | 'named'> {
  if (isReferenced(folder, id)) return 'named';
  await deps.files.remove(uploadLocation(folder, id));
  return 'dropped';
}

/**
 * Files that the case names count as stored; another must not be so old that it may be swept before something names it.
 * Throws StoreError.
 */
export async function areFilesStored(
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  folder: UploadFolder,
  wanted: readonly StoredFile[],
): Promise<boolean> {
  const open = wanted.filter(
    ({ id, bytes }) => !folder.referencedFiles.some((file) => file.id === id && file.bytes === bytes),
  );
  if (open.length === 0) return true;
  if (deps.files === undefined) return false;
  const storedParts = await deps.files.listParts(folder.owner);
  const since = deps.clock().getTime() - maxPendingAgeMs;
  return open.every((file) => {
    const parts = storedParts.filter(
      (part) => part.id === file.id && isWholePart(part, file) && part.writtenAt.getTime() > since,
    );
    return parts.length === partCount(file.bytes);
  });
}

export const mergeFiles = (
  named: readonly StoredFile[] | undefined,
  added: readonly StoredFile[],
): readonly StoredFile[] => [
  ...(named ?? []),
  ...added.filter(({ id }) => !(named ?? []).some((file) => file.id === id)),
];

interface SweepFilesDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly clock: Clock;
}

interface SweepResult {
  readonly removed: number;
  readonly failed: number;
}

const hasFile = (record: CaseRecord, { id }: StoredFileEntry): boolean =>
  (record.files ?? []).some((file) => file.id === id);

const isNeeded = (record: CaseRecord | undefined, file: StoredFileEntry): boolean =>
  record !== undefined && record.erasedOn === undefined && hasFile(record, file);

/**
 * Removes files that no case names and no one wrote to for two days, and at once those of erased cases. A file whose
 * case is unreadable stays. Throws StoreError if there is no list.
 */
export async function sweepFiles(deps: SweepFilesDependencies): Promise<SweepResult> {
  const before = new Date(deps.clock().getTime() - orphanAgeMs);
  let [removed, failed] = [0, 0];

  async function sweepFile(file: StoredFileEntry): Promise<void> {
    const record = (await deps.cases.read(file.caseId))?.value;
    const place = { caseId: file.caseId, holder: file.holder, id: file.id };
    if (record?.erasedOn !== undefined) await deps.files.remove(place);
    else if (!isNeeded(record, file) && file.writtenAt < before) await deps.files.remove(place, before);
    else return;
    removed += 1;
  }

  for (let next: string | undefined, isMore = true; isMore; ) {
    const page = await deps.files.list(next);
    for (const file of page.files)
      await sweepFile(file).catch(() => {
        failed += 1;
      });
    ({ next } = page);
    isMore = next !== undefined;
  }
  return { removed, failed };
}
