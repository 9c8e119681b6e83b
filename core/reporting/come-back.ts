import type { CaseAtDesk, Desk, MessageAtDesk } from '../ports/intake.ts';
import type { Mailbox, Seal } from '../ports/seal.ts';
import type { CaseId, ReturnCode } from '../model/codes.ts';
import { claimOf } from './submit-report.ts';
import { type DraftDependencies, findDraft } from './drafts.ts';
import type { ReportState } from './report-flow.ts';
import { daySchema } from '../model/case-record.ts';
import { mailboxSeedOf, messageKeyOf } from '../model/return-code-keys.ts';
import type { EventKind } from '../model/event-record.ts';
import type { Day } from '../model/calendar.ts';
import { isGenuine, type SealedMessage, sealedMessageSchema } from '../model/sealed-report.ts';

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

type Found =
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

/** The reporter's own words are sealed to the handlers alone: someone who finds the code cannot read them. */
export type ThreadEntry =
  | { readonly from: 'handlers'; readonly on: Day; readonly text: string }
  | { readonly from: 'reporter'; readonly on: Day };

export interface Thread {
  readonly entries: readonly ThreadEntry[];
  readonly doubtful: number;
  readonly setAside?: number;
}

interface ThreadEvent {
  readonly kind: EventKind;
  readonly at: string;
  readonly message?: { readonly id: string; readonly number: number; readonly sealed?: string | undefined } | undefined;
  readonly setAside?: true;
}

/** Anyone can seal anything to a mailbox. */
function readMessage(words: string | undefined): SealedMessage | undefined {
  try {
    return words === undefined ? undefined : sealedMessageSchema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

/** Opens messages to the holder of a code, and checks that each is of this case, in its place and genuine. */
export async function openThread(
  mailbox: Mailbox,
  code: ReturnCode,
  caseId: CaseId,
  events: readonly ThreadEvent[],
): Promise<Thread> {
  const [seed, key] = [mailboxSeedOf(code), messageKeyOf(code)];
  const entries: ThreadEntry[] = [];
  const placeOf = { messageToReporter: 0, messageFromReporter: 0 };
  let doubtful = 0;
  let setAside = 0;

  async function entryOf(event: ThreadEvent, place: number): Promise<ThreadEntry | undefined> {
    if (event.message?.number !== place) return undefined;
    if (event.kind === 'messageFromReporter') {
      const on = daySchema.safeParse(event.at);
      return on.success ? { from: 'reporter', on: on.data } : undefined;
    }
    const { sealed } = event.message;
    const message = readMessage(sealed === undefined ? undefined : await mailbox.open(sealed, seed));
    const isInPlace =
      message?.direction === 'toReporter' &&
      message.caseId === caseId &&
      message.number === place &&
      message.id === event.message.id;
    return isInPlace && isGenuine(key, message)
      ? { from: 'handlers', on: message.writtenOn, text: message.text }
      : undefined;
  }

  for (const event of events) {
    if (event.kind !== 'messageToReporter' && event.kind !== 'messageFromReporter') continue;
    placeOf[event.kind] += 1;
    const entry = await entryOf(event, placeOf[event.kind]);
    const isAside = event.setAside === true && entry?.from !== 'handlers';
    if (entry) entries.push(entry);
    if (isAside) setAside += 1;
    else if (!entry) doubtful += 1;
  }
  return { entries, doubtful, ...(setAside > 0 && { setAside }) };
}
