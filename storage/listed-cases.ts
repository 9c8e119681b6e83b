import type { z } from 'zod';
import { type CaseFilter, everybody } from '../concerns/ports/case-list.ts';
import { caseFiguresSchema, type CaseFigures, caseRecordSchema } from '../concerns/records/case-record.ts';
import { deadlineSince, type ListedDeadline, referralOrTaskDue } from '../concerns/records/deadlines.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { canonicalJson } from '../concerns/terms/canonical-json.ts';

/** The fields that a list finds due cases by, worked out whenever a case is written: a database cannot. */
export interface ListedFields {
  /** The deadline of the case's state, and the day it counts from, by the names of their columns. */
  readonly clock: Exclude<ListedDeadline, 'referral'> | undefined;
  readonly clockSince: Day | undefined;
  /** The day by which a decided referral has to be made, or the first one of an open task where that comes before it. */
  readonly referralDueOn: Day | undefined;
}

/** The fields of a case as it stands; each is missing where no such deadline runs. */
export function listedFields(figures: CaseFigures): ListedFields {
  const stage = deadlineSince(figures);
  return {
    clock: stage?.deadline,
    clockSince: stage?.since,
    referralDueOn: referralOrTaskDue(figures),
  };
}

/** The fields that a list reads of a case's record: its figures, who is shut out of it, and what waits for a second person. */
export const listedRecordSchema = caseFiguresSchema.extend(
  caseRecordSchema.pick({ excluded: true, sanitised: true, erasure: true, closing: true, cardWithdrawal: true }).shape,
);
export type ListedRecord = z.infer<typeof listedRecordSchema>;

/** Whether a list may show a case, as its record says: it is of those whom the list is for, and nobody who looks is out. */
export const mayBeListed = ({ handledBy, viewer }: CaseFilter, record: ListedRecord): boolean =>
  record.handledBy === handledBy &&
  (typeof viewer === 'object'
    ? viewer.noneOf.every((person) => record.excluded.includes(person))
    : viewer === everybody
      ? record.excluded.length === 0
      : !record.excluded.includes(viewer));

/** Whether what stands in a row or a document has each of these fields as it is worked out; one that is not set is null there, or missing. */
export const hasFields = (
  standing: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => canonicalJson([standing[name] ?? null]) === canonicalJson([value ?? null]),
  );
