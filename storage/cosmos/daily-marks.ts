import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { dailyMarkSchema, type DailyMarks, markOfLongAgo } from '../../concerns/ports/daily-marks.ts';
import { parsed } from '../parsed.ts';
import { isEtag } from './case-documents.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const etagSchema = z.object({ _etag: z.string() });

/** The marks of daily tasks in Cosmos DB. */
export const cosmosDailyMarks = (state: CosmosDocuments): DailyMarks => ({
  read: async (task) => {
    const id = `dailyMark:${task}`;
    const document = await state.read(id, id);
    if (document === undefined) return undefined;
    const value = dailyMarkSchema.safeParse(document).data ?? markOfLongAgo(task);
    return { value, version: parsed(etagSchema, document)._etag };
  },

  write: async (mark, over) => {
    if (over !== undefined && !isEtag(over)) return false;
    const id = `dailyMark:${mark.task}`;
    const writeId = randomUUID();
    const resourceBody = { ...documentOf({ ...mark, type: 'dailyMark', writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    const outcome = await state.batch(id, [operation], { id, writeId });
    return outcome.kind === 'done';
  },
});
