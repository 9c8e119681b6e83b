import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { orphanAgeMs, sweepFiles } from '../../../core/intake/file-uploads.ts';
import type { FileLocation, FileStore } from '../../../core/ports/file-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { createCase } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let files: FileStore;
const later = () => new Date(Date.now() + orphanAgeMs + 3_600_000);
beforeEach(() => {
  folder = createTemporaryFolder();
  files = createFolderFileStore(join(folder, 'files'), () => new Date());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function aFile(): Promise<FileLocation> {
  const place = { caseId: deriveCaseId(newReturnCode()), holder: 'a'.repeat(16), id: randomBytes(16).toString('hex') };
  await files.putPart(place, 0, randomBytes(10));
  return place;
}
const stands = async (place: FileLocation) => (await files.readPart(place, 0)) !== undefined;

describe('the sweep of files', () => {
  it('goes on past a case that cannot be read and a file that cannot be removed, and leaves both', async () => {
    const [unreadable, stuck, orphan] = [await aFile(), await aFile(), await aFile()];
    const swept = await sweepFiles({
      files: {
        ...files,
        async remove(of, before) {
          if (of.id === stuck.id) throw new StoreError('unavailable');
          await files.remove(of, before);
        },
      },
      cases: {
        async read(caseId) {
          if (caseId === unreadable.caseId) throw new StoreError('broken');
          return undefined;
        },
      },
      clock: later,
    });
    expect(swept).toEqual({ removed: 1, failed: 2 });
    expect([await stands(unreadable), await stands(stuck), await stands(orphan)]).toEqual([true, true, false]);
  });

  it('takes a file of an erased case at once, and one that another case would name as no one’s', async () => {
    const [erased, elsewhere] = [await aFile(), await aFile()];
    const fresh = { ...createCase(), files: [{ id: elsewhere.id, bytes: 65_536 }] };
    const gone = { ...createCase(), erasedOn: createCase().receivedOn };
    const cases = {
      read: async (caseId: string) => ({ value: caseId === erased.caseId ? gone : fresh, version: '1' }),
    };
    const other = await aFile();
    expect(await sweepFiles({ files, cases, clock: () => new Date() })).toEqual({ removed: 1, failed: 0 });
    expect([await stands(erased), await stands(elsewhere), await stands(other)]).toEqual([false, true, true]);
    expect(await sweepFiles({ files, cases, clock: later })).toEqual({ removed: 1, failed: 0 });
    expect([await stands(elsewhere), await stands(other)]).toEqual([true, false]);
  });
});
