import type { Claim } from '../ports/desk.ts';
import type { Seal } from '../ports/seal.ts';
import { caseIdOf, mailboxSeedOf } from '../records/code-keys.ts';
import type { ReturnCode } from '../terms/codes.ts';

/** The claim that a code gives to its case; it does not lead back to the code. */
export const claimOf = async (seal: Pick<Seal, 'mailboxRecipient'>, code: ReturnCode): Promise<Claim> => ({
  caseId: caseIdOf(code),
  mailbox: await seal.mailboxRecipient(mailboxSeedOf(code)),
});
