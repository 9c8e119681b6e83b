import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SharedPaces } from '../../concerns/ports/shared-paces.ts';
import { parsed } from '../record-codec.ts';
import { type CosmosDocuments, documentOf, isEtag } from './cosmos-documents.ts';

const etagSchema = z.object({ _etag: z.string() });
const givenSchema = z.object({ until: z.number().catch(0), hour: z.number().catch(0) });
const foundSchema = z.object({ id: z.string(), hour: z.number().catch(0) });
const documentId = (name: string): string => `pace:${name}`;

export const cosmosSharedPaces = (state: CosmosDocuments): SharedPaces => ({
  read: async (name) => {
    const id = documentId(name);
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    return { value: { name, ...parsed(givenSchema, document) }, version: parsed(etagSchema, document)._etag };
  },

  write: async ({ name, until, hour }, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const [id, writeId] = [documentId(name), randomUUID()];
    const resourceBody = { ...documentOf({ until, hour, type: 'pace', writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
  },

  removeBefore: async (instant) => {
    const found = await state.query({ query: `SELECT c.id, c.hour FROM c WHERE c.type = 'pace'` });
    for (const document of found) {
      const { id, hour } = parsed(foundSchema, document);
      if (hour < instant) await state.remove(id, id);
    }
  },
});
