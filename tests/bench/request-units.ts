import { z } from 'zod';
import type { containerLayouts } from '../../storage/cosmos/containers.ts';
import type { ReceivedRequest } from '../fakes/loopback-server.ts';

// Kilobytes of a document, units of a write, units of a point read:
// https://learn.microsoft.com/azure/cosmos-db/key-value-store-cost
const published = [
  [1, 4.95, 1],
  [8, 7.04, 1.33],
  [16, 9.52, 1.67],
  [128, 48.19, 9.95],
] as const;
/**
 * The units of a report of 2,000 characters, as the group `cosmos` counts them at the stand-in: the batch that its receipt
 * waits for, the removal of a draft, if there is one, the lease and the mark of its alert, and the turn that it takes in
 * the pace of its channel. A quick run of the bench is held to them, and what others work out with them comes from here.
 */
export const unitsPerReport = { saved: 23.8, alerted: 52.2 } as const;

/**
 * A server at rest in a minute, and one look whether it is ready: `azure-month.test.ts` counts both at the stand-in. A
 * query counts as three units, since Microsoft publishes no figure.
 */
export const unitsAtRest = { queries: 21, pointReads: 10, unitsOfAQuery: 3, unitsOfALook: 30.3 } as const;

/** The fields of a container's documents that are indexed. */
export const indexedFields = ({ indexingPolicy }: (typeof containerLayouts)[keyof typeof containerLayouts]) =>
  (indexingPolicy?.includedPaths ?? []).map(({ path }) => path.split('/')[1] ?? '');

export const isBatch = ({ headers }: ReceivedRequest): boolean => headers['x-ms-cosmos-is-batch-request'] !== undefined;

const perIndexedTerm = 0.2;
/** A replacement takes the old document out and puts the new one in. */
const replaceFactor = 2;

function unitsOf(kilobytes: number, column: 1 | 2): number {
  const above = published.findIndex(([size]) => size >= kilobytes);
  const [low, high] = [published[Math.max(0, above - 1)], published[above]];
  if (low === undefined || high === undefined) throw new Error('larger than what is published');
  if (low[0] === high[0]) return high[column];
  return low[column] + ((kilobytes - low[0]) / (high[0] - low[0])) * (high[column] - low[column]);
}

/** The units of reading a document of so many kilobytes by its id, by the published table. */
export const pointReadUnits = (kilobytes: number): number => unitsOf(kilobytes, 2);

const batchSchema = z.array(
  z.object({
    operationType: z.enum(['Create', 'Replace', 'Upsert', 'Delete']),
    resourceBody: z.record(z.string(), z.unknown()).default({}),
  }),
);

const kilobytesOf = (document: unknown): number => Buffer.byteLength(JSON.stringify(document)) / 1_024;

/** The units of a transactional batch by the published table: each of its documents by its size and its indexed fields. */
export function batchUnits({ body }: Pick<ReceivedRequest, 'body'>, indexed: readonly string[]): number {
  return batchSchema.parse(JSON.parse(body)).reduce((sum, { operationType, resourceBody }) => {
    const terms = indexed.filter((field) => resourceBody[field] !== undefined).length;
    const once = unitsOf(kilobytesOf(resourceBody), 1) + perIndexedTerm * terms;
    return sum + once * (operationType === 'Replace' || operationType === 'Upsert' ? replaceFactor : 1);
  }, 0);
}
