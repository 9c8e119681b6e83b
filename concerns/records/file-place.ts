import { createHash } from 'node:crypto';
import type { PersonId } from '../terms/directory.ts';
import type { CaseRecord } from './case-record.ts';
import type { KeptFile } from './kept-file.ts';

const placed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** It does not lead back to the mailbox's line. */
export const holderOf = (mailbox: string): string => placed(`candour/1/holder ${mailbox}`);

/** No mailbox has a handler's place, and no colleague can fill it or take anything out. */
export const holderOfHandler = (person: PersonId): string => placed(`candour/1/handler ${person}`);

export const placeOfFile = (
  { caseId, mailboxRecipient }: Pick<CaseRecord, 'caseId' | 'mailboxRecipient'>,
  { id, addedBy }: KeptFile,
) => ({ caseId, holder: addedBy === undefined ? holderOf(mailboxRecipient) : holderOfHandler(addedBy), id });
