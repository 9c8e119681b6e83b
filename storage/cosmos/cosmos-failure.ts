import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';
import { type CallNotes, saysLittle } from './call-notes.ts';

/** The logical partition has reached its size, https://learn.microsoft.com/azure/cosmos-db/nosql/troubleshoot-forbidden */
const partitionIsFull = 1014;

function codeOf(status: number, substatus: number): StoreErrorCode {
  if (status === 429 || status === 449) return 'busy';
  if (status === 403 && substatus === partitionIsFull) return 'full';
  // 404 is only asked about here where a database or a container is missing.
  if (status === 401 || status === 403 || status === 404 || saysLittle(status)) return 'unavailable';
  return 'broken';
}

/**
 * What a call that did not succeed means to a caller: `unknown` as soon as one write of it may stand. The cause is two
 * numbers: the SDK's own errors hold documents, keys and addresses.
 */
export function cosmosFailure(notes: CallNotes, statusInside?: number): StoreError {
  const last = notes.last();
  const answered = last?.kind === 'status' ? last : undefined;
  const status = statusInside ?? answered?.status;
  const cause =
    status === undefined ? `cosmos ${last?.kind ?? 'unsent'}` : `cosmos ${status}/${answered?.substatus ?? 0}`;
  if (notes.doubtful()) return new StoreError('unknown', cause);
  return new StoreError(status === undefined ? 'unavailable' : codeOf(status, answered?.substatus ?? 0), cause);
}
