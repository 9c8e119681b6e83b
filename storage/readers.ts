import { caseRecordSchema } from '../concerns/records/case-record.ts';

/** Who may have something of a case, as a store reads it. */
export const readersSchema = caseRecordSchema.pick({
  tenantId: true,
  handledBy: true,
  excluded: true,
  mailboxRecipient: true,
});
