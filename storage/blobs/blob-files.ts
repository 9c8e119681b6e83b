import { createHash } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { setLogLevel } from '@azure/logger';
import { BlobServiceClient, type BlockBlobClient, type ContainerClient } from '@azure/storage-blob';
import { z } from 'zod';
import type { FilePlace, FileStore, FoundFile, StandingPart } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { nameOfPart, namesOf, placeOfNames } from './file-names.ts';

export type BlobCredential =
  | { readonly connection: string }
  | {
      /** `https://<name>.blob.core.windows.net` */
      readonly account: string;
      readonly clientId?: string;
    };

interface BlobFilesSettings {
  readonly credential: BlobCredential;
  readonly container: string;
  readonly retryDelayMs?: number;
  readonly patienceMs?: number;
}

const usualPatienceMs = 6_000;
const tries = 4;
const partsOfPage = 2_000;

function containerOf({ credential, container, retryDelayMs = 200 }: BlobFilesSettings): ContainerClient {
  // AZURE_LOG_LEVEL would print the addresses of blobs, which hold references.
  setLogLevel();
  const retryOptions = { maxTries: tries, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: 2_000 };
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

const isDigestOf = (digest: Uint8Array | undefined, bytes: Uint8Array): boolean =>
  digest !== undefined && createHash('md5').update(bytes).digest().equals(digest);

async function bytesOf(blob: BlockBlobClient, abortSignal: AbortSignal): Promise<Uint8Array> {
  const answer = await blob.download(0, undefined, { abortSignal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.readableStreamBody ?? [])
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  const isWhole =
    answer.contentMD5 === undefined ? answer.blobType !== undefined : isDigestOf(answer.contentMD5, bytes);
  if (bytes.length !== answer.contentLength || !isWhole) throw new StoreError('unavailable');
  return bytes;
}

/**
 * Sealed files in Azure Blob Storage: one block blob a part, `<case>/<holder>/<file>/<part>`. Throws if the account's
 * address or the connection is invalid.
 */
export function blobFiles(settings: BlobFilesSettings): FileStore {
  const container = containerOf(settings);
  const { patienceMs = usualPatienceMs } = settings;
  const blobOf = (place: FilePlace, part: number): BlockBlobClient =>
    container.getBlockBlobClient([...namesOf(place), nameOfPart(part)].join('/'));
  const prefixOf = (of: Parameters<typeof namesOf>[0]): string => `${namesOf(of).join('/')}/`;

  async function asking<T>(writes: boolean, work: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await work(AbortSignal.timeout(patienceMs));
    } catch (error) {
      throw blobFailure(error, writes);
    }
  }

  async function standing(
    blob: BlockBlobClient,
    bytes: Uint8Array,
    abortSignal: AbortSignal,
  ): Promise<'kept' | 'differs'> {
    if (Buffer.compare(await bytesOf(blob, abortSignal), bytes) !== 0) return 'differs';
    await blob.setMetadata({}, { abortSignal });
    return 'kept';
  }

  async function put(blob: BlockBlobClient, bytes: Uint8Array, abortSignal: AbortSignal): Promise<'kept' | 'differs'> {
    try {
      const { contentMD5 } = await blob.upload(bytes, bytes.length, { conditions: { ifNoneMatch: '*' }, abortSignal });
      if (isDigestOf(contentMD5, bytes)) return 'kept';
    } catch (error) {
      if (!isInTheWay(error)) throw error;
      return await standing(blob, bytes, abortSignal);
    }
    // A proxy may have answered instead of Blob Storage: only a part that can be read back counts as kept.
    return await standing(blob, bytes, abortSignal);
  }

  async function partsUnder(
    prefix: string,
    abortSignal: AbortSignal,
  ): Promise<readonly (StandingPart & { readonly place: FilePlace })[]> {
    const found: (StandingPart & { readonly place: FilePlace })[] = [];
    try {
      for await (const { name, properties } of container.listBlobsFlat({ prefix, abortSignal })) {
        const its = placeOfNames(name.split('/'));
        if (its === undefined) continue;
        const { contentLength: bytes = 0, lastModified: writtenAt } = properties;
        found.push({ ...its, id: its.place.id, bytes, writtenAt });
      }
    } catch (error) {
      if (!isContainerMissing(error)) throw error;
    }
    return found;
  }

  async function removeOne(blob: BlockBlobClient, writtenBefore: Date | undefined, abortSignal: AbortSignal) {
    try {
      await blob.delete({
        abortSignal,
        ...(writtenBefore && { conditions: { ifUnmodifiedSince: new Date(writtenBefore.getTime() - 1) } }),
      });
    } catch (error) {
      if (!isMissing(error) && !isInTheWay(error)) throw error;
    }
  }

  return {
    check: () =>
      asking(true, async (abortSignal) => {
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
      asking(true, async (abortSignal) => {
        const blob = blobOf(place, part);
        try {
          return await put(blob, bytes, abortSignal);
        } catch (error) {
          if (!isContainerMissing(error)) throw error;
          await container.createIfNotExists({ abortSignal });
          return await put(blob, bytes, abortSignal);
        }
      }),
    parts: ({ caseId, holder }) =>
      asking(false, async (abortSignal) => {
        const found = await partsUnder(prefixOf({ caseId, holder }), abortSignal);
        return found.map(({ place: _place, ...part }) => part);
      }),
    readPart: (place, part) =>
      asking(false, async (abortSignal) => {
        try {
          return await bytesOf(blobOf(place, part), abortSignal);
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    async remove(of, writtenBefore) {
      const found = await asking(false, (abortSignal) => partsUnder(prefixOf(of), abortSignal));
      const old = found.filter(({ writtenAt }) => writtenBefore === undefined || writtenAt < writtenBefore);
      for (const { place, part } of old)
        await asking(true, (abortSignal) => removeOne(blobOf(place, part), writtenBefore, abortSignal));
      if (old.length === 0) return;
      const left = await asking(false, (abortSignal) => partsUnder(prefixOf(of), abortSignal));
      const keyOf = ({ place, part, writtenAt }: (typeof old)[number]) =>
        [...namesOf(place), part, writtenAt.getTime()].join('/');
      const stands = new Set(left.map(keyOf));
      if (old.some((one) => stands.has(keyOf(one)))) throw new StoreError('unknown');
    },
    list: (next) =>
      asking(false, async (abortSignal) => {
        const pages = container
          .listBlobsFlat({ abortSignal })
          .byPage({ maxPageSize: partsOfPage, ...(next !== undefined && { continuationToken: next }) });
        const newest = new Map<string, FoundFile>();
        try {
          for await (const { segment, continuationToken } of pages) {
            for (const { name, properties } of segment.blobItems) {
              const its = placeOfNames(name.split('/'));
              if (its === undefined) continue;
              const key = namesOf(its.place).join('/');
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
const statusOf = (error: unknown): number | undefined => restErrorSchema.safeParse(error).data?.statusCode;
const codeOf = (error: unknown): string | undefined => restErrorSchema.safeParse(error).data?.code;

const isMissing = (error: unknown): boolean => statusOf(error) === 404;

const isContainerMissing = (error: unknown): boolean => isMissing(error) && codeOf(error) === 'ContainerNotFound';

const isInTheWay = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === 412 || (status === 409 && codeOf(error) === 'BlobAlreadyExists');
};

const isStatus = (status: number | undefined, ...wanted: readonly number[]): boolean =>
  status !== undefined && wanted.includes(status);

/**
 * The cause is a status and never a message, which holds the address of a blob and so a reference. A write that got no
 * answer may have been carried out.
 */
function blobFailure(error: unknown, writes: boolean): StoreError {
  if (error instanceof StoreError) return error;
  const status = statusOf(error);
  if (isStatus(status, 401, 403)) return new StoreError('readOnly', status);
  if (isStatus(status, 429, 503)) return new StoreError('busy', status);
  if (status !== undefined && status < 500) return new StoreError('unavailable', status);
  return new StoreError(writes ? 'unknown' : 'unavailable', status);
}
