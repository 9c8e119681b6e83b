import type { CaseStore } from '../ports/case-store.ts';
import type { Claim } from '../ports/desk.ts';
import { standingCase } from '../ports/standing-case.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import { digestOfMailbox } from '../records/sealed-report.ts';
import type { Day } from '../terms/calendar.ts';

/** The answer to whoever holds a code: a case, or the day on which it was erased. */
export type ReportersCase =
  | { readonly kind: 'case'; readonly standing: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/**
 * Whether a case is that of a mailbox. Of an erased one the digest of its mailbox is left; of one that was erased before
 * that was kept there is nothing, and whoever has a code of its reference is told the day.
 */
export const isOfMailbox = (
  { mailboxRecipient: its }: Pick<CaseRecord, 'mailboxRecipient'>,
  mailbox: Claim['mailbox'],
): boolean => its === mailbox || its === digestOfMailbox(mailbox) || its === '';

/** The case of a claim, `undefined` where none is saved, or one with another mailbox. Throws StoreError. */
export async function reportersCase(
  deps: { readonly cases: Pick<CaseStore, 'readers' | 'read'> },
  { caseId, mailbox }: Claim,
): Promise<ReportersCase | undefined> {
  const standing = await standingCase(deps.cases, caseId, (its) => isOfMailbox(its, mailbox));
  if (standing === undefined) return undefined;
  const { erasedOn, mailboxRecipient } = standing.value;
  if (erasedOn !== undefined) return { kind: 'erased', on: erasedOn };
  return mailboxRecipient === mailbox ? { kind: 'case', standing } : undefined;
}
