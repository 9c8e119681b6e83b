import { base64urlnopad } from '@scure/base';
import type { z } from 'zod';
import type { CaseRecord } from '../model/case-record.ts';
import { type EventKind, type EventRecord, isAsLastWritten, isWholeHistory } from '../model/event-record.ts';
import { SealError } from '../ports/seal.ts';
import {
  type AttestedIdentity,
  attestedIdentitySchema,
  digestOfMailbox,
  type Identity,
  isGenuine,
  isIdentityOf,
  type SealedIdentity,
  sealedIdentitySchema,
  type SealedMessage,
  sealedMessageSchema,
  type SealedReport,
  sealedReportSchema,
} from '../model/sealed-report.ts';
import { kinds } from '../model/kinds.ts';
import { handledByOf, urgencyOf } from '../model/urgency.ts';
import type { Standing } from './acts.ts';

export type OpenSeal = (sealed: string) => Promise<string>;

export interface ThreadEntry {
  readonly direction: SealedMessage['direction'];
  readonly message: SealedMessage;
  readonly at: string;
}

export interface Doubt extends Pick<EventRecord, 'kind' | 'by' | 'at' | 'sequence'> {
  readonly of: string;
}

export interface OpenedReport {
  readonly report: SealedReport;
  readonly identity: Identity | undefined;
  /** Only what the holder of the return code wrote. */
  readonly followUps: readonly SealedMessage[];
  readonly thread: readonly ThreadEntry[];
  /** Messages and shared identities that are not genuine, repeated or missing. They are never shown. */
  readonly doubtful: number;
  readonly doubts: readonly Doubt[];
  readonly setAside: number;
  readonly historyIsWhole: boolean;
  readonly recordIsAsWritten: boolean;
  readonly mislabelled: readonly Label[];
  readonly otherIdentity: Identity | undefined;
  readonly recipients: readonly string[];
}

/** The seal opened, but belongs to another case or mailbox. */
export class MovedSealError extends Error {
  constructor() {
    super('What was opened belongs to another case, or its record was changed. Tell the operators: do not rely on it.');
    this.name = 'MovedSealError';
  }
}

/** Anyone can seal anything to a public key. */
function readAs<T>(schema: z.ZodType<T>, words: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

async function readable<T>(open: OpenSeal, schema: z.ZodType<T>, sealed: string | undefined): Promise<T | undefined> {
  if (sealed === undefined) return undefined;
  try {
    return readAs(schema, await open(sealed));
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

const keyBytes = 32;

/** Without one no message can be shown to be the reporter's. */
function keyOf({ messageKey }: SealedReport): Uint8Array | undefined {
  try {
    const key = base64urlnopad.decode(messageKey);
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}

const isOf = (report: SealedReport, key: Uint8Array | undefined, identity: SealedIdentity): boolean =>
  key !== undefined &&
  identity.caseId === report.caseId &&
  identity.mode === report.mode &&
  identity.receivedOn === report.receivedOn &&
  isIdentityOf(key, identity);

/** Handed out only if the report itself says that it is for the handlers; `isOdd` if there is another. */
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

export const otherThan = (named: Identity | undefined, { identity }: AttestedIdentity): Identity | undefined =>
  identity.objectId === named?.objectId ? undefined : identity;

const directions = { messageFromReporter: 'fromReporter', messageToReporter: 'toReporter' } as const;

/**
 * Opens a case with a key, in a browser or on a command line. Handlers' words stay closed. Throws SealError if the
 * report cannot be opened, MovedSealError if it belongs to another case or mailbox.
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
  // If no identity is to be kept, the one that the server saw is not told either.
  const attested =
    report.mode === 'named' ? await readable(open, attestedIdentitySchema, record.attestedIdentity) : undefined;

  const aside = setAsideIn(events);
  const thread: ThreadEntry[] = [];
  let shared: SealedIdentity | undefined;
  const doubts: Doubt[] = [];
  let [doubtful, setAside] = [0, 0];
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

const labels = ['kind', 'urgency', 'handledBy', 'language', 'mode', 'route', 'receivedOn', 'identity'] as const;
export type Label = (typeof labels)[number];

/**
 * The labels beside a seal that differ from the report inside: a page that seals, or someone who writes to the
 * database, may say two things. Urgency and handler may also have changed since.
 */
export function mislabelled(
  record: Pick<CaseRecord, Exclude<Label, 'identity'>>,
  report: Pick<SealedReport, 'answers' | 'language' | 'mode' | 'route' | 'receivedOn'>,
  isOddIdentity = false,
): readonly Label[] {
  const { answers } = report;
  const differs: Readonly<Record<Label, boolean>> = {
    kind: record.kind !== kinds.find((kind) => kind === answers.kind),
    urgency: urgencyOf(answers) === 'urgent' && record.urgency !== 'urgent',
    handledBy: handledByOf(answers) === 'reserve' && record.handledBy !== 'reserve',
    language: record.language !== report.language,
    mode: record.mode !== report.mode,
    route: record.route !== report.route,
    receivedOn: record.receivedOn !== report.receivedOn,
    identity: isOddIdentity,
  };
  return labels.filter((label) => differs[label]);
}

/** Anyone who may write these can send junk, so they are shown only if genuine. */
export const checkedKinds = [
  'messageToReporter',
  'messageFromReporter',
  'identityShared',
] as const satisfies EventKind[];

const isChecked = ({ kind }: EventRecord): boolean => checkedKinds.some((checked) => checked === kind);
export const digestOf = ({ message, note }: EventRecord): string | undefined => message?.digest ?? note?.digest;
export const isBySame = (one: EventRecord, other: EventRecord['by']): boolean =>
  typeof one.by === 'object' && typeof other === 'object' && one.by.objectId === other.objectId;

/**
 * Seals that another person than their last sender set aside, afterwards. An earlier entry with the same seal is the
 * original, and the copy is junk. Nothing genuine is hidden by it.
 */
const setAsideIn = (events: readonly EventRecord[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ kind, by, sequence, detail }) => {
      if (kind !== 'doubted' || detail?.of === undefined) return [];
      const last = events.findLast((event) => isChecked(event) && digestOf(event) === detail.of);
      const isSecond = last !== undefined && last.sequence < sequence && !isBySame(last, by);
      return isSecond ? [detail.of] : [];
    }),
  );

export function countSetAside(entries: Standing['entries'], kinds: readonly EventKind[]): number {
  const events = entries({ kinds: [...checkedKinds, 'doubted'] });
  const aside = setAsideIn(events);
  return events.filter((event) => kinds.includes(event.kind) && aside.has(digestOf(event) ?? '')).length;
}
