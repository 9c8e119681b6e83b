import { type CaseStore, standingCase } from '../ports/case-store.ts';
import type { Claim } from '../ports/desk.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import { digestOfMailbox } from '../records/sealed-report.ts';
import type { Day } from '../terms/calendar.ts';

/** The case, or the day on which it was erased. */
export type ReportersCase =
  | { readonly kind: 'case'; readonly standing: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/**
 * An erased case keeps the mailbox's digest; an older one nothing, and anyone with a code of its reference is told the
 * day.
 */
export const isOfMailbox = (
  { mailboxRecipient: its }: Pick<CaseRecord, 'mailboxRecipient'>,
  mailbox: Claim['mailbox'],
): boolean => its === mailbox || its === digestOfMailbox(mailbox) || its === '';

/** `undefined` if there is none, and equally if the mailbox differs. Throws StoreError. */
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
