import type { Day } from '../terms/calendar.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import { caseIdOf, mailboxSeedOf } from '../records/code-keys.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Seal } from '../ports/seal.ts';
import type { ReturnCode } from '../terms/return-code.ts';
import { standingCase } from '../ports/standing-case.ts';

/** The answer to whoever holds a code: a case, or the day on which it was erased. */
export type ReportersCase =
  | { readonly kind: 'case'; readonly standing: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/**
 * The case of a code, `undefined` where none is saved, or one with another mailbox. Of an erased one no mailbox is left
 * to check the code by: whoever has a code of its reference is told the day, and there is nothing else to be told.
 * Throws StoreError.
 */
export async function reportersCase(
  deps: { readonly cases: Pick<CaseStore, 'readers' | 'read'>; readonly seal: Pick<Seal, 'mailboxRecipient'> },
  code: ReturnCode,
): Promise<ReportersCase | undefined> {
  const mailbox = deps.seal.mailboxRecipient(mailboxSeedOf(code));
  const standing = await standingCase(
    deps.cases,
    caseIdOf(code),
    ({ mailboxRecipient: its }) => its === mailbox || its === '',
  );
  if (standing === undefined) return undefined;
  const { erasedOn, mailboxRecipient } = standing.value;
  if (erasedOn !== undefined) return { kind: 'erased', on: erasedOn };
  return mailboxRecipient === mailbox ? { kind: 'case', standing } : undefined;
}
