import type { z } from 'zod';
import { type CaseFilter, everybody } from '../concerns/ports/case-list.ts';
import { caseFiguresSchema, type CaseFigures, caseRecordSchema } from '../concerns/records/case-record.ts';
import { deadlineSince, type ListedDeadline, referralOrTaskDue } from '../concerns/records/deadlines.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { canonicalJson } from '../concerns/terms/canonical-json.ts';

export interface ListedFields {
  readonly clock: Exclude<ListedDeadline, 'referral'> | undefined;
  readonly clockSince: Day | undefined;
  readonly referralDueOn: Day | undefined;
}

export function listedFields(figures: CaseFigures): ListedFields {
  const stage = deadlineSince(figures);
  return {
    clock: stage?.deadline,
    clockSince: stage?.since,
    referralDueOn: referralOrTaskDue(figures),
  };
}

export const listedRecordSchema = caseFiguresSchema.extend(
  caseRecordSchema.pick({ excluded: true, sanitised: true, erasure: true, closing: true, cardWithdrawal: true }).shape,
);
export type ListedRecord = z.infer<typeof listedRecordSchema>;

export const mayBeListed = ({ handledBy, viewer }: CaseFilter, record: ListedRecord): boolean =>
  record.handledBy === handledBy &&
  (typeof viewer === 'object'
    ? viewer.noneOf.every((person) => record.excluded.includes(person))
    : viewer === everybody
      ? record.excluded.length === 0
      : !record.excluded.includes(viewer));

export const hasFields = (
  standing: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => canonicalJson([standing[name] ?? null]) === canonicalJson([value ?? null]),
  );
