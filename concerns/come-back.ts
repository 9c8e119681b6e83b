import { caseIdOf, mailboxSeedOf } from './code-keys.ts';
import type { CaseStatus } from './case-record.ts';
import { type DraftDependencies, findDraft } from './drafts.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { History } from './ports/history.ts';
import type { Seal } from './ports/seal.ts';
import type { ReportState } from './report-flow.ts';
import type { ReturnCode } from './return-code.ts';

export interface ComeBackDependencies extends DraftDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly seal: Seal;
}

export type Found =
  | { readonly kind: 'case'; readonly status: CaseStatus; readonly receivedOn: string; readonly additions: number }
  | { readonly kind: 'draft'; readonly state: ReportState; readonly until: string }
  | { readonly kind: 'nothing' };

/** What is saved under a code: a report, else a draft, else nothing. A point read, no look-up table. Throws StoreError. */
export async function comeBack(deps: ComeBackDependencies, code: ReturnCode): Promise<Found> {
  const caseId = caseIdOf(code);
  const standing = (await deps.cases.read(caseId))?.value;
  if (standing?.mailboxRecipient === deps.seal.mailboxRecipient(mailboxSeedOf(code))) {
    const messages = (await deps.history.of(caseId)).filter((event) => event.kind === 'messageFromReporter');
    return { kind: 'case', status: standing.status, receivedOn: standing.receivedOn, additions: messages.length };
  }
  const draft = await findDraft(deps, code);
  return draft ? { kind: 'draft', ...draft } : { kind: 'nothing' };
}
