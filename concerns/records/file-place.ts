import { createHash } from 'node:crypto';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseRecord } from './case-record.ts';
import type { KeptFile } from './kept-file.ts';

const placed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The place of whoever holds a mailbox among the files of a case: it leads nobody back to the mailbox's line. */
export const holderOf = (mailbox: string): string => placed(`candour/1/holder ${mailbox}`);

/**
 * The place of somebody who handles a case among its files: no mailbox has it, and no colleague fills it or takes
 * anything out of it.
 */
export const holderOfHandler = (person: PersonId): string => placed(`candour/1/handler ${person}`);

/** The place where a file of a case lies. */
export const placeOfFile = (
  { caseId, mailboxRecipient }: Pick<CaseRecord, 'caseId' | 'mailboxRecipient'>,
  { id, addedBy }: KeptFile,
) => ({ caseId, holder: addedBy === undefined ? holderOf(mailboxRecipient) : holderOfHandler(addedBy), id });
