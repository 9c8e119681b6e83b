import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { fileStoreContract } from '../../contracts/file-store.contract.ts';

fileStoreContract('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'candour-files-'));
  return {
    files: createFolderFileStore(join(folder, 'files'), () => new Date()),
    close: () => rm(folder, { recursive: true, force: true }),
  };
});
