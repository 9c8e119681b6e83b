import { z } from 'zod';
import { type Week, weekOf } from '../terms/calendar.ts';
import { type CaseRecord, caseRecordSchema } from './case-record.ts';

/** The fields that the figures of a week read of a case: days, and terms from closed lists. No reference, and nobody. */
export const weekCaseSchema = caseRecordSchema.pick({
  receivedOn: true,
  week: true,
  route: true,
  partnerType: true,
  kind: true,
  urgency: true,
  mode: true,
  language: true,
  handledBy: true,
  flags: true,
  acknowledgedOn: true,
  triagedOn: true,
  answeredOn: true,
  closedOn: true,
  cameBackOn: true,
  repeatOn: true,
  nationalCategory: true,
  regime: true,
  towards: true,
  referral: true,
  outcome: true,
  erasedOn: true,
});
export type WeekCase = z.infer<typeof weekCaseSchema>;

/** The fields that it reads of a case which stood open at the end of a week. */
export const openCaseSchema = caseRecordSchema.pick({ receivedOn: true, handledBy: true, triagedOn: true });

/** Cases of the same days that stood open, as many as `cases` says: among tens of thousands, few days are distinct. */
export const openCasesSchema = openCaseSchema.extend({ cases: z.int().min(1) });
export type OpenCases = z.infer<typeof openCasesSchema>;

/** The fields of the days on which something was done to a case that a week counts; a referral has its own. */
export const countedDays = [
  'acknowledgedOn',
  'triagedOn',
  'answeredOn',
  'closedOn',
  'cameBackOn',
  'repeatOn',
] as const satisfies readonly (keyof CaseRecord)[];

type Days = Pick<CaseRecord, 'week' | 'referral' | (typeof countedDays)[number]>;

/** The weeks whose figures a case is in, each once: the one it was received in, and those in which something was done. */
export const weeksOf = (record: Days): readonly Week[] => [
  ...new Set([
    record.week,
    ...countedDays.flatMap((name) => record[name] ?? []).map(weekOf),
    ...(record.referral ? [weekOf(record.referral.on)] : []),
  ]),
];
