import type { z } from 'zod';
import { caseFiguresSchema, caseRecordSchema } from '../concerns/records/case-record.ts';
import { isSamePerson } from '../concerns/terms/person-id.ts';
import { type CaseFilter, everybody } from '../concerns/ports/case-list.ts';

/** What a list reads of a case's record: its figures, and who is shut out of it. */
export const listedRecordSchema = caseFiguresSchema.extend(caseRecordSchema.pick({ excluded: true }).shape);
export type ListedRecord = z.infer<typeof listedRecordSchema>;

/** Whether a list may show a case, as its record says: it is of those whom the list is for, and nobody who looks is out. */
export const mayBeListed = ({ handledBy, viewer }: CaseFilter, record: ListedRecord): boolean =>
  record.handledBy === handledBy &&
  (viewer === everybody
    ? record.excluded.length === 0
    : !record.excluded.some((objectId) => isSamePerson(objectId, viewer)));
