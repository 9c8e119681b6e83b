import { z } from 'zod';
import { canonicalJson, digestOfSeal, sha256 } from './digests.ts';
import { caseIdSchema, type CaseRecord, caseStatuses, daySchema } from './case-record.ts';
import { detrimentMonths } from './base-schemas.ts';
import { fileIdSchema, storedFilesSchema } from './sealed-file.ts';
import { gradingSchema } from './grading.ts';
import { flags, nationalCategories, recordedTowardsOptions } from './classification.ts';
import {
  closingAnswers,
  dangers,
  erasureReasons,
  fileDestinations,
  identityOpeningReasons,
  outcomes,
  recordingDuties,
  referralDecisions,
  regimes,
} from './case-terms.ts';
import { personIdSchema } from './roles.ts';
import { cardPositionSchema } from './subject-card.ts';
import type { CaseId } from './case-id.ts';

const actorSchema = z.union([z.literal('system'), z.literal('reporter'), z.object({ objectId: personIdSchema })]);

/** The actions that section 62 of the Data Protection Act 2018 asks to be logged. */
export type LoggedAction = 'collection' | 'alteration' | 'consultation' | 'disclosure' | 'combination' | 'erasure';

export const loggedActionByKind = {
  received: 'collection',
  messageFromReporter: 'collection',
  filesAdded: 'collection',
  viewed: 'consultation',
  consulted: 'consultation',
  overseen: 'consultation',
  supervised: 'consultation',
  identityConsidered: 'consultation',
  identityOpened: 'consultation',
  fileOpened: 'consultation',
  acknowledged: 'alteration',
  triaged: 'alteration',
  moved: 'alteration',
  closed: 'alteration',
  reopened: 'alteration',
  assigned: 'alteration',
  noted: 'alteration',
  decided: 'alteration',
  reasoned: 'alteration',
  contacted: 'alteration',
  taskAdded: 'alteration',
  taskDone: 'alteration',
  referralDecided: 'alteration',
  safetyRecorded: 'alteration',
  dutyRecorded: 'alteration',
  urgencyRaised: 'alteration',
  loweringAsked: 'alteration',
  urgencyLowered: 'alteration',
  sanitised: 'alteration',
  sanitisedSigned: 'alteration',
  conflictDeclared: 'alteration',
  excluded: 'alteration',
  readmitted: 'alteration',
  movedToReserve: 'alteration',
  reviewSet: 'alteration',
  messagesStopped: 'alteration',
  updateConfirmed: 'alteration',
  detrimentNotAsked: 'alteration',
  doubted: 'alteration',
  erasureAsked: 'alteration',
  erasureRefused: 'alteration',
  identityAsked: 'alteration',
  identityWithdrawn: 'alteration',
  identityAgreed: 'alteration',
  identityRefused: 'alteration',
  subjectsKept: 'alteration',
  titled: 'alteration',
  fileMarked: 'alteration',
  messageToReporter: 'disclosure',
  identityShared: 'disclosure',
  exported: 'disclosure',
  fileExported: 'disclosure',
  printed: 'disclosure',
  linked: 'combination',
  notSame: 'combination',
  notSameRevised: 'combination',
  samePerson: 'combination',
  parted: 'combination',
  grouped: 'combination',
  erased: 'erasure',
} as const satisfies Record<string, LoggedAction>;
export type EventKind = keyof typeof loggedActionByKind;
const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(loggedActionByKind, kind);
export const eventKinds: readonly EventKind[] = Object.keys(loggedActionByKind).filter(isEventKind);

export const maxConfirmedHints = 200;

/** Terms from closed lists: there is no field for words. */
const detailSchema = z
  .object({
    from: z.enum(caseStatuses),
    to: z.enum(caseStatuses),
    outcome: z.enum(outcomes),
    answer: z.enum(closingAnswers),
    months: z.literal(detrimentMonths),
    person: personIdSchema,
    category: z.enum(nationalCategories),
    grading: gradingSchema,
    flags: z.array(z.enum(flags)).readonly(),
    regime: z.enum(regimes),
    towards: z.enum(recordedTowardsOptions),
    decision: z.enum(referralDecisions),
    dueOn: daySchema,
    reviewOn: daySchema,
    hold: z.boolean(),
    stopped: z.boolean(),
    erasedFor: z.enum(erasureReasons),
    what: z.enum(['sanitised', 'whole']),
    log: z.literal(true),
    place: z.enum(fileDestinations),
    json: z.string(),
    pdf: z.string(),
    file: fileIdSchema,
    /** The file was marked as perhaps unlawful, and was opened on purpose. */
    marked: z.literal(true),
    /** The digest of the age file that left. */
    leftAs: z.string(),
    openableBy: z.array(z.string().regex(/^[0-9a-f]{32}$/u)).readonly(),
    /** The digest of the sealed text that this event is about. */
    of: z.string(),
    confirmed: z.int().min(0).max(maxConfirmedHints),
    version: z.int().min(1),
    /** An entry `doubted`, with the card's digest and version. */
    withdrawal: z.enum(['asked', 'agreed', 'refused']),
    /** On a partner's case: its writer confirmed that it follows the contact rules. */
    confirmedContact: z.literal(true),
    because: z.enum(identityOpeningReasons),
    /** The reporter is not notified of the request or opening. */
    withheld: z.literal(true),
    takeover: z.literal(true),
    danger: z.enum(dangers),
    duty: z.enum(recordingDuties),
    isRecorded: z.boolean(),
    told: z.literal(true),
    /** An entry `samePerson`, in which `of` is this case’s card. */
    position: cardPositionSchema,
    ofOther: z.string(),
    positionOther: cardPositionSchema,
  })
  .partial();
