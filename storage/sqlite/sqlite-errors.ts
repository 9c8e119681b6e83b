import { z } from 'zod';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';

const sqliteErrorSchema = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.int() });
const nodeErrorSchema = z.object({ code: z.string() });

const ioError = 10;

// Primary result codes, https://sqlite.org/rescode.html
const sqliteErrorCodes = new Map<number, StoreErrorCode>([
  [5, 'busy'], // SQLITE_BUSY
  [6, 'busy'], // SQLITE_LOCKED
  [7, 'unavailable'], // SQLITE_NOMEM
  [8, 'readOnly'], // SQLITE_READONLY
  [ioError, 'unavailable'], // SQLITE_IOERR
  [11, 'broken'], // SQLITE_CORRUPT
  [13, 'full'], // SQLITE_FULL
  [14, 'unavailable'], // SQLITE_CANTOPEN
  [23, 'unavailable'], // SQLITE_AUTH
  [26, 'broken'], // SQLITE_NOTADB
]);

const nodeErrorCodes = new Map<string, StoreErrorCode>([
  ['EROFS', 'readOnly'],
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['ERR_SQLITE_ERROR', 'broken'],
]);

/** The cause is a number or a name, never a row's text. */
export function storeErrorFromSqlite(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const sqlite = sqliteErrorSchema.safeParse(error);
  if (sqlite.success) {
    const primary = sqlite.data.errcode % 256;
    return new StoreError(sqliteErrorCodes.get(primary) ?? 'broken', `sqlite ${sqlite.data.errcode}`);
  }
  const node = nodeErrorSchema.safeParse(error);
  if (!node.success) return new StoreError('broken');
  return new StoreError(nodeErrorCodes.get(node.data.code) ?? 'unavailable', node.data.code);
}

/** Primary result codes: read-only, disk, damage, full, cannot open, no database. */
const fileResultCodes = [8, ioError, 11, 13, 14, 26];

const damageResultCodes = [11, 26];

const getPrimaryCode = ({ cause }: StoreError): number =>
  typeof cause === 'string' ? Number(/^sqlite (\d+)$/u.exec(cause)?.[1]) % 256 : Number.NaN;

export const isFileFailure = (failure: StoreError): boolean => fileResultCodes.includes(getPrimaryCode(failure));

export const isDamage = (failure: StoreError): boolean => damageResultCodes.includes(getPrimaryCode(failure));

/** If the disk failed, the last frame may have reached it: the outcome is unknown. */
export function storeErrorFromCommit(error: unknown): StoreError {
  const failure = storeErrorFromSqlite(error);
  const sqlite = sqliteErrorSchema.safeParse(error);
  return sqlite.success && sqlite.data.errcode % 256 === ioError ? new StoreError('unknown', failure.cause) : failure;
}
