import { addDays, toDay } from '../../../core/model/calendar.ts';
import { draftRetentionDays } from '../../../core/reporting/drafts.ts';
import type { OperationRequest } from '../../../contract/operations.ts';
import { sealText } from '../../../crypto/seal-text.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { newCaseId } from '../contracts/records.ts';
import { createSealedFile } from '../files/sealed-file.ts';

/** A seal of a shape that a page makes. */
export const pageSeal = await sealText('{}', [recipientFromSeed(new Uint8Array(32).fill(5))]);

/** A sealed file of one part, as a page makes it. */
export const sealedFile = await createSealedFile(
  newCaseId(),
  [recipientFromSeed(new Uint8Array(32).fill(5))],
  new TextEncoder().encode('made up'),
);

const dayAt = (now: Date) => toDay(now, 'Europe/London');
const caseCredential = (caseId: string, mailbox: string) => ({ caseId, mailbox });

/** What a page sends of a report, as the server's table of operations takes it. */
export const submitRequest = (now: Date, mailbox: string): OperationRequest<'report.submit'> => ({
  ...caseCredential(newCaseId(), mailbox),
  receivedOn: dayAt(now),
  route: 'staff',
  urgency: 'standard',
  mode: 'notKept',
  language: 'en',
  handledBy: 'acu',
  flags: [],
  contentTag: 'A'.repeat(43),
  sealedReport: pageSeal,
});

/** A question for what stands under a claim that nobody has shown to be theirs. */
export const findRequest = (mailbox: string): OperationRequest<'report.find'> => caseCredential(newCaseId(), mailbox);

/** An addition to it. */
export const addRequest = (now: Date, mailbox: string): OperationRequest<'report.add'> => ({
  ...findRequest(mailbox),
  id: '0'.repeat(32),
  number: 1,
  writtenOn: dayAt(now),
  handledBy: 'acu',
  sealed: pageSeal,
  isUrgent: false,
  staysClosed: false,
});

/** A draft that is kept. */
export const saveDraftRequest = (now: Date): OperationRequest<'report.keep'> => ({
  id: '0'.repeat(32),
  draft: { sealed: Buffer.alloc(4096 + 28).toString('base64'), until: addDays(dayAt(now), draftRetentionDays) },
});

/** A file that is on its way, and that nobody has shown to be theirs. */
export const filePartsRequest = (mailbox: string): OperationRequest<'report.fileParts'> => ({
  ...findRequest(mailbox),
  id: 'f'.repeat(32),
  bytes: 65_536,
});

/** The one part of it. */
export const filePartRequest = (mailbox: string): OperationRequest<'report.filePart'> => ({
  ...filePartsRequest(mailbox),
  part: 0,
  data: Buffer.alloc(65_536).toString('base64'),
});

/** A file that is to go. */
export const fileDropRequest = (mailbox: string): OperationRequest<'report.fileDrop'> => ({
  ...findRequest(mailbox),
  id: 'f'.repeat(32),
});
