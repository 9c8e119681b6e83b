import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileLocation, FileFolder, FileStore, StoredFileEntry, StoredPart } from '../../core/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { maxPartBytes } from '../../core/model/file-limits.ts';
import { toPartName, toPathSegments, parsePathSegments } from './file-paths.ts';

const hourMs = 3_600_000;
const maxUnfinishedAgeMs = hourMs;
const casesPerPage = 50;

async function ignoreMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const listNames = async (folder: string): Promise<readonly string[]> =>
  (await ignoreMissing(() => readdir(folder))) ?? [];

/** Windows opens no folder; there the rename has to do. */
async function syncFolder(folder: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (systemCode(error) === 'EISDIR' || systemCode(error) === 'EPERM') return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * `<case>/<holder>/<file>/<part>` on this machine, readable by its owner alone. A part gets its name once it is on the
 * disk: a reader finds it whole or not at all.
 */
export function createFolderFileStore(root: string, clock: Clock): FileStore {
  const getFolderPath = (of: Parameters<typeof toPathSegments>[0]): string => join(root, ...toPathSegments(of));
  const getPartPath = (place: FileLocation, part: number): string => join(getFolderPath(place), toPartName(part));

  /** Rounded to the hour, also in a copy: a part's time must not tell when someone reported. */
  const thisHour = (): Date => new Date(Math.floor(clock().getTime() / hourMs) * hourMs);

  async function makeFolders(place: FileLocation): Promise<void> {
    const names = toPathSegments(place);
    await mkdir(join(root, ...names), { recursive: true, mode: 0o700 });
    for (let depth = names.length - 1; depth >= 0; depth -= 1) await syncFolder(join(root, ...names.slice(0, depth)));
  }

  async function writeTemporaryFile(bytes: Uint8Array): Promise<string> {
    const temporaryPath = join(root, unfinishedFolder, randomBytes(16).toString('hex'));
    await mkdir(join(root, unfinishedFolder), { recursive: true, mode: 0o700 });
    try {
      const handle = await open(temporaryPath, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.utimes(thisHour(), thisHour());
        await handle.sync();
      } finally {
        await handle.close();
      }
      return temporaryPath;
    } catch (error) {
      await rm(temporaryPath, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async function write(place: FileLocation, part: number, bytes: Uint8Array): Promise<void> {
    const temporaryPath = await writeTemporaryFile(bytes);
    try {
      await makeFolders(place);
      await rename(temporaryPath, getPartPath(place, part));
      await syncFolder(getFolderPath(place));
    } catch (error) {
      await rm(temporaryPath, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async function putPartOnce(place: FileLocation, part: number, bytes: Uint8Array): Promise<'kept' | 'differs'> {
    const path = getPartPath(place, part);
    const stored = await ignoreMissing(() => readFile(path));
    if (stored === undefined) {
      await write(place, part, bytes);
      return 'kept';
    }
    if (!stored.equals(bytes)) return 'differs';
    await utimes(path, thisHour(), thisHour());
    return 'kept';
  }

  async function listFileParts(of: FileFolder, id: string): Promise<readonly StoredPart[]> {
    const names = await listNames(getFolderPath({ ...of, id }));
    const found = await Promise.all(
      names.map(async (name): Promise<readonly StoredPart[]> => {
        const named = parsePathSegments([of.caseId, of.holder, id, name]);
        const its = named && (await ignoreMissing(() => lstat(getPartPath(named.place, named.part))));
        return named && its?.isFile() ? [{ id, part: named.part, bytes: its.size, writtenAt: its.mtime }] : [];
      }),
    );
    return found.flat();
  }

  async function listParts({ caseId, holder }: FileFolder): Promise<readonly StoredPart[]> {
    const of = { caseId, holder };
    const found: StoredPart[] = [];
    for (const id of await listNames(getFolderPath(of)))
      if (parsePathSegments([of.caseId, of.holder, id, '0'])) found.push(...(await listFileParts(of, id)));
    return found;
  }

  async function listCaseFiles(caseName: string): Promise<readonly StoredFileEntry[]> {
    const files: StoredFileEntry[] = [];
    for (const holder of await listNames(join(root, caseName))) {
      const its = parsePathSegments([caseName, holder, '0'.repeat(32), '0'])?.place;
      if (its === undefined) continue;
      const newest = new Map<string, Date>();
      for (const { id, writtenAt } of await listParts(its))
        if (writtenAt > (newest.get(id) ?? new Date(0))) newest.set(id, writtenAt);
      files.push(...[...newest].map(([id, writtenAt]) => ({ ...its, id, writtenAt })));
    }
    return files;
  }

  async function removeUnfinished(): Promise<void> {
    const until = clock().getTime() - maxUnfinishedAgeMs;
    for (const name of await listNames(join(root, unfinishedFolder))) {
      const path = join(root, unfinishedFolder, name);
      const its = await ignoreMissing(() => lstat(path));
      if (its && its.mtimeMs < until) await rm(path, { force: true });
    }
  }

  async function removeEmpty(names: readonly string[]): Promise<void> {
    for (let depth = names.length; depth > 0; depth -= 1) {
      try {
        await rmdir(join(root, ...names.slice(0, depth)));
      } catch (error) {
        if (!isMissing(error)) return;
      }
    }
  }

  async function removeOlder(of: Parameters<FileStore['remove']>[0], before: Date): Promise<void> {
    const all = of.holder === undefined ? await listCaseFiles(of.caseId) : [];
    const holders = of.holder === undefined ? [...new Set(all.map(({ holder }) => holder))] : [of.holder];
    for (const holder of holders) {
      for (const { id, part, writtenAt } of await listParts({ caseId: of.caseId, holder })) {
        if ((of.id !== undefined && id !== of.id) || writtenAt >= before) continue;
        const place = { caseId: of.caseId, holder, id };
        await ignoreMissing(() => unlink(getPartPath(place, part)));
        await removeEmpty(toPathSegments(place));
      }
    }
  }

  async function wrapFolderErrors<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw storeErrorFromFolder(error);
    }
  }

  return {
    // As large as a part: a full disk lets small writes pass. A server whose clock is ahead may have removed it
    // already.
    check: () =>
      wrapFolderErrors(async () => await rm(await writeTemporaryFile(new Uint8Array(maxPartBytes)), { force: true })),
    putPart: (place, part, bytes) =>
      wrapFolderErrors(async () => {
        try {
          return await putPartOnce(place, part, bytes);
        } catch (error) {
          if (isMissing(error)) return await putPartOnce(place, part, bytes);
          throw error;
        }
      }),
    listParts: (of) => wrapFolderErrors(() => listParts(of)),
    partBytes: (place, part) =>
      wrapFolderErrors(async () => {
        const its = await ignoreMissing(() => lstat(getPartPath(place, part)));
        return its?.isFile() ? its.size : undefined;
      }),
    readPart: (place, part) => wrapFolderErrors(() => ignoreMissing(() => readFile(getPartPath(place, part)))),
    remove: (of, writtenBefore) =>
      wrapFolderErrors(async () => {
        if (writtenBefore !== undefined) return await removeOlder(of, writtenBefore);
        const names = toPathSegments(of);
        await rm(join(root, ...names), { recursive: true, force: true });
        return await removeEmpty(names.slice(0, -1));
      }),
    list: (next = '') =>
      wrapFolderErrors(async () => {
        if (next === '') await removeUnfinished();
        const cases = (await listNames(root)).toSorted().filter((name) => name > next && name !== unfinishedFolder);
        const files: StoredFileEntry[] = [];
        for (const name of cases.slice(0, casesPerPage)) files.push(...(await listCaseFiles(name).catch(() => [])));
        const last = cases[casesPerPage - 1];
        return { files, ...(cases.length > casesPerPage && last !== undefined && { next: last }) };
      }),
  };
}

function copyFolderContents(from: string, to: string, depth: number): void {
  mkdirSync(to, { mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (depth === 0 && name === unfinishedFolder) continue;
    const [source, target] = [join(from, name), join(to, name)];
    try {
      const its = lstatSync(source);
      if (its.isDirectory()) copyFolderContents(source, target, depth + 1);
      else if (its.isFile()) {
        copyFileSync(source, target, constants.COPYFILE_EXCL);
        chmodSync(target, 0o600);
        utimesSync(target, its.atime, its.mtime);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

/** Names the copy once it is whole. Returns whether there was a folder. Throws StoreError. */
export function copyFolder(from: string, to: string): boolean {
  const temporaryPath = `${to}.unfinished`;
  try {
    if (!existsSync(from)) return false;
    if (existsSync(to)) throw new StoreError('readOnly');
    rmSync(temporaryPath, { recursive: true, force: true });
    copyFolderContents(from, temporaryPath, 0);
    renameSync(temporaryPath, to);
    return true;
  } catch (error) {
    throw storeErrorFromFolder(error);
  } finally {
    rmSync(temporaryPath, { recursive: true, force: true });
  }
}

/**
 * Returns the replaced folder's new path, `undefined` if there was none. Throws StoreError and then changes nothing.
 */
export function restoreFolder(from: string, to: string, aside: string): string | undefined {
  const temporaryPath = `${to}.restoring`;
  try {
    rmSync(temporaryPath, { recursive: true, force: true });
    if (!copyFolder(from, temporaryPath)) throw new StoreError('unavailable');
    const stored = existsSync(to);
    if (stored) renameSync(to, aside);
    renameSync(temporaryPath, to);
    return stored ? aside : undefined;
  } catch (error) {
    throw storeErrorFromFolder(error);
  } finally {
    rmSync(temporaryPath, { recursive: true, force: true });
  }
}

const nodeErrorSchema = z.object({ code: z.string() });
const fileErrorCodes = new Map<string, StoreErrorCode>([
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EMFILE', 'busy'],
  ['ENFILE', 'busy'],
  ['EBUSY', 'busy'],
]);

const systemCode = (error: unknown): string | undefined => nodeErrorSchema.safeParse(error).data?.code;

const isMissing = (error: unknown): boolean => systemCode(error) === 'ENOENT';

/** The cause is a code: a path holds a reference. */
export function storeErrorFromFolder(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = systemCode(error);
  return new StoreError(fileErrorCodes.get(code ?? '') ?? 'unavailable', code);
}

const unfinishedFolder = 'unfinished';
