import { afterAll, beforeAll } from '@jest/globals';
import { blobFiles } from '../../../storage/blobs/blob-files.ts';
import { fileStoreContract } from '../../contracts/file-store.contract.ts';
import { type Azurite, startAzurite } from '../../support/storage/azurite.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

fileStoreContract('Blob Storage', async () => ({
  files: blobFiles({ credential: { connection: azurite.connection }, container: 'candour-files' }),
  close: async () => undefined,
}));
