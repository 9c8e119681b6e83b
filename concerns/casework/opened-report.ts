import { base64urlnopad } from '@scure/base';
import type { z } from 'zod';
import type { CaseRecord } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';
import { SealError } from '../ports/seal-error.ts';
import { isGenuine, type SealedMessage, sealedMessageSchema } from '../records/sealed-message.ts';
import {
  attestedIdentitySchema,
  digestOfMailbox,
  type AttestedIdentity,
  type Identity,
  isIdentityOf,
  type SealedIdentity,
  type SealedReport,
  sealedIdentitySchema,
  sealedReportSchema,
} from '../records/sealed-report.ts';
import { isAsLastWritten, isWholeHistory } from '../records/whole-history.ts';
import { type Label, mislabelled } from './mislabelled.ts';
import { setAsideIn } from './seals-set-aside.ts';

/** The words of a seal. Throws SealError where it cannot be opened: `notForThisIdentity` where the key is another. */
export type OpenSeal = (sealed: string) => Promise<string>;

/** A message that is genuine, and when it was saved: an instant, or a day where the reporter wrote it. */
export interface ThreadEntry {
  readonly direction: SealedMessage['direction'];
  /** An empty text of the reporter says that there is nothing to add. */
  readonly message: SealedMessage;
  readonly at: string;
}

/** An entry whose seal could not be shown: its kind, who sent it as the history says, and the digest of the seal. */
export interface Doubt extends Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'> {
  readonly of: string;
}

/** A report as somebody who holds a key reads it. */
export interface OpenedReport {
  readonly report: SealedReport;
  /** Missing where the way of reporting keeps none, or where custodians hold it and have not shared it. */
  readonly identity: Identity | undefined;
  /** Follow-ups since, in their order; only what the holder of the return code wrote. */
  readonly followUps: readonly SealedMessage[];
  /** The messages of both directions, in the order in which they were saved. */
  readonly thread: readonly ThreadEntry[];
  /** How many messages and shared identities are not genuine, repeated or missing. Not one of them is shown. */
  readonly doubtful: number;
  /** The entries that brought this about: neither those that only follow one, nor what a second person has set aside. */
  readonly doubts: readonly Doubt[];
  /** How many of such entries a second person has set aside. */
  readonly setAside: number;
  /** Whether the case's history is the one that was written: no entry was changed, dropped or added since. */
  readonly historyIsWhole: boolean;
  /** Whether the case is as its last entry left it. */
  readonly recordIsAsWritten: boolean;
  /** The terms of the case that are not what the report says. */
  readonly mislabelled: readonly Label[];
  /** Who the server was told was typing, where that is not who the report names. */
  readonly otherIdentity: Identity | undefined;
  /** The fingerprints of those whom the report was sealed to, as they stand inside the seal. */
  readonly recipients: readonly string[];
}

/** A seal that opened, but belongs to another case, or to another mailbox than the one beside it. */
export class MovedSealError extends Error {
  constructor() {
    super('What was opened belongs to another case, or its record was changed. Tell the operators: do not rely on it.');
    this.name = 'MovedSealError';
  }
}

/**
 * Reads what stands in a seal's words, `undefined` where it is not of that form: anybody can seal anything to a public
 * key.
 */
