import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import { reachRowSchema } from '../../concerns/records/reach-row.ts';
import { besideOf } from '../kept.ts';
import { firstReadable } from '../parsed.ts';
import { over as overOf } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, isEtag, versionedIfReadable } from './cosmos-documents.ts';

const writeIdSchema = z.object({ writeId: z.string() });

/** Those who have the app, in Cosmos DB: a document each in a container of their own. */
export const cosmosReach = (reach: CosmosDocuments): ReachStore => ({
  add: async (row) => {
    const writeId = randomUUID();
    const standing = await reach.keepFirst(row.id, documentOf({ ...besideOf('reach', row), ...row, writeId }));
    return writeIdSchema.safeParse(standing).data?.writeId === writeId ? 'added' : 'exists';
  },

  read: async (id) => {
    const document = await reach.read(id, id);
    if (document === undefined) return undefined;
    return versionedIfReadable('reach', reachRowSchema, document);
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
      const { value, version } = versionedIfReadable('reach', reachRowSchema, document);
      return value && { value, version };
    });
    return values;
  },

  write: async (row, over) => {
    if (!isEtag(over)) return false;
    const { id } = row;
    const writeId = randomUUID();
    const { version: ifMatch, mark } = overOf('reach', over);
    const resourceBody = { ...documentOf({ ...besideOf('reach', row, mark), ...row, writeId }), id };
    const outcome = await reach.batch(id, [{ operationType: 'Replace', id, ifMatch, resourceBody }], {
      id,
      writeId,
    });
    return outcome.kind === 'done';
  },

  remove: (id) => reach.remove(id, id),
});
