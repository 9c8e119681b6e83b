import { z } from 'zod';
import type { DayKeys } from '../../concerns/ports/day-keys.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const wrappedSchema = z.object({ wrapped: z.string() });
const idSchema = z.object({ id: z.string() });
const documentId = (day: string): string => `dayKey:${day}`;

/** Day keys in Cosmos DB. They are removed by name and not by a time to live: their end must not hang on a timer. */
export const cosmosDayKeys = (state: CosmosDocuments): DayKeys => ({
  add: async ({ id: day, wrapped }) => {
    const id = documentId(day);
    const standing = await state.keepFirst(id, documentOf({ id, type: 'dayKey', day, wrapped }));
    return { id: day, wrapped: parsed(wrappedSchema, standing).wrapped };
  },

  read: async (day) => {
    const id = documentId(day);
    const document = await state.read(id, id);
    return document === undefined ? undefined : { id: day, wrapped: parsed(wrappedSchema, document).wrapped };
  },

  removeBefore: async (day) => {
    const earlier = await state.query({
      query: `SELECT c.id FROM c WHERE c.type = 'dayKey' AND c.day < @day`,
      parameters: [{ name: '@day', value: day }],
    });
    for (const document of earlier) {
      const { id } = parsed(idSchema, document);
      await state.remove(id, id);
    }
  },
});
