import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileLocation, FileStore } from '../../../core/ports/file-store.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const hourMs = 3_600_000;
const aPlace = (): FileLocation => ({
  caseId: deriveCaseId(newReturnCode()),
  holder: 'a'.repeat(16),
  id: 'b'.repeat(32),
});
const asOwner = process.getuid?.() === 0;

let folder: string;
let root: string;
let now: number;
let files: FileStore;
beforeEach(() => {
  folder = createTemporaryFolder();
  root = join(folder, 'files');
  now = Date.parse('2026-11-27T10:42:13.500Z');
  files = createFolderFileStore(root, () => new Date(now));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = ({ caseId, holder, id }: FileLocation, part: number) => join(root, caseId, holder, id, String(part));

describe('a folder of sealed files', () => {
  it('is for its owner alone, and says the hour of a part and no more', async () => {
    const place = aPlace();
    await files.putPart(place, 0, randomBytes(10));
    const path = pathOf(place, 0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const above of [root, join(root, place.caseId), join(path, '..')])
      expect(statSync(above).mode & 0o777).toBe(0o700);
    expect(statSync(path).mtime.toISOString()).toBe('2026-11-27T10:00:00.000Z');
  });

  it('is there although a server whose clock is a month ahead clears away what is being written', async () => {
    const ahead = createFolderFileStore(root, () => new Date(Date.now() + 30 * 24 * hourMs));
    const clear = async () => {
      for (let times = 0; times < 400; times += 1) await ahead.list();
    };
    await expect(Promise.all([clear(), ...Array.from({ length: 40 }, () => files.check())])).resolves.toHaveLength(41);
  });

  it('leaves nothing where a part belongs until all of it is there', async () => {
    const place = aPlace();
    now = Date.now();
    mkdirSync(join(root, 'unfinished'), { recursive: true });
    // What a server left that was killed while it wrote.
    writeFileSync(join(root, 'unfinished', 'torn'), randomBytes(100));
    expect(await files.listParts(place)).toEqual([]);
    expect((await files.list()).files).toEqual([]);
    await files.putPart(place, 0, randomBytes(partBytes));
    expect(readdirSync(join(root, 'unfinished'))).toEqual(['torn']);
    now = Date.now() + 2 * hourMs;
    await files.list();
    expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
    expect(await files.listParts(place)).toHaveLength(1);
  });

  it('looks past what is none of its own, and removes nothing of it', async () => {
    const place = aPlace();
    await files.putPart(place, 0, randomBytes(10));
    const outside = join(folder, 'outside');
    writeFileSync(outside, 'not ours');
    writeFileSync(join(root, 'notes.txt'), 'not ours');
    mkdirSync(join(root, 'other', 'folder'), { recursive: true });
    writeFileSync(join(root, place.caseId, 'notes.txt'), 'not ours');
    writeFileSync(join(pathOf(place, 0), '..', 'notes.txt'), 'not ours');
    symlinkSync(outside, pathOf(place, 1));
    expect((await files.list()).files.map(({ id }) => id)).toEqual([place.id]);
    expect(await files.listParts(place)).toHaveLength(1);
    await files.remove(place, new Date(now + hourMs));
    expect(existsSync(pathOf(place, 0))).toBe(false);
    expect(readFileSync(outside, 'utf8')).toBe('not ours');
    expect(existsSync(join(root, place.caseId, 'notes.txt'))).toBe(true);
    await files.remove({ caseId: place.caseId });
    expect(readFileSync(outside, 'utf8')).toBe('not ours');
  });

  it('tells of others where one case cannot be looked into', async () => {
    const [one, other] = [aPlace(), aPlace()];
    await files.putPart(one, 0, randomBytes(10));
    await files.putPart(other, 0, randomBytes(10));
    rmSync(join(root, one.caseId), { recursive: true });
    writeFileSync(join(root, one.caseId), 'a file in the place of a folder');
    expect((await files.list()).files.map(({ caseId }) => caseId)).toEqual([other.caseId]);
  });

  it('says why nothing was kept, and leaves nothing of it, where it may not write', async () => {
    const place = aPlace();
    // Whoever may write everywhere meets a file where a folder should be.
    if (asOwner) writeFileSync(root, '');
    else {
      mkdirSync(root);
      chmodSync(root, 0o500);
    }
    await expect(files.putPart(place, 0, randomBytes(10))).rejects.toMatchObject({
      name: 'StoreError',
      code: asOwner ? 'unavailable' : 'readOnly',
    });
    await expect(files.check()).rejects.toMatchObject({ code: asOwner ? 'unavailable' : 'readOnly' });
    if (asOwner) rmSync(root);
    else chmodSync(root, 0o700);
    expect(await files.putPart(place, 0, randomBytes(10))).toBe('kept');
    await files.check();
    expect(readdirSync(join(root, 'unfinished'))).toEqual([]);
  });

  it('names no path where it fails: that holds a reference', async () => {
    const place = aPlace();
    mkdirSync(pathOf(place, 0), { recursive: true });
    const failure = await files.readPart(place, 0).catch((error: unknown) => error);
    expect(
      `${String(failure)} ${JSON.stringify(failure)} ${failure instanceof Error ? String(failure.cause) : ''}`,
    ).not.toContain(place.caseId);
  });
});