function readAs<T>(schema: z.ZodType<T>, words: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

/** Opens a seal, `undefined` where there is none, where it does not open or is of another form. */
async function readable<T>(open: OpenSeal, schema: z.ZodType<T>, sealed: string | undefined): Promise<T | undefined> {
  if (sealed === undefined) return undefined;
  try {
    return readAs(schema, await open(sealed));
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** The length of the key that authenticates messages, in bytes. */
const keyBytes = 32;

/** The key of a report, `undefined` where it holds none: nothing can be shown to be of its reporter then. */
function keyOf({ messageKey }: SealedReport): Uint8Array | undefined {
  try {
    const key = base64urlnopad.decode(messageKey);
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an identity is of this report: what the report says inside counts, and never what stands beside it. */
const isOf = (report: SealedReport, key: Uint8Array | undefined, identity: SealedIdentity): boolean =>
  key !== undefined &&
  identity.caseId === report.caseId &&
  identity.mode === report.mode &&
  identity.receivedOn === report.receivedOn &&
  isIdentityOf(key, identity);

/**
 * The identity beside a report that these keys open. It is handed out only where the report itself says that it is for
 * those who handle it; `isOdd` where there is one that is not handed out.
 */
async function keptIdentity(
  open: OpenSeal,
  sealed: string | undefined,
  isFor: (identity: SealedIdentity) => boolean,
): Promise<{ readonly identity: Identity | undefined; readonly isOdd: boolean }> {
  const none = { identity: undefined, isOdd: false };
  if (sealed === undefined) return none;
  try {
    const inside = readAs(sealedIdentitySchema, await open(sealed));
    return inside && isFor(inside) ? { identity: inside.identity, isOdd: false } : { ...none, isOdd: true };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return { ...none, isOdd: error.code !== 'notForThisIdentity' };
  }
}

/** Who a token named, where that is another person than a report names. A name may be written anew at Entra. */
export const otherThan = (named: Identity | undefined, { identity }: AttestedIdentity): Identity | undefined =>
  identity.objectId === named?.objectId ? undefined : identity;

const directions = { messageFromReporter: 'fromReporter', messageToReporter: 'toReporter' } as const;

/**
 * Opens a case where somebody holds a key, in a browser or on a command line. The words of handlers stay closed. A report
 * that says something else than the case beside it is there, with what differs named. Throws SealError where the report
 * cannot be opened or is damaged, MovedSealError where it is of another case, or of another mailbox.
 */
export async function openReport(
  record: CaseRecord,
  events: readonly EventRecord[],
  open: OpenSeal,
): Promise<OpenedReport> {
  const report = readAs(sealedReportSchema, await open(record.sealedReport));
  const isIts = report?.caseId === record.caseId && report.mailbox === digestOfMailbox(record.mailboxRecipient);
  if (report === undefined || !isIts) throw new MovedSealError();
  const key = keyOf(report);

  const isForHandlers = (identity: SealedIdentity): boolean => report.mode === 'named' && isOf(report, key, identity);
  const kept = await keptIdentity(open, record.sealedIdentity, isForHandlers);
  // Of whom nothing is to be kept, nothing is told that a server was told.
  const attested =
    report.mode === 'named' ? await readable(open, attestedIdentitySchema, record.attestedIdentity) : undefined;

  const aside = setAsideIn(events);
  const thread: ThreadEntry[] = [];
  let shared: SealedIdentity | undefined;
  const doubts: Doubt[] = [];
  let [doubtful, setAside] = [0, 0];
  /** By kind, how many messages came so far, and how many of them were shown or set aside. */
  const sent = { messageToReporter: 0, messageFromReporter: 0 };
  const settled = { messageToReporter: 0, messageFromReporter: 0 };
  for (const event of events) {
    const { kind, by, at, sequence } = event;
    if (kind === 'identityShared') {
      const identity = await readable(open, sealedIdentitySchema, event.note?.sealed);
      const of = event.note?.digest ?? '';
      if (identity && report.mode !== 'notKept' && isOf(report, key, identity)) shared = identity;
      else if (aside.has(of)) setAside += 1;
      else {
        doubtful += 1;
        doubts.push({ kind, by, at, sequence, of });
      }
    }
    if (kind !== 'messageFromReporter' && kind !== 'messageToReporter') continue;
    const direction = directions[kind];
    const message = await readable(open, sealedMessageSchema, event.message?.sealed);
    const of = event.message?.digest ?? '';
    sent[kind] += 1;
    const isItsOwn = message?.caseId === record.caseId && message.direction === direction;
    const genuine = message && key && isItsOwn && isGenuine(key, message) ? message : undefined;
    if (genuine?.number === settled[kind] + 1) {
      thread.push({ direction, message: genuine, at });
      settled[kind] += 1;
    } else if (aside.has(of)) {
      setAside += 1;
      settled[kind] += 1;
    } else {
      doubtful += 1;
      // What follows one that is in doubt is not shown, and is nobody's fault.
      if (genuine?.number !== sent[kind]) doubts.push({ kind, by, at, sequence, of });
    }
  }
  const identity = kept.identity ?? shared?.identity;
  return {
    report,
    identity,
    mislabelled: mislabelled(record, report, kept.isOdd),
    otherIdentity: attested?.caseId === record.caseId ? otherThan(identity, attested) : undefined,
    followUps: thread.flatMap((entry) => (entry.direction === 'fromReporter' ? [entry.message] : [])),
    thread,
    doubtful,
    doubts,
    setAside,
    historyIsWhole: isWholeHistory(record.caseId, record.chain, events),
    recordIsAsWritten: isAsLastWritten(record, events),
    recipients: report.recipients,
  };
}