export type EventDetail = z.infer<typeof detailSchema>;

export const noteReaders = ['handlers', 'assignee', 'self', 'custodians', 'oversight'] as const;
export type NoteReader = (typeof noteReaders)[number];

/** Append-only, with the hash of the entry before. */
export const eventRecordSchema = z.object({
  caseId: caseIdSchema,
  sequence: z.int().min(1),
  kind: z.enum(eventKinds),
  by: actorSchema,
  /** An instant, or only a day for the reporter's acts. */
  at: z.string(),
  /** The digest of the request, by which a repeat is found; the request itself in older entries. */
  request: z.string().optional(),
  detail: detailSchema.optional(),
  message: z
    .object({ id: z.string(), number: z.int().min(1), sealed: z.string().optional(), digest: z.string() })
    .optional(),
  note: z.object({ for: z.enum(noteReaders), sealed: z.string().optional(), digest: z.string() }).optional(),
  /**
   * Another case, linked or stated not to be the same. Someone who may not see it gets only the digest; references are
   * short, so the salt keeps it from being guessed.
   */
  link: z.object({ other: caseIdSchema.optional(), salt: z.string().optional(), digest: z.string() }).optional(),
  /** The digest of the case after this event, so that a record changed behind its history is noticed. */
  caseDigest: z.string().optional(),
  files: storedFilesSchema,
  previous: z.string(),
  hash: z.string(),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;

const hashedText = (event: Omit<EventRecord, 'hash'>): string =>
  canonicalJson([
    'candour/2/event',
    event.caseId,
    event.sequence,
    event.kind,
    typeof event.by === 'string' ? event.by : `person:${event.by.objectId}`,
    event.at,
    event.request ?? '',
    event.detail ?? {},
    event.message ? [event.message.id, event.message.number, event.message.digest] : [],
    event.note ? [event.note.for, event.note.digest] : [],
    event.link ? [event.link.digest] : [],
    event.caseDigest ?? '',
    event.previous,
    // Entries from before there were files keep their hash.
    ...(event.files === undefined ? [] : [['files', ...event.files.map(({ id, bytes }) => [id, bytes])]]),
  ]);

const explicitKinds = {
  log: [
    'noted',
    'filesAdded',
    'decided',
    'reasoned',
    'contacted',
    'taskAdded',
    'taskDone',
    'safetyRecorded',
    'dutyRecorded',
  ],
  openings: [
    'viewed',
    'consulted',
    'overseen',
    'supervised',
    'identityOpened',
    'identityShared',
    'exported',
    'fileOpened',
    'fileExported',
    'printed',
    'grouped',
  ],
  messages: ['messageFromReporter', 'messageToReporter', 'messagesStopped', 'updateConfirmed', 'detrimentNotAsked'],
} as const satisfies Readonly<Record<Exclude<HistoryCategory, 'course'>, readonly EventKind[]>>;

const explicitKindSet: ReadonlySet<EventKind> = new Set(Object.values(explicitKinds).flat());

/** `course` has everything that the others do not. */
export const eventKindsByCategory: Readonly<Record<HistoryCategory, readonly EventKind[]>> = {
  ...explicitKinds,
  course: eventKinds.filter((kind) => !explicitKindSet.has(kind)),
};

/**
 * The kinds whose words can leave with the decision log. Never the reasons around an identity or a possible covert
 * source, an identity, or why another case is about someone else, which tells of that one.
 */
export const exportableEventKinds = [
  ...explicitKinds.log,
  'triaged',
  'moved',
  'closed',
  'reopened',
  'assigned',
  'referralDecided',
  'urgencyRaised',
  'loweringAsked',
  'urgencyLowered',
  'conflictDeclared',
  'excluded',
  'readmitted',
  'reviewSet',
  'detrimentNotAsked',
  'erasureAsked',
  'erasureRefused',
  'exported',
  'fileExported',
] as const satisfies readonly EventKind[];
export type ExportableEventKind = (typeof exportableEventKinds)[number];

export const isExportableEventKind = (kind: EventKind): kind is ExportableEventKind =>
  exportableEventKinds.some((one) => one === kind);

export const logEntryKinds = ['decision', 'reason', 'contact'] as const;
export type LogEntryKind = (typeof logEntryKinds)[number];

export const historyCategories = ['log', 'openings', 'messages', 'course'] as const;
export type HistoryCategory = (typeof historyCategories)[number];

export const historyPageSize = 25;

export type NewEvent = Pick<EventRecord, 'kind' | 'by' | 'at' | 'request' | 'detail' | 'files'> & {
  readonly message?: { readonly id: string; readonly number: number; readonly sealed: string };
  readonly note?: { readonly for: NonNullable<EventRecord['note']>['for']; readonly sealed: string };
  readonly link?: { readonly other: CaseId; readonly salt: string };
};

export const digestOfLink = ({ other, salt }: NonNullable<NewEvent['link']>): string =>
  sha256(`candour/1/link ${salt} ${other}`);

export const hashOfEvent = (event: Omit<EventRecord, 'hash'>): string => sha256(hashedText(event));

/**
 * In base64url. It includes the last entry's sequence, as equal digests would tell that an entry withheld from an
 * export changed nothing.
 */
export const digestOfCase = (record: CaseRecord): string => caseDigestForSequence(record, record.chain.sequence);

const caseDigestForSequence = ({ chain: _chain, ...record }: CaseRecord, sequence: number): string =>
  sha256(canonicalJson(['candour/2/case', sequence, record]));

export const emptyChain = { sequence: 0, hash: '' } as const;

export function nextEvent(
  caseId: EventRecord['caseId'],
  head: { readonly sequence: number; readonly hash: string },
  event: NewEvent,
  caseDigest?: string,
): EventRecord {
  const { message, note, link, ...rest } = event;
  const entry = {
    ...rest,
    caseId,
    sequence: head.sequence + 1,
    ...(message && { message: { ...message, digest: digestOfSeal(message.sealed) } }),
    ...(note && { note: { ...note, digest: digestOfSeal(note.sealed) } }),
    ...(link && { link: { ...link, digest: digestOfLink(link) } }),
    ...(caseDigest !== undefined && { caseDigest }),
    previous: head.hash,
  };
  return { ...entry, hash: hashOfEvent(entry) };
}

interface PreviousCase {
  readonly record: CaseRecord;
  readonly last: EventRecord | undefined;
}

/** A later event never makes a record good that was changed behind its history. */
function nextCaseDigest(record: CaseRecord, before: PreviousCase | undefined): string | undefined {
  const last = before?.last;
  const wasChanged =
    before !== undefined && last?.hash === before.record.chain.hash && last.caseDigest !== digestOfCase(before.record);
  return wasChanged ? last.caseDigest : caseDigestForSequence(record, record.chain.sequence + 1);
}

/** `record` still holds the head before the event. `before` is missing for a new case only. */
export function appendEvent(
  record: CaseRecord,
  event: NewEvent,
  before?: PreviousCase,
): { readonly record: CaseRecord; readonly event: EventRecord } {
  const entry = nextEvent(record.caseId, record.chain, event, nextCaseDigest(record, before));
  const chain = { ...record.chain, sequence: entry.sequence, hash: entry.hash };
  return { record: { ...record, chain }, event: entry };
}

const isSealDigestValid = (
  words: { readonly sealed?: string | undefined; readonly digest: string } | undefined,
): boolean => words?.sealed === undefined || digestOfSeal(words.sealed) === words.digest;

const isLinkDigestValid = ({ link }: EventRecord): boolean =>
  link?.other === undefined || digestOfLink({ other: link.other, salt: link.salt ?? '' }) === link.digest;

/** False if anyone edited, dropped, added or doubled an entry, or took one from another case. */
export const isHistoryIntact = (
  caseId: EventRecord['caseId'],
  head: Pick<EventRecord, 'sequence' | 'hash'>,
  events: readonly EventRecord[],
): boolean =>
  events.length === head.sequence &&
  (events.at(-1)?.hash ?? emptyChain.hash) === head.hash &&
  events.every(
    (event, place) =>
      event.caseId === caseId &&
      event.sequence === place + 1 &&
      event.previous === (events[place - 1]?.hash ?? emptyChain.hash) &&
      event.hash === hashOfEvent(event) &&
      isSealDigestValid(event.message) &&
      isSealDigestValid(event.note) &&
      isLinkDigestValid(event),
  );

export const isRecordIntact = (record: CaseRecord, events: readonly EventRecord[]): boolean =>
  events.at(-1)?.caseDigest === digestOfCase(record);
