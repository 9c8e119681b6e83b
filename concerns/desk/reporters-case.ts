import type { CaseStore } from '../ports/case-store.ts';
import type { Claim } from '../ports/desk.ts';
import { standingCase } from '../ports/standing-case.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { Day } from '../terms/calendar.ts';

/** The answer to whoever holds a code: a case, or the day on which it was erased. */
export type ReportersCase =
  | { readonly kind: 'case'; readonly standing: Versioned<CaseRecord> }
  | { readonly kind: 'erased'; readonly on: Day };

/**
 * The case of a claim, `undefined` where none is saved, or one with another mailbox. Of an erased one no mailbox is left
 * to check the code by: whoever has a code of its reference is told the day, and there is nothing else to be told.
 * Throws StoreError.
 */
export async function reportersCase(
  deps: { readonly cases: Pick<CaseStore, 'readers' | 'read'> },
  { caseId, mailbox }: Claim,
): Promise<ReportersCase | undefined> {
  const standing = await standingCase(deps.cases, caseId, ({ mailboxRecipient: its }) => its === mailbox || its === '');
  if (standing === undefined) return undefined;
  const { erasedOn, mailboxRecipient } = standing.value;
  if (erasedOn !== undefined) return { kind: 'erased', on: erasedOn };
  return mailboxRecipient === mailbox ? { kind: 'case', standing } : undefined;
}
