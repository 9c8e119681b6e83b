import { randomUUID } from 'node:crypto';
import type { PulseCounters } from '../../concerns/ports/pulse-counters.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { countedTogether, type PulseWeek, pulseWeekSchema } from '../../concerns/records/pulse-week.ts';
import { besideOf, keptIfReadable } from '../kept.ts';
import { over } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, versioned } from './cosmos-documents.ts';

const documentIdOf = ({ campaign, phase, week }: PulseWeek): string => `pulse:${campaign}:${phase}:${week}`;

/** Servers that add at the same time take turns: so many others can be faster. */
const mostTries = 12;

/** The counters of pulses in Cosmos DB, a document a campaign, phase and week. */
export const cosmosPulse = (state: CosmosDocuments): PulseCounters => ({
  add: async (counted) => {
    const id = documentIdOf(counted);
    for (let tried = 0; tried < mostTries; tried += 1) {
      const standing = await state.read(id, id);
      const before = standing === undefined ? undefined : versioned('pulse', pulseWeekSchema, standing);
      const at = before && over('pulse', before.version);
      const writeId = randomUUID();
      const next = {
        ...before?.value,
        ...counted,
        counts: countedTogether(before?.value.counts ?? {}, counted.counts),
      };
      const fields = { ...besideOf('pulse', next, at?.mark), ...next, type: 'pulse', writeId };
      const resourceBody = { ...documentOf(fields), id };
      const operation =
        at === undefined
          ? ({ operationType: 'Create', resourceBody } as const)
          : ({ operationType: 'Replace', id, ifMatch: at.version, resourceBody } as const);
      if ((await state.batch(id, [operation], { id, writeId })).kind === 'done') return;
    }
    throw new StoreError('busy');
  },

  of: async (campaign) => {
    const found = await state.query({
      query: `SELECT * FROM c WHERE c.type = 'pulse' AND c.campaign = @campaign`,
      parameters: [{ name: '@campaign', value: campaign }],
    });
    return found
      .map((document) => keptIfReadable('pulse', pulseWeekSchema, document))
      .filter((week) => week !== undefined);
  },
});
