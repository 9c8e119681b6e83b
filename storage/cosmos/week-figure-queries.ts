import { z } from 'zod';
import type { WeekFigureQueries, DepartedCase } from '../../core/ports/case-store.ts';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { countedDayFields, openCaseSchema, weekCaseSchema } from '../../core/model/counted-cases.ts';
import { addDays, firstDayOfWeek } from '../../core/model/calendar.ts';
import { parseStored } from '../record-codec.ts';
import type { CosmosDocuments } from './container-client.ts';

const departureEventSchema = z.object({ caseId: z.string(), kind: z.enum(['movedToReserve', 'erased']) });
const departedCaseSchema = caseRecordSchema.pick({ handledBy: true, receivedOn: true, closedOn: true });
const selectFields = (names: readonly string[]): string => names.map((name) => `c.${name}`).join(', ');
const weekFields = selectFields(Object.keys(weekCaseSchema.shape));
const openFields = selectFields(Object.keys(openCaseSchema.shape));
const activityInWeekCondition = [...countedDayFields, 'referral["on"]']
  .map((name) => `(c.${name} >= @monday AND c.${name} <= @sunday)`)
  .join(' OR ');

/** Reads the records: earlier versions derived no field for this. */
export const createCosmosWeekFigureQueries = (cases: CosmosDocuments): WeekFigureQueries => ({
  listWeekCases: async (week, handledBy) => {
    const monday = firstDayOfWeek(week);
    const found = await cases.query({
      query: `SELECT ${weekFields} FROM c
        WHERE (c.week = @week OR ${activityInWeekCondition}) AND c.handledBy = @handledBy AND c.type = 'case'`,
      parameters: [
        { name: '@week', value: week },
        { name: '@monday', value: monday },
        { name: '@sunday', value: addDays(monday, 6) },
        { name: '@handledBy', value: handledBy },
      ],
    });
    return found.map((document) => parseStored(weekCaseSchema, document));
  },

  listOpenCases: async (day, handledBy) => {
    const found = await cases.query({
      query: `SELECT ${openFields} FROM c WHERE (c.isOpen = true OR c.closedOn > @day) AND c.receivedOn <= @day
        AND c.handledBy = @handledBy AND c.type = 'case'`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@day', value: day },
      ],
    });
    return found.map((document) => ({ ...parseStored(openCaseSchema, document), cases: 1 }));
  },

  // A case's indexed day may be that of a task, which comes before its referral.
  countReferralsDue: async (day, handledBy) => {
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

  listDepartedCases: async (day, handledBy) => {
    const left = await cases.query({
      query: `SELECT c.caseId, c.kind FROM c
        WHERE c.type = 'event' AND (c.kind = 'movedToReserve' OR c.kind = 'erased') AND c.at >= @day`,
      parameters: [{ name: '@day', value: day }],
    });
    const found: DepartedCase[] = [];
    for (const document of left) {
      const { caseId, kind } = parseStored(departureEventSchema, document);
      const [days] = await cases.query(
        { query: `SELECT c.handledBy, c.receivedOn, c.closedOn FROM c WHERE c.type = 'case'` },
        caseId,
      );
      const { handledBy: by, ...known } = departedCaseSchema.safeParse(days).data ?? {};
      if (kind === 'movedToReserve' || (by ?? handledBy) === handledBy) found.push({ how: kind, ...known });
    }
    return found;
  },
});
