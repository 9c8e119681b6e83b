import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';

const restErrorSchema = z.object({ statusCode: z.int().optional(), code: z.string().optional() });
const statusOf = (error: unknown): number | undefined => restErrorSchema.safeParse(error).data?.statusCode;
const codeOf = (error: unknown): string | undefined => restErrorSchema.safeParse(error).data?.code;

export const isMissing = (error: unknown): boolean => statusOf(error) === 404;

export const isContainerMissing = (error: unknown): boolean =>
  isMissing(error) && codeOf(error) === 'ContainerNotFound';

export const isInTheWay = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === 412 || (status === 409 && codeOf(error) === 'BlobAlreadyExists');
};

const isStatus = (status: number | undefined, ...wanted: readonly number[]): boolean =>
  status !== undefined && wanted.includes(status);

/**
 * The StoreError for a failure of Blob Storage. Its cause is a status and never a message, which holds the address of a
 * blob and so a reference. A write that got no answer may have been carried out.
 */
export function blobFailure(error: unknown, writes: boolean): StoreError {
  if (error instanceof StoreError) return error;
  const status = statusOf(error);
  if (isStatus(status, 401, 403)) return new StoreError('readOnly', status);
  if (isStatus(status, 429, 503)) return new StoreError('busy', status);
  if (status !== undefined && status < 500) return new StoreError('unavailable', status);
  return new StoreError(writes ? 'unknown' : 'unavailable', status);
}
