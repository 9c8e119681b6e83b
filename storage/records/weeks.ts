import { z } from 'zod';
import type { IssueLedger, WeekStore } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { caseRecordSchema, weekSchema } from '../../core/model/case-record.ts';
import type { Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { type Documents, kindOf, valueIn } from '../documents.ts';
import { parsed } from '../record-codec.ts';

// Each of these is written once: it has no shape, and only the named fields are kept.

export const weekKind = kindOf({
  kind: 'week',
  schema: z.object({ week: weekSchema, handledBy: caseRecordSchema.shape.handledBy, figures: z.string() }),
  table: 'weeks',
  key: { handledBy: 'handled_by', week: 'week' },
  keyOf: ({ handledBy, week }) => [handledBy, week],
  columns: { figures: 'figures' },
  document: {
    id: ([handledBy, week]) => `week:${week}:${handledBy}`,
    keyIn: (id) => id.split(':').slice(1).toReversed(),
  },
});

export const amendmentKind = kindOf({
  kind: 'amendment',
  schema: weekKind.schema.extend({ number: z.int() }),
  table: 'amendments',
  key: { handledBy: 'handled_by', week: 'week', number: 'number' },
  keyOf: ({ handledBy, week, number }) => [handledBy, week, number],
  columns: { figures: 'figures' },
});

const foundAmendmentSchema = amendmentKind.schema.extend({ number: z.int().catch(0), figures: z.string().catch('') });

export const weeksIn = (documents: Documents): WeekStore => {
  const read = async (week: Week, handledBy: HandledBy) => {
    const standing = await documents.read(weekKind, [handledBy, week]);
    return standing && { week, handledBy, figures: valueIn(weekKind, standing).figures };
  };
  return {
    freeze: async (frozen) => {
      if (await documents.write(weekKind, frozen)) return frozen;
      const standing = await read(frozen.week, frozen.handledBy);
      if (standing === undefined) throw new StoreError('busy');
      return standing;
    },
    read,
    amend: async (amendment) => ((await documents.write(amendmentKind, amendment)) ? 'added' : 'exists'),
    amendments: async (from, to, handledBy) => {
      const found = await documents.list(amendmentKind, [
        ['handledBy', '=', handledBy],
        ['week', '>=', from],
        ['week', '<=', to],
      ]);
      return found.map(({ document }) => ({ ...parsed(foundAmendmentSchema, document), handledBy }));
    },
  };
};

export const issueKind = kindOf({
  kind: 'issue',
  schema: z.object({ number: z.int(), record: z.string() }),
  table: 'issues',
  key: { number: 'number' },
  keyOf: ({ number }) => [number],
  columns: { record: 'record' },
});

export const issuesIn = (documents: Documents): IssueLedger => ({
  all: async () => (await documents.list(issueKind)).map((each) => valueIn(issueKind, each)),
  add: async (issue) => ((await documents.write(issueKind, issue)) ? 'added' : 'exists'),
});
