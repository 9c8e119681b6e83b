import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileLocation, FileStore } from '../../../core/ports/file-store.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import { createBlobFileStore } from '../../../storage/blobs/blob-file-store.ts';
import { newReturnCode } from '../../support/core/open-core.ts';
import { type FaultyProxy, startFaultyProxy } from '../../support/files/faulty-proxy.ts';
import { type Azurite, startAzurite } from '../../support/storage/azurite.ts';

/** As long as a machine may take that has much else to do, in milliseconds. */
const busyMs = 60_000;

let azurite: Azurite;
let proxy: FaultyProxy;
let files: FileStore;
const written: string[] = [];
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startFaultyProxy(azurite.port);
  const connection = azurite.connection.replace(`:${azurite.port}/`, `:${proxy.port}/`);
  files = createBlobFileStore({
    credential: { connection },
    container: 'candour-files',
    timeoutMs: busyMs,
    retryDelayMs: 1,
  });
  await files.putPart(aPlace(), 0, new Uint8Array(1));
});
afterAll(async () => {
  await proxy.close();
  await azurite.stop();
});

const aPlace = (): FileLocation => ({
  caseId: deriveCaseId(newReturnCode()),
  holder: 'a'.repeat(16),
  id: 'b'.repeat(32),
});

describe('Blob Storage that misbehaves', () => {
  it('keeps a part once whose answer was lost, however often', async () => {
    const [place, bytes] = [aPlace(), randomBytes(partBytes)];
    proxy.next('PUT', 'lost', 'lost');
    expect(await files.putPart(place, 0, bytes)).toBe('kept');
    expect(Buffer.from((await files.readPart(place, 0)) ?? []).equals(bytes)).toBe(true);
    expect(await files.putPart(place, 0, randomBytes(partBytes))).toBe('differs');
  });

  it('repeats what was turned away or reached nobody', async () => {
    const [place, bytes] = [aPlace(), randomBytes(9_000)];
    proxy.next('PUT', 500, 503);
    expect(await files.putPart(place, 0, bytes)).toBe('kept');
    proxy.next('PUT', 'unsent');
    expect(await files.putPart(place, 1, bytes)).toBe('kept');
    proxy.next('GET', 500, 'unsent');
    expect(Buffer.from((await files.readPart(place, 0)) ?? []).equals(bytes)).toBe(true);
    proxy.next('GET', 503);
    expect(await files.listParts(place)).toHaveLength(2);
    proxy.next('DELETE', 'lost', 500);
    await files.remove(place);
    expect(await files.listParts(place)).toEqual([]);
  });

  it('gives no part of a part where an answer is torn', async () => {
    const [place, bytes] = [aPlace(), randomBytes(partBytes)];
    await files.putPart(place, 0, bytes);
    proxy.next('GET', 'torn');
    const read = await files.readPart(place, 0).catch(() => bytes);
    expect(Buffer.from(read ?? []).equals(bytes)).toBe(true);
    proxy.next('GET', ...Array.from({ length: 12 }, () => 'torn' as const));
    await expect(files.readPart(place, 0)).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    proxy.drop();
  });

  it('calls no part kept, read or removed by the word of a proxy', async () => {
    const [place, bytes] = [aPlace(), randomBytes(9_000)];
    proxy.next('PUT', 201);
    await expect(files.putPart(place, 0, bytes)).rejects.toMatchObject({ name: 'StoreError' });
    expect(await files.readPart(place, 0)).toBeUndefined();
    expect(await files.putPart(place, 0, bytes)).toBe('kept');
    for (const mishap of ['short', 200, 204] as const) {
      proxy.next('GET', mishap);
      await expect(files.readPart(place, 0)).rejects.toMatchObject({ code: 'unavailable' });
    }
    proxy.next('DELETE', 202);
    await expect(files.remove(place)).rejects.toMatchObject({ code: 'unknown' });
    await files.remove(place);
    expect(await files.listParts(place)).toEqual([]);
    proxy.next('PUT', 201);
    await expect(files.check()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says what a failure means and not where, once it has tried often enough', async () => {
    const place = aPlace();
    const failing = async (method: string, mishap: number | 'lost', work: () => Promise<unknown>) => {
      proxy.next(method, ...Array.from({ length: 12 }, () => mishap));
      const failure = await work().catch((error: unknown) => error);
      proxy.drop();
      written.push(
        `${String(failure)} ${JSON.stringify(failure)} ${failure instanceof Error ? String(failure.cause) : ''}`,
      );
      return failure;
    };
    const put = () => files.putPart(place, 0, randomBytes(10));
    expect(await failing('PUT', 503, put)).toMatchObject({ code: 'busy' });
    expect(await failing('PUT', 429, put)).toMatchObject({ code: 'busy' });
    expect(await failing('PUT', 403, put)).toMatchObject({ code: 'readOnly' });
    expect(await failing('PUT', 500, put)).toMatchObject({ code: 'unknown' });
    expect(await failing('PUT', 'lost', () => files.putPart(aPlace(), 0, randomBytes(10)))).toMatchObject({
      code: 'unknown',
    });
    expect(await failing('PUT', 403, () => files.check())).toMatchObject({ code: 'readOnly' });
    expect(await failing('GET', 403, () => files.readPart(place, 0))).toMatchObject({ code: 'readOnly' });
    expect(await failing('GET', 500, () => files.listParts(place))).toMatchObject({ code: 'unavailable' });
    expect(await failing('GET', 500, () => files.list())).toMatchObject({ code: 'unavailable' });
    for (const text of written) expect(text).not.toContain(place.caseId);
  });
});
