import type { IntakeCase, Intake, IntakeMessage } from '../ports/intake.ts';
import type { MailboxDecrypter, TextSealer } from '../ports/seal.ts';
import type { CaseId } from '../model/case-id.ts';
import type { ReturnCode } from '../model/return-code.ts';
import { deriveCaseCredential } from './submit-report.ts';
import { type DraftDependencies, findDraft } from './drafts.ts';
import type { ReportState } from './report-flow.ts';
import { daySchema } from '../model/case-record.ts';
import { deriveMailboxSeed, deriveMessageKey } from '../model/return-code-keys.ts';
import type { EventKind } from '../model/event-record.ts';
import type { Day } from '../model/calendar.ts';
import { isMessageAuthentic, type SealedMessage, sealedMessageSchema } from '../model/sealed-report.ts';

export interface ComeBackDependencies extends DraftDependencies {
  readonly intake: Pick<Intake, 'find' | 'readDraft' | 'saveDraft'>;
  readonly seal: Pick<TextSealer, 'mailboxRecipient'>;
  readonly mailbox: MailboxDecrypter;
}

export interface FoundCase extends Omit<IntakeCase, 'handledBy'> {
  readonly followUps: number;
  readonly isAskedWorse: boolean;
  readonly thread: ReporterThread;
}

type LookupResult =
  | FoundCase
  | { readonly kind: 'erased'; readonly on: string }
  | { readonly kind: 'draft'; readonly state: ReportState; readonly until: string }
  | { readonly kind: 'nothing' };

const awaitsDetrimentAnswer = (messages: readonly IntakeMessage[], { unverifiedCount }: ReporterThread): boolean =>
  unverifiedCount === 0 && messages.at(-1)?.asks === true;

/** A case with its decrypted messages, else a draft, else nothing. Throws StoreError. */
export async function findByReturnCode(deps: ComeBackDependencies, code: ReturnCode): Promise<LookupResult> {
  const credential = await deriveCaseCredential(deps.seal, code);
  const found = await deps.intake.find(credential, { messages: true });
  if (found?.kind === 'erased') return { kind: 'erased', on: found.on };
  if (found?.kind === 'case') {
    const { addition: _addition, handledBy: _handledBy, messages, ...caseFields } = found;
    const thread = await decryptThread(deps.mailbox, code, credential.caseId, messages);
    return {
      ...caseFields,
      followUps: messages.filter(({ kind }) => kind === 'messageFromReporter').length,
      isAskedWorse: awaitsDetrimentAnswer(messages, thread),
      thread,
    };
  }
  const draft = await findDraft(deps, code);
  return draft ? { kind: 'draft', ...draft } : { kind: 'nothing' };
}

/** The reporter's own words are sealed to the handlers alone: someone who finds the code cannot read them. */
export type ReporterThreadEntry =
  | { readonly from: 'handlers'; readonly on: Day; readonly text: string }
  | { readonly from: 'reporter'; readonly on: Day };

export interface ReporterThread {
  readonly entries: readonly ReporterThreadEntry[];
  readonly unverifiedCount: number;
  readonly setAside?: number;
}

interface ThreadEvent {
  readonly kind: EventKind;
  readonly at: string;
  readonly message?: { readonly id: string; readonly number: number; readonly sealed?: string | undefined } | undefined;
  readonly setAside?: true;
}

/** Anyone can seal anything to a mailbox. */
function parseMessage(words: string | undefined): SealedMessage | undefined {
  try {
    return words === undefined ? undefined : sealedMessageSchema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

/** Each must be of this case, in its place and genuine. */
export async function decryptThread(
  mailbox: MailboxDecrypter,
  code: ReturnCode,
  caseId: CaseId,
  events: readonly ThreadEvent[],
): Promise<ReporterThread> {
  const [seed, key] = [deriveMailboxSeed(code), deriveMessageKey(code)];
  const entries: ReporterThreadEntry[] = [];
  const positions = { messageToReporter: 0, messageFromReporter: 0 };
  let doubtful = 0;
  let setAside = 0;

  async function decryptEntry(event: ThreadEvent, place: number): Promise<ReporterThreadEntry | undefined> {
    if (event.message?.number !== place) return undefined;
    if (event.kind === 'messageFromReporter') {
      const on = daySchema.safeParse(event.at);
      return on.success ? { from: 'reporter', on: on.data } : undefined;
    }
    const { sealed } = event.message;
    const message = parseMessage(sealed === undefined ? undefined : await mailbox.decrypt(sealed, seed));
    const isInPlace =
      message?.direction === 'toReporter' &&
      message.caseId === caseId &&
      message.number === place &&
      message.id === event.message.id;
    return isInPlace && isMessageAuthentic(key, message)
      ? { from: 'handlers', on: message.writtenOn, text: message.text }
      : undefined;
  }

  for (const event of events) {
    if (event.kind !== 'messageToReporter' && event.kind !== 'messageFromReporter') continue;
    positions[event.kind] += 1;
    const entry = await decryptEntry(event, positions[event.kind]);
    const isAside = event.setAside === true && entry?.from !== 'handlers';
    if (entry) entries.push(entry);
    if (isAside) setAside += 1;
    else if (!entry) doubtful += 1;
  }
  return { entries, unverifiedCount: doubtful, ...(setAside > 0 && { setAside }) };
}
