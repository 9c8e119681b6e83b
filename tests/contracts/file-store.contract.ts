import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileLocation, FileStore, StoredFileEntry } from '../../core/ports/file-store.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { partBytes } from '../../core/model/file-limits.ts';
import { newReturnCode } from '../support/core/open-core.ts';

/** A store of files that a test may fill, and what ends it. */
export type OpenFiles = () => Promise<{ readonly files: FileStore; readonly close: () => Promise<void> }>;

const hourMs = 3_600_000;
const drawn = (bytes: number): string => randomBytes(bytes).toString('hex');
const aPlace = (its: Partial<FileLocation> = {}): FileLocation => ({
  caseId: deriveCaseId(newReturnCode()),
  holder: drawn(8),
  id: drawn(16),
  ...its,
});
const digest = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
const inOrder = (parts: readonly { readonly id: string; readonly part: number; readonly bytes: number }[]) =>
  parts
    .map(({ id, part, bytes }) => ({ id, part, bytes }))
    .toSorted((one, other) => one.id.localeCompare(other.id) || one.part - other.part);

/** Every file of a store. */
async function all(files: FileStore): Promise<readonly StoredFileEntry[]> {
  const found: StoredFileEntry[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = await files.list(next === '' ? undefined : next);
    found.push(...page.files);
    ({ next } = page);
  }
  return found;
}

/** What every FileStore promises. */
export function fileStoreContract(name: string, open: OpenFiles): void {
  describe(`FileStore of ${name}`, () => {
    let files: FileStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ files, close } = await open()));
    afterAll(() => close());

    it('has nothing before the first part', async () => {
      const place = aPlace();
      expect(await files.listParts(place)).toEqual([]);
      expect(await files.readPart(place, 0)).toBeUndefined();
      await files.remove(place);
      await files.remove({ caseId: place.caseId });
      expect(await files.list()).toEqual({ files: [] });
    });

    it('gives a part back whole, byte for byte, in whatever order parts came', async () => {
      const place = aPlace();
      const parts = [randomBytes(partBytes), randomBytes(partBytes), randomBytes(1), new Uint8Array(partBytes)];
      for (const part of [2, 0, 3, 1])
        expect(await files.putPart(place, part, parts[part] ?? new Uint8Array())).toBe('kept');
      for (const [part, bytes] of parts.entries())
        expect(digest(await files.readPart(place, part))).toBe(digest(bytes));
      expect(await files.readPart(place, 4)).toBeUndefined();
      const { id } = place;
      expect(inOrder(await files.listParts(place))).toEqual(
        parts.map(({ length: bytes }, part) => ({ id, part, bytes })),
      );
    });

    it('keeps a part once, and takes no other bytes in its place', async () => {
      const place = aPlace();
      const bytes = randomBytes(5_000);
      const other = Uint8Array.from(bytes, (byte, at) => (at === 4_999 ? byte ^ 1 : byte));
      expect(await files.putPart(place, 0, bytes)).toBe('kept');
      expect(await files.putPart(place, 0, bytes)).toBe('kept');
      expect(await files.putPart(place, 0, other)).toBe('differs');
      expect(await files.putPart(place, 0, bytes.subarray(0, 4_000))).toBe('differs');
      expect(digest(await files.readPart(place, 0))).toBe(digest(bytes));
    });

    it('keeps one of the same parts that come at once', async () => {
      const place = aPlace();
      const bytes = randomBytes(9_000);
      const answers = await Promise.all(Array.from({ length: 6 }, () => files.putPart(place, 0, bytes)));
      expect(new Set(answers)).toEqual(new Set(['kept']));
      expect(inOrder(await files.listParts(place))).toEqual([{ id: place.id, part: 0, bytes: 9_000 }]);
    });

    it('keeps holders of one case, and their files, apart', async () => {
      const one = aPlace();
      const second = { ...one, id: drawn(16) };
      const stranger = { ...one, holder: drawn(8) };
      const elsewhere = { ...one, caseId: aPlace().caseId };
      for (const [at, place] of [one, second, stranger, elsewhere].entries())
        await files.putPart(place, 0, new Uint8Array(10 + at));
      expect(inOrder(await files.listParts(one))).toEqual(
        inOrder([
          { id: one.id, part: 0, bytes: 10 },
          { id: second.id, part: 0, bytes: 11 },
        ]),
      );
      expect((await files.readPart(stranger, 0))?.length).toBe(12);
      await files.remove(one);
      expect(inOrder(await files.listParts(one))).toEqual([{ id: second.id, part: 0, bytes: 11 }]);
      await files.remove({ caseId: one.caseId });
      expect([await files.listParts(one), await files.listParts(stranger)]).toEqual([[], []]);
      expect((await files.readPart(elsewhere, 0))?.length).toBe(13);
    });

    it('leaves what was written since, where what is older is removed', async () => {
      const place = aPlace();
      const began = new Date();
      await files.putPart(place, 0, new Uint8Array(3));
      await files.remove(place, new Date(began.getTime() - 2 * hourMs));
      expect(await files.listParts(place)).toHaveLength(1);
      await files.remove({ caseId: place.caseId }, new Date(began.getTime() - 2 * hourMs));
      expect(await files.listParts(place)).toHaveLength(1);
      await files.remove(place, new Date(Date.now() + 60_000));
      expect(await files.listParts(place)).toEqual([]);
    });

    it('says of each part when it was written', async () => {
      const place = aPlace();
      const began = Date.now();
      await files.putPart(place, 0, new Uint8Array(3));
      const [part] = await files.listParts(place);
      // A folder names whole hours, a service whole seconds.
      expect(part?.writtenAt.getTime()).toBeGreaterThan(began - hourMs - 2_000);
      expect(part?.writtenAt.getTime()).toBeLessThan(Date.now() + 2_000);
    });

    it('lists every file, over however many pages', async () => {
      const places = Array.from({ length: 120 }, () => aPlace());
      for (let at = 0; at < places.length; at += 8)
        await Promise.all(places.slice(at, at + 8).map((place) => files.putPart(place, 0, new Uint8Array(1))));
      const listed = await all(files);
      const key = ({ caseId, holder, id }: FileLocation) => `${caseId}/${holder}/${id}`;
      expect(listed.map(key)).toEqual(expect.arrayContaining(places.map(key)));
      expect(new Set(listed.map(key)).size).toBe(listed.length);
    });

    it('says that a part can be kept, however often it is asked, and has nothing of the asking in a list', async () => {
      const before = (await all(files)).length;
      await Promise.all([files.check(), files.check()]);
      await files.check();
      expect(await all(files)).toHaveLength(before);
    });

    it('makes no path of a name that is none', async () => {
      const sound = aPlace();
      for (const place of [
        { ...sound, id: '../../../../etc/passwd' },
        { ...sound, id: `${sound.id}/..` },
        { ...sound, holder: '..' },
        { ...sound, holder: '' },
        { ...sound, id: sound.id.toUpperCase().replaceAll(/\d/gu, 'A') },
      ]) {
        await expect(files.putPart(place, 0, new Uint8Array(1))).rejects.toMatchObject({ code: 'broken' });
        await expect(files.readPart(place, 0)).rejects.toMatchObject({ code: 'broken' });
        await expect(files.remove(place)).rejects.toMatchObject({ code: 'broken' });
      }
      for (const part of [-1, 1.5, 1_000, Number.NaN])
        await expect(files.putPart(sound, part, new Uint8Array(1))).rejects.toMatchObject({ code: 'broken' });
    });
  });
}
