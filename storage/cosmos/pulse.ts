import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PulseCounters } from '../../concerns/ports/pulse-counters.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { countedTogether, type PulseWeek, pulseWeekSchema } from '../../concerns/records/pulse-week.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const etagSchema = z.object({ _etag: z.string() });
const documentIdOf = ({ campaign, phase, week }: PulseWeek): string => `pulse:${campaign}:${phase}:${week}`;

/** Servers that add at the same time take turns: so many others can be faster. */
const mostTries = 12;

/** The counters of pulses in Cosmos DB, a document a campaign, phase and week. */
export const cosmosPulse = (state: CosmosDocuments): PulseCounters => ({
  add: async (counted) => {
    const id = documentIdOf(counted);
    for (let tried = 0; tried < mostTries; tried += 1) {
      const standing = await state.read(id, id);
      const before = standing === undefined ? {} : parsed(pulseWeekSchema, standing).counts;
      const writeId = randomUUID();
      const counts = countedTogether(before, counted.counts);
      const resourceBody = { ...documentOf({ ...counted, counts, type: 'pulse', writeId }), id };
      const operation =
        standing === undefined
          ? ({ operationType: 'Create', resourceBody } as const)
          : ({ operationType: 'Replace', id, ifMatch: parsed(etagSchema, standing)._etag, resourceBody } as const);
      if ((await state.batch(id, [operation], { id, writeId })).kind === 'done') return;
    }
    throw new StoreError('busy');
  },

  of: async (campaign) => {
    const found = await state.query({
      query: `SELECT * FROM c WHERE c.type = 'pulse' AND c.campaign = @campaign`,
      parameters: [{ name: '@campaign', value: campaign }],
    });
    return found.map((document) => pulseWeekSchema.safeParse(document).data).filter((week) => week !== undefined);
  },
});
