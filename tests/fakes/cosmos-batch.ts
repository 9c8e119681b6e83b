import { z } from 'zod';
import type { CosmosDocuments } from './cosmos-documents.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import type { PartitionKey } from './cosmos-partition.ts';

const operationSchema = z.discriminatedUnion('operationType', [
  z.looseObject({ operationType: z.literal('Create'), resourceBody: z.unknown() }),
  z.looseObject({ operationType: z.literal('Upsert'), resourceBody: z.unknown(), ifMatch: z.string().optional() }),
  z.looseObject({
    operationType: z.literal('Replace'),
    id: z.string(),
    resourceBody: z.unknown(),
    ifMatch: z.string().optional(),
  }),
  z.looseObject({ operationType: z.literal('Read'), id: z.string(), ifNoneMatch: z.string().optional() }),
  z.looseObject({ operationType: z.literal('Delete'), id: z.string(), ifMatch: z.string().optional() }),
]);

type Operation = z.infer<typeof operationSchema>;

function runOperation(documents: CosmosDocuments, key: PartitionKey, operation: Operation): CosmosOutcome {
  switch (operation.operationType) {
    case 'Create':
      return documents.create(key, operation.resourceBody);
    case 'Upsert':
      return documents.upsert(key, operation.resourceBody, operation.ifMatch);
    case 'Replace':
      return documents.replace(key, operation.id, operation.resourceBody, operation.ifMatch);
    case 'Read':
      return documents.read(key, operation.id, operation.ifNoneMatch);
    case 'Delete':
      break;
  }
  return documents.delete(key, operation.id, operation.ifMatch);
}

/**
 * Runs a transactional batch in one partition: all or nothing. Where one operation fails it bears its own status, the
 * others 424, the whole 207, and nothing was changed. Patch is not served.
 */
export function runBatch(documents: CosmosDocuments, key: PartitionKey, body: unknown): CosmosOutcome {
  const operations = z.array(operationSchema).min(1).safeParse(body);
  if (!operations.success) return errorOutcome(400, 'Batch request has an operation that is not served.');
  if (operations.data.length > 100)
    return errorOutcome(400, 'Batch request has more operations than what is supported.');
  const restore = documents.snapshot();
  const outcomes: CosmosOutcome[] = [];
  for (const operation of operations.data) {
    const outcome = runOperation(documents, key, operation);
    outcomes.push(outcome);
    if (outcome.status >= 400) break;
  }
  const failed = outcomes.findIndex(({ status }) => status >= 400);
  if (failed === -1) {
    return {
      status: 200,
      body: outcomes.map(({ status, etag, body: resourceBody }) => ({
        statusCode: status,
        requestCharge: 1,
        eTag: etag,
        resourceBody,
      })),
    };
  }
  restore();
  return {
    status: 207,
    body: operations.data.map((_, place) => ({
      statusCode: place === failed ? outcomes[failed]?.status : 424,
      requestCharge: 1,
    })),
  };
}
