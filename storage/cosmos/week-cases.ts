import { z } from 'zod';
import type { CaseQueries, LeftCase } from '../../core/ports/case-store.ts';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { countedDays, openCaseSchema, weekCaseSchema } from '../../core/model/week-case.ts';
import { addDays, mondayOf } from '../../core/model/calendar.ts';
import { parsed } from '../record-codec.ts';
import type { CosmosDocuments } from './documents-client.ts';

const leftSchema = z.object({ caseId: z.string(), kind: z.enum(['movedToReserve', 'erased']) });
const leftCaseSchema = caseRecordSchema.pick({ handledBy: true, receivedOn: true, closedOn: true });
const fieldsOf = (names: readonly string[]): string => names.map((name) => `c.${name}`).join(', ');
const weekFields = fieldsOf(Object.keys(weekCaseSchema.shape));
const openFields = fieldsOf(Object.keys(openCaseSchema.shape));
const isDoneInWeek = [...countedDays, 'referral["on"]']
  .map((name) => `(c.${name} >= @monday AND c.${name} <= @sunday)`)
  .join(' OR ');

/** Asks the records: documents of earlier versions have no field worked out for this. */
export const cosmosQueries = (cases: CosmosDocuments): CaseQueries => ({
  ofWeek: async (week, handledBy) => {
    const monday = mondayOf(week);
    const found = await cases.query({
      query: `SELECT ${weekFields} FROM c
        WHERE (c.week = @week OR ${isDoneInWeek}) AND c.handledBy = @handledBy AND c.type = 'case'`,
      parameters: [
        { name: '@week', value: week },
        { name: '@monday', value: monday },
        { name: '@sunday', value: addDays(monday, 6) },
        { name: '@handledBy', value: handledBy },
      ],
    });
    return found.map((document) => parsed(weekCaseSchema, document));
  },

  openAt: async (day, handledBy) => {
    const found = await cases.query({
      query: `SELECT ${openFields} FROM c WHERE (c.isOpen = true OR c.closedOn > @day) AND c.receivedOn <= @day
        AND c.handledBy = @handledBy AND c.type = 'case'`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@day', value: day },
      ],
    });
    return found.map((document) => ({ ...parsed(openCaseSchema, document), cases: 1 }));
  },

  // The indexed day of a case may be that of a task, which comes before its referral.
  countToReferBy: async (day, handledBy) => {
    const found = await cases.query({
      query: `SELECT VALUE c.caseId FROM c WHERE c.referralDueOn <= @day AND c.referral.decision = 'refer'
        AND c.referral.dueOn <= @day AND c.handledBy = @handledBy AND c.type = 'case'`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@day', value: day },
      ],
    });
    return found.length;
  },

  leftSince: async (day, handledBy) => {
    const left = await cases.query({
      query: `SELECT c.caseId, c.kind FROM c
        WHERE c.type = 'event' AND (c.kind = 'movedToReserve' OR c.kind = 'erased') AND c.at >= @day`,
      parameters: [{ name: '@day', value: day }],
    });
    const found: LeftCase[] = [];
    for (const document of left) {
      const { caseId, kind } = parsed(leftSchema, document);
      const [days] = await cases.query(
        { query: `SELECT c.handledBy, c.receivedOn, c.closedOn FROM c WHERE c.type = 'case'` },
        caseId,
      );
      const { handledBy: by, ...known } = leftCaseSchema.safeParse(days).data ?? {};
      if (kind === 'movedToReserve' || (by ?? handledBy) === handledBy) found.push({ how: kind, ...known });
    }
    return found;
  },
});
