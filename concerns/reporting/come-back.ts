import type { CaseAtDesk, Desk, MessageAtDesk } from '../ports/desk.ts';
import type { Mailbox, Seal } from '../ports/seal.ts';
import type { ReturnCode } from '../terms/codes.ts';
import { claimOf } from './submit-report.ts';
import { openThread, type Thread } from './come-back-thread.ts';
import { type DraftDependencies, findDraft } from './drafts.ts';
import type { ReportState } from './report-flow.ts';

export interface ComeBackDependencies extends DraftDependencies {
  readonly desk: Pick<Desk, 'find' | 'draft' | 'keep'>;
  readonly seal: Pick<Seal, 'mailboxRecipient'>;
  readonly mailbox: Mailbox;
}

export interface FoundCase extends Omit<CaseAtDesk, 'handledBy'> {
  readonly followUps: number;
  readonly isAskedWorse: boolean;
  readonly thread: Thread;
}

export type Found =
  | FoundCase
  | { readonly kind: 'erased'; readonly on: string }
  | { readonly kind: 'draft'; readonly state: ReportState; readonly until: string }
  | { readonly kind: 'nothing' };

const isAskedWorse = (messages: readonly MessageAtDesk[], { doubtful }: Thread): boolean =>
  doubtful === 0 && messages.at(-1)?.asks === true;

/** The report under a code, with its opened messages, else a draft, else nothing. Throws StoreError. */
export async function comeBack(deps: ComeBackDependencies, code: ReturnCode): Promise<Found> {
  const claim = await claimOf(deps.seal, code);
  const found = await deps.desk.find(claim, { messages: true });
  if (found?.kind === 'erased') return { kind: 'erased', on: found.on };
  if (found?.kind === 'case') {
    const { addition: _addition, handledBy: _handledBy, messages, ...its } = found;
    const thread = await openThread(deps.mailbox, code, claim.caseId, messages);
    return {
      ...its,
      followUps: messages.filter(({ kind }) => kind === 'messageFromReporter').length,
      isAskedWorse: isAskedWorse(messages, thread),
      thread,
    };
  }
  const draft = await findDraft(deps, code);
  return draft ? { kind: 'draft', ...draft } : { kind: 'nothing' };
}
