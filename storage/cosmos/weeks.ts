import { z } from 'zod';
import type { Week } from '../../concerns/terms/calendar.ts';
import type { WeekStore } from '../../concerns/ports/week-store.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

const figuresSchema = z.object({ figures: z.string() });
const documentId = (week: Week, handledBy: HandledBy): string => `week:${week}:${handledBy}`;

/** Frozen weeks in Cosmos DB. */
export const cosmosWeeks = (state: CosmosDocuments): WeekStore => ({
  freeze: async (frozen) => {
    const { week, handledBy } = frozen;
    const id = documentId(week, handledBy);
    const standing = await state.keepFirst(id, documentOf({ ...frozen, id, type: 'week' }));
    return { week, handledBy, figures: parsed(figuresSchema, standing).figures };
  },

  read: async (week, handledBy) => {
    const id = documentId(week, handledBy);
    const document = await state.read(id, id);
    return document === undefined ? undefined : { week, handledBy, figures: parsed(figuresSchema, document).figures };
  },
});
