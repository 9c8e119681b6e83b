import { z } from 'zod';
import { type Week, toWeek } from './calendar.ts';
import { type CaseRecord, caseRecordSchema } from './case-record.ts';

/** Days and terms from closed lists: no reference, and no person. */
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

export const openCaseSchema = caseRecordSchema.pick({ receivedOn: true, handledBy: true, triagedOn: true });

export const openCaseGroupSchema = openCaseSchema.extend({ cases: z.int().min(1) });
export type OpenCaseGroup = z.infer<typeof openCaseGroupSchema>;

export const countedDayFields = [
  'acknowledgedOn',
  'triagedOn',
  'answeredOn',
  'closedOn',
  'cameBackOn',
  'repeatOn',
] as const satisfies readonly (keyof CaseRecord)[];

type DatedCase = Pick<CaseRecord, 'week' | 'referral' | (typeof countedDayFields)[number]>;

export const countedWeeks = (record: DatedCase): readonly Week[] => [
  ...new Set([
    record.week,
    ...countedDayFields.flatMap((name) => record[name] ?? []).map(toWeek),
    ...(record.referral ? [toWeek(record.referral.on)] : []),
  ]),
];
