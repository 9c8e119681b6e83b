import type { Claim } from '../ports/desk.ts';
import type { Seal } from '../ports/seal.ts';
import { caseIdOf, mailboxSeedOf } from '../records/code-keys.ts';
import type { ReturnCode } from '../terms/return-code.ts';

/** The claim that a code gives to its case. Nobody comes back from it to the code. */
export const claimOf = (seal: Pick<Seal, 'mailboxRecipient'>, code: ReturnCode): Claim => ({
  caseId: caseIdOf(code),
  mailbox: seal.mailboxRecipient(mailboxSeedOf(code)),
});
