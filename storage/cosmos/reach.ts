import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import { reachRowSchema } from '../../concerns/records/reach-row.ts';
import { firstReadable, parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf, isEtag } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });
const etagSchema = z.object({ _etag: z.string() });

/** Those who have the app, in Cosmos DB: a document each in a container of their own. */
export const cosmosReach = (reach: CosmosDocuments): ReachStore => ({
  add: async (row) => {
    const writeId = randomUUID();
    const standing = await reach.keepFirst(row.id, documentOf({ ...row, writeId }));
    return writeIdSchema.safeParse(standing).data?.writeId === writeId ? 'added' : 'exists';
  },

  read: async (id) => {
    const document = await reach.read(id, id);
    if (document === undefined) return undefined;
    return { value: reachRowSchema.safeParse(document).data, version: parsed(etagSchema, document)._etag };
  },

  page: async (after, most) => {
    const ask = (limit: number) =>
      reach.query({
        query: 'SELECT TOP @limit * FROM c WHERE c.id > @after ORDER BY c.id',
        parameters: [
          { name: '@limit', value: limit },
          { name: '@after', value: after ?? '' },
        ],
      });
    const { values } = await firstReadable(most, ask, (document) => {
      const value = reachRowSchema.safeParse(document).data;
      return value && { value, version: parsed(etagSchema, document)._etag };
    });
    return values;
  },

  write: async (row, over) => {
    if (!isEtag(over)) return false;
    const { id } = row;
    const writeId = randomUUID();
    const resourceBody = { ...documentOf({ ...row, writeId }), id };
    const outcome = await reach.batch(id, [{ operationType: 'Replace', id, ifMatch: over, resourceBody }], {
      id,
      writeId,
    });
    return outcome.kind === 'done';
  },

  remove: (id) => reach.remove(id, id),
});
