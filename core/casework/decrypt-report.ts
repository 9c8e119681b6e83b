import { base64urlnopad } from '@scure/base';
import type { z } from 'zod';
import type { CaseRecord } from '../model/case-record.ts';
import { type EventKind, type EventRecord, isRecordIntact, isHistoryIntact } from '../model/event-record.ts';
import { SealError } from '../ports/seal.ts';
import {
  type AttestedIdentity,
  attestedIdentitySchema,
  digestOfMailbox,
  type ReporterIdentity,
  isMessageAuthentic,
  isIdentityAuthentic,
  type SealedIdentity,
  sealedIdentitySchema,
  type SealedMessage,
  sealedMessageSchema,
  type SealedReport,
  sealedReportSchema,
} from '../model/sealed-report.ts';
import { reportKinds } from '../model/classification.ts';
import { handledByFromAnswers } from '../model/handled-by.ts';
import { urgencyFromAnswers } from '../model/urgency.ts';
import type { DecisionContext } from './case-action.ts';

export type DecryptSeal = (sealed: string) => Promise<string>;

export interface ThreadEntry {
  readonly direction: SealedMessage['direction'];
  readonly message: SealedMessage;
  readonly at: string;
}

export interface UnverifiedEntry extends Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'> {
  readonly of: string;
}

export interface DecryptedReport {
  readonly report: SealedReport;
  readonly identity: ReporterIdentity | undefined;
  readonly followUps: readonly SealedMessage[];
  readonly thread: readonly ThreadEntry[];
  /** Not genuine, repeated or missing: never shown. */
  readonly unverifiedCount: number;
  readonly unverifiedEntries: readonly UnverifiedEntry[];
  readonly setAside: number;
  readonly isHistoryWhole: boolean;
  readonly isRecordAsWritten: boolean;
  readonly termMismatches: readonly ComparedCaseField[];
  readonly otherIdentity: ReporterIdentity | undefined;
  readonly recipients: readonly string[];
}

/** The seal decrypted, but belongs to another case or mailbox. */
export class MisplacedSealError extends Error {
  constructor() {
    super('What was opened belongs to another case, or its record was changed. Tell the operators: do not rely on it.');
    this.name = 'MisplacedSealError';
  }
}

