import type { FilePlace, FilesOf, FileStore, FoundFile, StandingPart } from '../ports/file-store.ts';
import { boundless, type WorkBudget } from '../ports/work-budget.ts';
import type { KeptFile } from '../model/sealed-file.ts';
import type { Clock } from '../model/calendar.ts';
import { fileLimits, lengthOfPart, partsOf } from '../model/files.ts';
import { sameBytes } from '../model/digests.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';

interface FilesAtDependencies {
  readonly files: FileStore;
  readonly clock: Clock;
  /** The reporter's; handlers have bounds of their own. */
  readonly budget?: WorkBudget;
}

export interface FilesAt {
  readonly of: FilesOf;
  readonly named: readonly KeptFile[];
}

const hourMs = 3_600_000;
export const freshMs = 24 * hourMs;
const listedMs = 18 * hourMs;
/** Twice `freshMs`: nothing that a case may still name is swept. */
export const orphanMs = 2 * freshMs;

const placeOf = ({ of }: FilesAt, id: string): FilePlace => ({ ...of, id });
const isNamed = ({ named }: FilesAt, id: string): boolean => named.some((file) => file.id === id);

const isWhole = ({ part, bytes }: StandingPart, wanted: KeptFile): boolean =>
  bytes > 0 && bytes === lengthOfPart(wanted.bytes, part);

export interface FileOnItsWay {
  readonly parts: readonly number[];
  readonly waiting: readonly string[];
}

export async function partsAt(deps: FilesAtDependencies, at: FilesAt, wanted: KeptFile): Promise<FileOnItsWay> {
  const standing = await deps.files.parts(at.of);
  const since = deps.clock().getTime() - listedMs;
  const isGood = (part: StandingPart) =>
    part.id === wanted.id && isWhole(part, wanted) && (isNamed(at, part.id) || part.writtenAt.getTime() > since);
  const others = standing.map(({ id }) => id).filter((id) => id !== wanted.id && !isNamed(at, id));
  return {
    parts: standing
      .filter(isGood)
      .map(({ part }) => part)
      .toSorted((one, other) => one - other),
    waiting: [...new Set(others)].toSorted(),
  };
}

/**
 * `full`: five files, or their bytes, wait there already; `differs`: other bytes are stored, or the case names the
 * file. Nothing was kept then. Throws StoreError and OverBudgetError.
 */
export async function keepPartAt(
  deps: FilesAtDependencies,
  at: FilesAt,
  wanted: KeptFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> {
  const place = placeOf(at, wanted.id);
  if (isNamed(at, wanted.id)) {
    const its = await deps.files.readPart(place, part);
    return its !== undefined && sameBytes(its, bytes) ? 'kept' : 'differs';
  }
  const pending = (await deps.files.parts(at.of)).filter(({ id }) => !isNamed(at, id));
  const isOther = pending.some((one) => one.id === wanted.id && !isWhole(one, wanted));
  if (isOther) return 'differs';
  const ids = new Set([...pending.map(({ id }) => id), wanted.id]);
  const isNew = !pending.some((one) => one.id === wanted.id && one.part === part);
  const held = pending.reduce((sum, one) => sum + one.bytes, isNew ? bytes.length : 0);
  if (ids.size > fileLimits.files || held > fileLimits.pendingBytes) return 'full';
  const put = () => deps.files.putPart(place, part, bytes);
  if (!isNew) return await put();
  const { budget = boundless } = deps;
  const name = `part ${at.of.caseId} ${at.of.holder} ${wanted.id} ${part}`;
  const amounts = { bytes: bytes.length, files: part === 0 ? 1 : 0 };
  return await budget.spend({ id: name, amounts }, put, (outcome) => outcome === 'kept');
}

export async function dropAt(
  deps: Pick<FilesAtDependencies, 'files'>,
  at: FilesAt,
  id: string,
): Promise<'dropped' | 'named'> {
  if (isNamed(at, id)) return 'named';
  await deps.files.remove(placeOf(at, id));
  return 'dropped';
}

/**
 * Whether these files are stored with all their parts, none so old that it may be swept before something names it.
 * Those that the case names count as stored. Throws StoreError.
 */
export async function standAt(
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  at: FilesAt,
  wanted: readonly KeptFile[],
): Promise<boolean> {
  const open = wanted.filter(({ id, bytes }) => !at.named.some((file) => file.id === id && file.bytes === bytes));
  if (open.length === 0) return true;
  if (deps.files === undefined) return false;
  const standing = await deps.files.parts(at.of);
  const since = deps.clock().getTime() - freshMs;
  return open.every((file) => {
    const its = standing.filter(
      (part) => part.id === file.id && isWhole(part, file) && part.writtenAt.getTime() > since,
    );
    return its.length === partsOf(file.bytes);
  });
}

export const withFiles = (named: readonly KeptFile[] | undefined, added: readonly KeptFile[]): readonly KeptFile[] => [
  ...(named ?? []),
  ...added.filter(({ id }) => !(named ?? []).some((file) => file.id === id)),
];

interface SweepFilesDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'read'>;
  readonly clock: Clock;
}

interface Swept {
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
