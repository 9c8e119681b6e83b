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

/** The words of a seal. Throws SealError where it cannot be opened: `notForThisIdentity` where the key is another. */
export type OpenSeal = (sealed: string) => Promise<string>;

/** A message that is genuine, and when it was saved: an instant, or a day where the reporter wrote it. */
export interface ThreadEntry {
  readonly direction: SealedMessage['direction'];
  /** An empty text of the reporter says that there is nothing to add. */
  readonly message: SealedMessage;
  readonly at: string;
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

/** A seal that opened, but belongs to another case or says something else than the record beside it. */
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

const wordsOf = (open: OpenSeal, sealed: string, closed: (error: SealError) => boolean): Promise<string | undefined> =>
  open(sealed).catch((error: unknown) => {
    if (error instanceof SealError && closed(error)) return undefined;
    throw error;
  });

/** The words of a seal, `undefined` where it is for others. */
const openable = (open: OpenSeal, sealed: string): Promise<string | undefined> =>
  wordsOf(open, sealed, ({ code }) => code === 'notForThisIdentity');

/** Opens a seal of the history, `undefined` where it does not open or is of another form. */
async function readable<T>(open: OpenSeal, schema: z.ZodType<T>, sealed: string | undefined): Promise<T | undefined> {
  const words = sealed === undefined ? undefined : await wordsOf(open, sealed, () => true);
  return words === undefined ? undefined : readAs(schema, words);
}

const belongsTo = (record: CaseRecord, inside: Pick<SealedReport, 'caseId' | 'mode' | 'receivedOn'>): boolean =>
  inside.caseId === record.caseId && inside.mode === record.mode && inside.receivedOn === record.receivedOn;

const isOf = (record: CaseRecord, key: Uint8Array, identity: SealedIdentity): boolean =>
  belongsTo(record, identity) && isIdentityOf(key, identity);

function keyOf(report: SealedReport): Uint8Array {
  try {
    return base64urlnopad.decode(report.messageKey);
  } catch {
    throw new MovedSealError();
  }
}

/** Who a token named, where that is another person than a report names. A name may be written anew at Entra. */
export const otherThan = (named: Identity | undefined, { identity }: AttestedIdentity): Identity | undefined =>
  identity.objectId === named?.objectId ? undefined : identity;

const directions = { messageFromReporter: 'fromReporter', messageToReporter: 'toReporter' } as const;

/**
 * Opens a case where somebody holds a key, in a browser or on a command line. The words of handlers stay closed. Throws
 * SealError where the report cannot be opened or is damaged, MovedSealError where a seal was put beside another case.
 */
export async function openReport(
  record: CaseRecord,
  events: readonly EventRecord[],
  open: OpenSeal,
): Promise<OpenedReport> {
  const report = readAs(sealedReportSchema, await open(record.sealedReport));
  const isOurs = report && belongsTo(record, report) && report.mailbox === digestOfMailbox(record.mailboxRecipient);
  if (report === undefined || !isOurs) throw new MovedSealError();
  const key = keyOf(report);

  const identityWords = record.sealedIdentity && (await openable(open, record.sealedIdentity));
  const kept = identityWords === undefined ? undefined : readAs(sealedIdentitySchema, identityWords);
  if (identityWords !== undefined && !(kept && isOf(record, key, kept))) throw new MovedSealError();

  const attestedWords = record.attestedIdentity && (await openable(open, record.attestedIdentity));
  const attested = attestedWords === undefined ? undefined : readAs(attestedIdentitySchema, attestedWords);

  const thread: ThreadEntry[] = [];
  let shared: SealedIdentity | undefined;
  let doubtful = 0;
  for (const event of events) {
    if (event.kind === 'identityShared') {
      const identity = await readable(open, sealedIdentitySchema, event.note?.sealed);
      if (identity && isOf(record, key, identity)) shared = identity;
      else doubtful += 1;
    }
    if (event.kind !== 'messageFromReporter' && event.kind !== 'messageToReporter') continue;
    const direction = directions[event.kind];
    const message = await readable(open, sealedMessageSchema, event.message?.sealed);
    const next = thread.filter((entry) => entry.direction === direction).length + 1;
    const isExpected = message?.caseId === record.caseId && message.direction === direction && message.number === next;
    if (message && isExpected && isGenuine(key, message)) thread.push({ direction, message, at: event.at });
    else doubtful += 1;
  }
  const identity = (kept ?? shared)?.identity;
  return {
    report,
    identity,
    mislabelled: mislabelled(record, report),
    otherIdentity: attested?.caseId === record.caseId ? otherThan(identity, attested) : undefined,
    followUps: thread.flatMap((entry) => (entry.direction === 'fromReporter' ? [entry.message] : [])),
    thread,
    doubtful,
    historyIsWhole: isWholeHistory(record.caseId, record.chain, events),
    recordIsAsWritten: isAsLastWritten(record, events),
    recipients: report.recipients,
  };
}