/** Anyone can seal anything to a public key. */
function parseDecryptedJson<T>(schema: z.ZodType<T>, words: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

async function decryptJson<T>(
  open: DecryptSeal,
  schema: z.ZodType<T>,
  sealed: string | undefined,
): Promise<T | undefined> {
  if (sealed === undefined) return undefined;
  try {
    return parseDecryptedJson(schema, await open(sealed));
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

const keyBytes = 32;

/** Without one no message can be shown to be the reporter's. */
function parseMessageKey({ messageKey }: SealedReport): Uint8Array | undefined {
  try {
    const key = base64urlnopad.decode(messageKey);
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}

const isIdentityOfReport = (report: SealedReport, key: Uint8Array | undefined, identity: SealedIdentity): boolean =>
  key !== undefined &&
  identity.caseId === report.caseId &&
  identity.mode === report.mode &&
  identity.receivedOn === report.receivedOn &&
  isIdentityAuthentic(key, identity);

/** Returned only if the report itself says that it is for the handlers; `isOdd` if there is another. */
async function decryptSealedIdentity(
  open: DecryptSeal,
  sealed: string | undefined,
  isAccepted: (identity: SealedIdentity) => boolean,
): Promise<{ readonly identity: ReporterIdentity | undefined; readonly isOdd: boolean }> {
  const none = { identity: undefined, isOdd: false };
  if (sealed === undefined) return none;
  try {
    const inside = parseDecryptedJson(sealedIdentitySchema, await open(sealed));
    return inside && isAccepted(inside) ? { identity: inside.identity, isOdd: false } : { ...none, isOdd: true };
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return { ...none, isOdd: error.code !== 'notForThisIdentity' };
  }
}

export const differingIdentity = (
  named: ReporterIdentity | undefined,
  { identity }: AttestedIdentity,
): ReporterIdentity | undefined => (identity.objectId === named?.objectId ? undefined : identity);

const directions = { messageFromReporter: 'fromReporter', messageToReporter: 'toReporter' } as const;

/**
 * Decrypts a case without the handlers' words. Throws SealError if the report cannot be decrypted, MisplacedSealError
 * if it belongs to another case or mailbox.
 */
export async function decryptReport(
  record: CaseRecord,
  events: readonly EventRecord[],
  decryptSeal: DecryptSeal,
): Promise<DecryptedReport> {
  const report = parseDecryptedJson(sealedReportSchema, await decryptSeal(record.sealedReport));
  const isSameCase = report?.caseId === record.caseId && report.mailbox === digestOfMailbox(record.mailboxRecipient);
  if (report === undefined || !isSameCase) throw new MisplacedSealError();
  const key = parseMessageKey(report);

  const isForHandlers = (identity: SealedIdentity): boolean =>
    report.mode === 'named' && isIdentityOfReport(report, key, identity);
  const decryptedIdentity = await decryptSealedIdentity(decryptSeal, record.sealedIdentity, isForHandlers);
  // If the report keeps no identity, the one that the server saw is withheld too.
  const attested =
    report.mode === 'named'
      ? await decryptJson(decryptSeal, attestedIdentitySchema, record.attestedIdentity)
      : undefined;

  const setAsideDigests = findSetAsideDigests(events);
  const thread: ThreadEntry[] = [];
  let shared: SealedIdentity | undefined;
  const unverifiedEntries: UnverifiedEntry[] = [];
  let [unverifiedCount, setAside] = [0, 0];
  const sent = { messageToReporter: 0, messageFromReporter: 0 };
  const accepted = { messageToReporter: 0, messageFromReporter: 0 };
  for (const event of events) {
    const { kind, by, at, sequence } = event;
    if (kind === 'identityShared') {
      const identity = await decryptJson(decryptSeal, sealedIdentitySchema, event.note?.sealed);
      const of = event.note?.digest ?? '';
      if (identity && report.mode !== 'notKept' && isIdentityOfReport(report, key, identity)) shared = identity;
      else if (setAsideDigests.has(of)) setAside += 1;
      else {
        unverifiedCount += 1;
        unverifiedEntries.push({ kind, by, at, sequence, of });
      }
    }
    if (kind !== 'messageFromReporter' && kind !== 'messageToReporter') continue;
    const direction = directions[kind];
    const message = await decryptJson(decryptSeal, sealedMessageSchema, event.message?.sealed);
    const of = event.message?.digest ?? '';
    sent[kind] += 1;
    const isSameThread = message?.caseId === record.caseId && message.direction === direction;
    const genuine = message && key && isSameThread && isMessageAuthentic(key, message) ? message : undefined;
    if (genuine?.number === accepted[kind] + 1) {
      thread.push({ direction, message: genuine, at });
      accepted[kind] += 1;
    } else if (setAsideDigests.has(of)) {
      setAside += 1;
      accepted[kind] += 1;
    } else {
      unverifiedCount += 1;
      if (genuine?.number !== sent[kind]) unverifiedEntries.push({ kind, by, at, sequence, of });
    }
  }
  const identity = decryptedIdentity.identity ?? shared?.identity;
  return {
    report,
    identity,
    termMismatches: findCaseFieldMismatches(record, report, decryptedIdentity.isOdd),
    otherIdentity: attested?.caseId === record.caseId ? differingIdentity(identity, attested) : undefined,
    followUps: thread.flatMap((entry) => (entry.direction === 'fromReporter' ? [entry.message] : [])),
    thread,
    unverifiedCount,
    unverifiedEntries,
    setAside,
    isHistoryWhole: isHistoryIntact(record.caseId, record.chain, events),
    isRecordAsWritten: isRecordIntact(record, events),
    recipients: report.recipients,
  };
}

const comparedCaseFields = [
  'kind',
  'urgency',
  'handledBy',
  'language',
  'mode',
  'route',
  'receivedOn',
  'identity',
] as const;
export type ComparedCaseField = (typeof comparedCaseFields)[number];

/**
 * A page that seals, or someone who writes to the database, may label a seal otherwise than the report inside. Urgency
 * and handler may also have changed since.
 */
export function findCaseFieldMismatches(
  record: Pick<CaseRecord, Exclude<ComparedCaseField, 'identity'>>,
  report: Pick<SealedReport, 'answers' | 'language' | 'mode' | 'route' | 'receivedOn'>,
  isOddIdentity = false,
): readonly ComparedCaseField[] {
  const { answers } = report;
  const differs: Readonly<Record<ComparedCaseField, boolean>> = {
    kind: record.kind !== reportKinds.find((kind) => kind === answers.kind),
    urgency: urgencyFromAnswers(answers) === 'urgent' && record.urgency !== 'urgent',
    handledBy: handledByFromAnswers(answers) === 'reserve' && record.handledBy !== 'reserve',
    language: record.language !== report.language,
    mode: record.mode !== report.mode,
    route: record.route !== report.route,
    receivedOn: record.receivedOn !== report.receivedOn,
    identity: isOddIdentity,
  };
  return comparedCaseFields.filter((label) => differs[label]);
}

/** Anyone who may write these can send junk, so they are shown only if genuine. */
export const authenticatedEventKinds = [
  'messageToReporter',
  'messageFromReporter',
  'identityShared',
] as const satisfies EventKind[];

const isAuthenticatedKind = ({ kind }: EventRecord): boolean =>
  authenticatedEventKinds.some((checked) => checked === kind);
export const eventSealDigest = ({ message, note }: EventRecord): string | undefined => message?.digest ?? note?.digest;
export const isSameAuthor = (one: EventRecord, other: EventRecord['by']): boolean =>
  typeof one.by === 'object' && typeof other === 'object' && one.by.objectId === other.objectId;

/**
 * Another person than the last sender set these aside afterwards. The first entry with a seal is the original and a
 * later copy junk, so this hides nothing genuine.
 */
const findSetAsideDigests = (events: readonly EventRecord[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ kind, by, sequence, detail }) => {
      if (kind !== 'doubted' || detail?.of === undefined) return [];
      const last = events.findLast((event) => isAuthenticatedKind(event) && eventSealDigest(event) === detail.of);
      const isSecond = last !== undefined && last.sequence < sequence && !isSameAuthor(last, by);
      return isSecond ? [detail.of] : [];
    }),
  );

export function countSetAsideEvents(entries: DecisionContext['entries'], kinds: readonly EventKind[]): number {
  const events = entries({ kinds: [...authenticatedEventKinds, 'doubted'] });
  const setAsideDigests = findSetAsideDigests(events);
  return events.filter((event) => kinds.includes(event.kind) && setAsideDigests.has(eventSealDigest(event) ?? ''))
    .length;
}
