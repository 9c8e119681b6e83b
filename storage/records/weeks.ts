import { z } from 'zod';
import type { PublicationLedger, WeekStore } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { caseRecordSchema, weekSchema } from '../../core/model/case-record.ts';
import type { Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { type DocumentStore, defineRecordKind, parseRecordValue } from '../document-store.ts';
import { parseStored } from '../record-codec.ts';

// Each is written once: it has no shape, and only named fields are stored.

export const weekKind = defineRecordKind({
  kind: 'week',
  schema: z.object({ week: weekSchema, handledBy: caseRecordSchema.shape.handledBy, figures: z.string() }),
  table: 'weeks',
  key: { handledBy: 'handled_by', week: 'week' },
  getKey: ({ handledBy, week }) => [handledBy, week],
  columns: { figures: 'figures' },
  document: {
    id: ([handledBy, week]) => `week:${week}:${handledBy}`,
    parseKey: (id) => id.split(':').slice(1).toReversed(),
  },
});

export const revisionKind = defineRecordKind({
  kind: 'amendment',
  schema: weekKind.schema.extend({ number: z.int() }),
  table: 'amendments',
  key: { handledBy: 'handled_by', week: 'week', number: 'number' },
  getKey: ({ handledBy, week, number }) => [handledBy, week, number],
  columns: { figures: 'figures' },
});

const storedRevisionSchema = revisionKind.schema.extend({ number: z.int().catch(0), figures: z.string().catch('') });

export const createWeekStore = (documents: DocumentStore): WeekStore => {
  const read = async (week: Week, handledBy: HandledBy) => {
    const stored = await documents.read(weekKind, [handledBy, week]);
    return stored && { week, handledBy, figures: parseRecordValue(weekKind, stored).figures };
  };
  return {
    freeze: async (frozen) => {
      if (await documents.write(weekKind, frozen)) return frozen;
      const stored = await read(frozen.week, frozen.handledBy);
      if (stored === undefined) throw new StoreError('busy');
      return stored;
    },
    read,
    addRevision: async (revision) => ((await documents.write(revisionKind, revision)) ? 'added' : 'exists'),
    listRevisions: async (from, to, handledBy) => {
      const found = await documents.list(revisionKind, [
        ['handledBy', '=', handledBy],
        ['week', '>=', from],
        ['week', '<=', to],
      ]);
      return found.map(({ document }) => ({ ...parseStored(storedRevisionSchema, document), handledBy }));
    },
  };
};

export const publicationKind = defineRecordKind({
  kind: 'issue',
  schema: z.object({ number: z.int(), record: z.string() }),
  table: 'issues',
  key: { number: 'number' },
  getKey: ({ number }) => [number],
  columns: { record: 'record' },
});

export const createPublicationLedger = (documents: DocumentStore): PublicationLedger => ({
  all: async () => (await documents.list(publicationKind)).map((each) => parseRecordValue(publicationKind, each)),
  add: async (publication) => ((await documents.write(publicationKind, publication)) ? 'added' : 'exists'),
});
