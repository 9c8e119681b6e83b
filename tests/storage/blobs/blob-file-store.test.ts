import { afterAll, beforeAll } from '@jest/globals';
import { createBlobFileStore } from '../../../storage/blobs/blob-file-store.ts';
import { fileStoreContract } from '../../contracts/file-store.contract.ts';
import { type Azurite, startAzurite } from '../../support/storage/azurite.ts';

/** As long as a machine may take that has much else to do, in milliseconds. */
const busyMs = 60_000;

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

fileStoreContract('Blob Storage', async () => ({
  files: createBlobFileStore({
    credential: { connection: azurite.connection },
    container: 'candour-files',
    timeoutMs: busyMs,
  }),
  close: async () => undefined,
}));
