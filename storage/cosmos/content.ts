import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ContentStore } from '../../concerns/ports/content-store.ts';
import { contentEntrySchema, type KeptContent } from '../../concerns/records/content-record.ts';
import { besideOf, keptIfReadable } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const markSchema = z.object({ topic: z.string(), number: z.int() });
const writeIdSchema = z.object({ writeId: z.string().optional() });

const idOf = (topic: string, number: number): string => `content:${topic}:${number}`;

/** The history of each topic of the guidance, in Cosmos DB: a document an entry, whose id is its place. */
export const cosmosContent = (state: CosmosDocuments): ContentStore => {
  const marks: ContentStore['marks'] = async (since) => {
    const found = await state.query({
      query: `SELECT c.topic, c.number FROM c WHERE c.type = 'content' AND c.day >= @since`,
      parameters: [{ name: '@since', value: since ?? '' }],
    });
    const last = new Map<string, number>();
    for (const each of found) {
      const { topic, number } = parsed(markSchema, each);
      last.set(topic, Math.max(number, last.get(topic) ?? 0));
    }
    return Array.from(last, ([topic, number]) => ({ topic, number }));
  };

  return {
    marks,

    of: async (topic) => {
      const found = await state.query({
        query: `SELECT * FROM c WHERE c.type = 'content' AND c.topic = @topic`,
        parameters: [{ name: '@topic', value: topic }],
      });
      return found
        .map((document): KeptContent => {
          const { number } = parsed(markSchema, document);
          const entry = keptIfReadable('content', contentEntrySchema, document);
          return { number, entry: entry?.topic === topic && entry.number === number ? entry : undefined };
        })
        .toSorted((one, other) => one.number - other.number);
    },

    add: async (entry) => {
      const { topic, number, at } = entry;
      const before = idOf(topic, number - 1);
      if (number > 1 && (await state.read(before, before)) === undefined) return 'exists';
      const [id, writeId] = [idOf(topic, number), randomUUID()];
      const document = documentOf({
        ...besideOf('content', entry),
        ...entry,
        id,
        type: 'content',
        day: at.slice(0, 10),
        writeId,
      });
      const standing = await state.keepFirst(id, document);
      return parsed(writeIdSchema, standing).writeId === writeId ? 'added' : 'exists';
    },
  };
};
