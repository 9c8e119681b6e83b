import { addDays, dayOf } from '../../../core/model/calendar.ts';
import { draftDays } from '../../../core/reporting/drafts.ts';
import type { RequestOf } from '../../../contract/operations.ts';
import { sealTo } from '../../../crypto/seal.ts';
import { recipientOfSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { freshCaseId } from '../contracts/records.ts';
import { makeFile } from '../files/sealed-file.ts';

/** A seal of a shape that a page makes. */
export const aPageSeal = await sealTo('{}', [recipientOfSeed(new Uint8Array(32).fill(5))]);

/** A sealed file of one part, as a page makes it. */
export const aSealedFile = await makeFile(
  freshCaseId(),
  [recipientOfSeed(new Uint8Array(32).fill(5))],
  new TextEncoder().encode('made up'),
);

const dayAt = (now: Date) => dayOf(now, 'Europe/London');
const claimed = (caseId: string, mailbox: string) => ({ caseId, mailbox });

/** What a page sends of a report, as the server's table of operations takes it. */
export const aSentReport = (now: Date, mailbox: string): RequestOf<'report.submit'> => ({
  ...claimed(freshCaseId(), mailbox),
  receivedOn: dayAt(now),
  route: 'staff',
  urgency: 'standard',
  mode: 'notKept',
  language: 'en',
  handledBy: 'acu',
  flags: [],
  contentTag: 'A'.repeat(43),
  sealedReport: aPageSeal,
});

/** A question for what stands under a claim that nobody has shown to be theirs. */
export const aClaim = (mailbox: string): RequestOf<'report.find'> => claimed(freshCaseId(), mailbox);

/** An addition to it. */
export const anAddition = (now: Date, mailbox: string): RequestOf<'report.add'> => ({
  ...aClaim(mailbox),
  id: '0'.repeat(32),
  number: 1,
  writtenOn: dayAt(now),
  handledBy: 'acu',
  sealed: aPageSeal,
  isUrgent: false,
  staysClosed: false,
});

/** A draft that is kept. */
export const aKeptDraft = (now: Date): RequestOf<'report.keep'> => ({
  id: '0'.repeat(32),
  draft: { sealed: Buffer.alloc(4096 + 28).toString('base64'), until: addDays(dayAt(now), draftDays) },
});

/** A file that is on its way, and that nobody has shown to be theirs. */
export const aFile = (mailbox: string): RequestOf<'report.fileParts'> => ({
  ...aClaim(mailbox),
  id: 'f'.repeat(32),
  bytes: 65_536,
});

/** The one part of it. */
export const aPart = (mailbox: string): RequestOf<'report.filePart'> => ({
  ...aFile(mailbox),
  part: 0,
  data: Buffer.alloc(65_536).toString('base64'),
});

/** A file that is to go. */
export const aDroppedFile = (mailbox: string): RequestOf<'report.fileDrop'> => ({
  ...aClaim(mailbox),
  id: 'f'.repeat(32),
});
