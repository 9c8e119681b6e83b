import { z } from 'zod';
import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';

const nodeErrorSchema = z.object({ code: z.string() });
const codes = new Map<string, StoreErrorCode>([
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EMFILE', 'busy'],
  ['ENFILE', 'busy'],
  ['EBUSY', 'busy'],
]);

export const systemCode = (error: unknown): string | undefined => nodeErrorSchema.safeParse(error).data?.code;

export const isMissing = (error: unknown): boolean => systemCode(error) === 'ENOENT';

/** Its cause is a code, never a path: that holds a reference. */
export function folderFailure(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = systemCode(error);
  return new StoreError(codes.get(code ?? '') ?? 'unavailable', code);
}
