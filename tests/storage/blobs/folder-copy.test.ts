import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { copyFolder, createFolderFileStore, restoreFolder } from '../../../storage/blobs/folder-file-store.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const opened = (name: string) => createFolderFileStore(at(name), () => new Date());

describe('a copy of the files', () => {
  it('holds each part as it was, without what is not whole, and is put back over another', async () => {
    const place = { caseId: deriveCaseId(newReturnCode()), holder: 'a'.repeat(16), id: 'b'.repeat(32) };
    const bytes = randomBytes(5_000);
    await opened('files').putPart(place, 0, bytes);
    writeFileSync(join(at('files'), 'unfinished', 'torn'), 'torn');
    expect(copyFolder(at('files'), at('copy'))).toBe(true);
    expect(Buffer.from((await opened('copy').readPart(place, 0)) ?? []).equals(bytes)).toBe(true);
    expect(existsSync(join(at('copy'), 'unfinished'))).toBe(false);
    expect(statSync(at('copy')).mode & 0o777).toBe(0o700);
    expect((await opened('copy').listParts(place))[0]?.writtenAt).toEqual(
      (await opened('files').listParts(place))[0]?.writtenAt,
    );

    await opened('files').remove(place);
    await opened('files').putPart({ ...place, id: 'c'.repeat(32) }, 0, bytes);
    expect(restoreFolder(at('copy'), at('files'), at('aside'))).toBe(at('aside'));
    expect((await opened('files').listParts(place)).map(({ id }) => id)).toEqual([place.id]);
    expect((await opened('aside').listParts(place)).map(({ id }) => id)).toEqual(['c'.repeat(32)]);
  });

  it('is none where there are no files, takes no place that is taken, and leaves all as it was where it fails', async () => {
    expect(copyFolder(at('files'), at('copy'))).toBe(false);
    expect(() => restoreFolder(at('copy'), at('files'), at('aside'))).toThrow('unavailable');
    mkdirSync(at('files'));
    mkdirSync(at('copy'));
    expect(() => copyFolder(at('files'), at('copy'))).toThrow('readOnly');
    expect(readdirSync(folder).toSorted()).toEqual(['copy', 'files']);
  });
});
