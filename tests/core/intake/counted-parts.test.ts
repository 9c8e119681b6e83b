import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { saveFilePart, type UploadFolder } from '../../../core/intake/file-uploads.ts';
import { unlimitedBudget } from '../../../core/ports/work-budget.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { fileLimits, maxPartBytes, partCount, partLength } from '../../../core/model/file-limits.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';

const mib = maxPartBytes;
const clock = () => new Date('2026-11-25T10:20:00Z');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candour-parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A server on the folder, which counts its lists. */
function server() {
  const store = createFolderFileStore(folder, clock);
  let lists = 0;
  const files: FileStore = {
    ...store,
    listParts(of) {
      lists += 1;
      return store.listParts(of);
    },
  };
  return { files, clock, budget: unlimitedBudget, lists: () => lists };
}
const claim: UploadFolder = {
  owner: { caseId: caseIdFromBytes(new Uint8Array(10).fill(3)), holder: '0123456789abcdef' },
  referencedFiles: [],
};
const newFile = (bytes: number) => ({ id: randomBytes(16).toString('hex'), bytes });
const contents = new Map<string, Uint8Array>();
const content = (id: string, part: number, bytes: number): Uint8Array => {
  const made = contents.get(`${id} ${part}`) ?? new Uint8Array(bytes).fill(part + 1);
  contents.set(`${id} ${part}`, made);
  return made;
};
const put = (to: ReturnType<typeof server>, file: ReturnType<typeof newFile>, part: number) =>
  saveFilePart(to, claim, file, part, content(file.id, part, partLength(file.bytes, part)));

describe('the parts of a large file', () => {
  it('are listed once, though they come twice, through two servers, beside another file', async () => {
    const [one, two] = [server(), server()];
    const [first, second] = [newFile(24 * mib), newFile(16 * mib)];
    for (let part = 0; part < partCount(first.bytes); part += 1) {
      expect(await put(part % 2 === 0 ? one : two, first, part)).toBe('kept');
      if (part < partCount(second.bytes)) expect(await put(two, second, part)).toBe('kept');
    }
    expect(await put(two, first, 7)).toBe('kept');
    expect(one.lists() + two.lists()).toBe(2);
    expect(await one.files.listParts(claim.owner)).toHaveLength(40);
  });

  it('are refused with all their bytes at the first, and as another file if their length is another', async () => {
    const on = server();
    const film = newFile(96 * mib);
    expect(await put(on, film, 0)).toBe('kept');
    expect(await put(on, { ...film, bytes: 12 * mib }, 1)).toBe('differs');
    // What stands of others is counted as it stands, a new file as it will be.
    for (let part = 1; part < 4; part += 1) await put(on, film, part);
    const others = [newFile(96 * mib), newFile(96 * mib), newFile(96 * mib), newFile(96 * mib)];
    for (const other of others) expect(await put(on, other, 0)).toBe('kept');
    expect(await put(on, newFile(64 * 1_024), 0)).toBe('full');
    expect(5 * 96 * mib).toBeLessThan(3 * fileLimits.pendingBytes);
  });

  it('are refused where more waits than the largest report has', async () => {
    const on = server();
    const film = newFile(96 * mib);
    const enough = Math.floor(fileLimits.pendingBytes / mib) - 96 + 1;
    for (let part = 0; part < Math.min(enough, 96); part += 1) await put(on, film, part);
    const other = newFile(24 * mib);
    for (let part = 0; part < 24; part += 1) await put(on, other, part);
    expect(await put(on, newFile(96 * mib), 0)).toBe('full');
    expect(await put(on, newFile(24 * mib), 0)).toBe('kept');
  });

  it('go on after the first was lost, counted again', async () => {
    const on = server();
    const file = newFile(16 * mib);
    for (const part of [0, 1, 2]) await put(on, file, part);
    await on.files.remove({ ...claim.owner, id: file.id });
    expect(await put(on, file, 3)).toBe('kept');
    expect(on.lists()).toBe(2);
    expect(await put(on, file, 0)).toBe('kept');
  });
});
