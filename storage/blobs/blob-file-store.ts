import { createHash } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { setLogLevel } from '@azure/logger';
import { BlobServiceClient, type BlockBlobClient, type ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import type { FileLocation, FileStore, StoredFileEntry, StoredPart } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { toPartName, toPathSegments, parsePathSegments } from './file-paths.ts';

export type BlobCredential =
  | { readonly connection: string }
  | {
      /** `https://<name>.blob.core.windows.net` */
      readonly account: string;
      readonly clientId?: string;
    };

interface BlobFileStoreSettings {
  readonly credential: BlobCredential;
  readonly container: string;
  readonly retryDelayMs?: number;
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 6_000;
const maxTries = 4;
const pageSize = 2_000;

function createContainerClient({ credential, container, retryDelayMs = 200 }: BlobFileStoreSettings): ContainerClient {
  // AZURE_LOG_LEVEL would print blob addresses, which hold references.
  setLogLevel();
  const retryOptions = { maxTries, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: 2_000 };
  const options = { retryOptions };
  const service =
    'connection' in credential
      ? BlobServiceClient.fromConnectionString(credential.connection, options)
      : new BlobServiceClient(
          credential.account,
          new ManagedIdentityCredential(credential.clientId === undefined ? {} : { clientId: credential.clientId }),
          options,
        );
  return service.getContainerClient(container);
}

const hasDigest = (digest: Uint8Array | undefined, bytes: Uint8Array): boolean =>
  digest !== undefined && createHash('md5').update(bytes).digest().equals(digest);

async function downloadBytes(blob: BlockBlobClient, abortSignal: AbortSignal): Promise<Uint8Array> {
  const answer = await blob.download(0, undefined, { abortSignal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.readableStreamBody ?? [])
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  const isWhole = answer.contentMD5 === undefined ? answer.blobType !== undefined : hasDigest(answer.contentMD5, bytes);
  if (bytes.length !== answer.contentLength || !isWhole) throw new StoreError('unavailable');
  return bytes;
}

/**
 * Sealed files in Azure Blob Storage, a block blob a part: `<case>/<holder>/<file>/<part>`. Throws if the address or
 * connection is invalid.
 */
export function createBlobFileStore(settings: BlobFileStoreSettings): FileStore {
  const container = createContainerClient(settings);
  const { timeoutMs = defaultTimeoutMs } = settings;
  const getBlobClient = (place: FileLocation, part: number): BlockBlobClient =>
    container.getBlockBlobClient([...toPathSegments(place), toPartName(part)].join('/'));
  const getBlobPrefix = (of: Parameters<typeof toPathSegments>[0]): string => `${toPathSegments(of).join('/')}/`;

  async function callBlobStorage<T>(isWrite: boolean, work: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await work(AbortSignal.timeout(timeoutMs));
    } catch (error) {
      throw storeErrorFromBlob(error, isWrite);
    }
  }

  async function compareStoredPart(
    blob: BlockBlobClient,
    bytes: Uint8Array,
    abortSignal: AbortSignal,
  ): Promise<'kept' | 'differs'> {
    if (Buffer.compare(await downloadBytes(blob, abortSignal), bytes) !== 0) return 'differs';
    await blob.setMetadata({}, { abortSignal });
    return 'kept';
  }

  async function uploadPart(
    blob: BlockBlobClient,
    bytes: Uint8Array,
    abortSignal: AbortSignal,
  ): Promise<'kept' | 'differs'> {
    try {
      const { contentMD5 } = await blob.upload(bytes, bytes.length, { conditions: { ifNoneMatch: '*' }, abortSignal });
      if (hasDigest(contentMD5, bytes)) return 'kept';
    } catch (error) {
      if (!isConflict(error)) throw error;
      return await compareStoredPart(blob, bytes, abortSignal);
    }
    // A proxy may have answered: only a part that can be read back is stored.
    return await compareStoredPart(blob, bytes, abortSignal);
  }

  async function listParts(
    prefix: string,
    abortSignal: AbortSignal,
  ): Promise<readonly (StoredPart & { readonly place: FileLocation })[]> {
    const found: (StoredPart & { readonly place: FileLocation })[] = [];
    try {
      for await (const { name, properties } of container.listBlobsFlat({ prefix, abortSignal })) {
        const its = parsePathSegments(name.split('/'));
        if (its === undefined) continue;
        const { contentLength: bytes = 0, lastModified: writtenAt } = properties;
        found.push({ ...its, id: its.place.id, bytes, writtenAt });
      }
    } catch (error) {
      if (!isContainerMissing(error)) throw error;
    }
    return found;
  }

  async function removeBlob(blob: BlockBlobClient, writtenBefore: Date | undefined, abortSignal: AbortSignal) {
    try {
      await blob.delete({
        abortSignal,
        ...(writtenBefore && { conditions: { ifUnmodifiedSince: new Date(writtenBefore.getTime() - 1) } }),
      });
    } catch (error) {
      if (!isMissing(error) && !isConflict(error)) throw error;
    }
  }

  return {
    check: () =>
      callBlobStorage(true, async (abortSignal) => {
        const blob = container.getBlockBlobClient('health');
        const write = async () => {
          const { etag } = await blob.upload('', 0, { abortSignal });
          if (etag === undefined) throw new StoreError('unavailable');
        };
        try {
          await write();
        } catch (error) {
          if (!isContainerMissing(error)) throw error;
          await container.createIfNotExists({ abortSignal });
          await write();
        }
      }),
    putPart: (place, part, bytes) =>
      callBlobStorage(true, async (abortSignal) => {
        const blob = getBlobClient(place, part);
        try {
          return await uploadPart(blob, bytes, abortSignal);
        } catch (error) {
          if (!isContainerMissing(error)) throw error;
          await container.createIfNotExists({ abortSignal });
          return await uploadPart(blob, bytes, abortSignal);
        }
      }),
    listParts: ({ caseId, holder }) =>
      callBlobStorage(false, async (abortSignal) => {
        const found = await listParts(getBlobPrefix({ caseId, holder }), abortSignal);
        return found.map(({ place: _place, ...part }) => part);
      }),
    partBytes: (place, part) =>
      callBlobStorage(false, async (abortSignal) => {
        try {
          const { contentLength, blobType } = await getBlobClient(place, part).getProperties({ abortSignal });
          // A proxy may have answered.
          if (blobType === undefined) throw new StoreError('unavailable');
          return contentLength;
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    readPart: (place, part) =>
      callBlobStorage(false, async (abortSignal) => {
        try {
          return await downloadBytes(getBlobClient(place, part), abortSignal);
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    async remove(of, writtenBefore) {
      const found = await callBlobStorage(false, (abortSignal) => listParts(getBlobPrefix(of), abortSignal));
      const old = found.filter(({ writtenAt }) => writtenBefore === undefined || writtenAt < writtenBefore);
      for (const { place, part } of old)
        await callBlobStorage(true, (abortSignal) =>
          removeBlob(getBlobClient(place, part), writtenBefore, abortSignal),
        );
      if (old.length === 0) return;
      const left = await callBlobStorage(false, (abortSignal) => listParts(getBlobPrefix(of), abortSignal));
      const partKey = ({ place, part, writtenAt }: (typeof old)[number]) =>
        [...toPathSegments(place), part, writtenAt.getTime()].join('/');
      const stored = new Set(left.map(partKey));
      if (old.some((one) => stored.has(partKey(one)))) throw new StoreError('unknown');
    },
    list: (next) =>
      callBlobStorage(false, async (abortSignal) => {
        const pages = container
          .listBlobsFlat({ abortSignal })
          .byPage({ maxPageSize: pageSize, ...(next !== undefined && { continuationToken: next }) });
        const newest = new Map<string, StoredFileEntry>();
        try {
          for await (const { segment, continuationToken } of pages) {
            for (const { name, properties } of segment.blobItems) {
              const its = parsePathSegments(name.split('/'));
              if (its === undefined) continue;
              const key = toPathSegments(its.place).join('/');
              const { lastModified: writtenAt } = properties;
              if (writtenAt > (newest.get(key)?.writtenAt ?? new Date(0))) newest.set(key, { ...its.place, writtenAt });
            }
            return {
              files: [...newest.values()],
              ...(continuationToken !== undefined && continuationToken !== '' && { next: continuationToken }),
            };
          }
        } catch (error) {
          if (!isContainerMissing(error)) throw error;
        }
        return { files: [] };
      }),
  };
}

const restErrorSchema = z.object({ statusCode: z.int().optional(), code: z.string().optional() });
const getErrorStatus = (error: unknown): number | undefined => restErrorSchema.safeParse(error).data?.statusCode;
const getErrorCode = (error: unknown): string | undefined => restErrorSchema.safeParse(error).data?.code;

const isMissing = (error: unknown): boolean => getErrorStatus(error) === 404;

const isContainerMissing = (error: unknown): boolean => isMissing(error) && getErrorCode(error) === 'ContainerNotFound';

const isConflict = (error: unknown): boolean => {
  const status = getErrorStatus(error);
  return status === 412 || (status === 409 && getErrorCode(error) === 'BlobAlreadyExists');
};

const isStatus = (status: number | undefined, ...wanted: readonly number[]): boolean =>
  status !== undefined && wanted.includes(status);

/** The cause is a status: a message holds a blob's address, and so a reference. An unanswered write may be done. */
function storeErrorFromBlob(error: unknown, isWrite: boolean): StoreError {
  if (error instanceof StoreError) return error;
  const status = getErrorStatus(error);
  if (isStatus(status, 401, 403)) return new StoreError('readOnly', status);
  if (isStatus(status, 429, 503)) return new StoreError('busy', status);
  if (status !== undefined && status < 500) return new StoreError('unavailable', status);
  return new StoreError(isWrite ? 'unknown' : 'unavailable', status);
}
