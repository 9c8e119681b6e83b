import { z } from 'zod';
import { canonicalJson } from '../terms/canonical-json.ts';
import { caseIdSchema, caseStatuses, daySchema } from './case-record.ts';
import { detrimentMonths } from './case-terms.ts';
import { fileIdSchema, keptFilesSchema } from './kept-file.ts';
import { gradingSchema } from '../terms/grading.ts';
import { nationalCategories } from '../terms/national-categories.ts';
import {
  closingAnswers,
  erasureReasons,
  fileDestinations,
  openingReasons,
  outcomes,
  referralDecisions,
  regimes,
} from '../terms/outcomes.ts';
import { flags, recordedTowards } from '../terms/kinds.ts';
import { personIdSchema } from '../terms/person-id.ts';

/** Who did something: the system, the person who reported, or somebody with a role, by their Entra object id. */
const actorSchema = z.union([z.literal('system'), z.literal('reporter'), z.object({ objectId: personIdSchema })]);

/** The six actions that section 62 of the Data Protection Act 2018 asks to be logged. */
export type LoggedAction = 'collection' | 'alteration' | 'consultation' | 'disclosure' | 'combination' | 'erasure';

/** Everything that can happen to a case, with the action of section 62 that it is. */
export const actionOf = {
  received: 'collection',
  messageFromReporter: 'collection',
  filesAdded: 'collection',
  viewed: 'consultation',
  consulted: 'consultation',
  overseen: 'consultation',
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
  messageToReporter: 'disclosure',
  identityShared: 'disclosure',
  exported: 'disclosure',
  fileExported: 'disclosure',
  linked: 'combination',
  notSame: 'combination',
  notSameRevised: 'combination',
  erased: 'erasure',
} as const satisfies Record<string, LoggedAction>;
export type EventKind = keyof typeof actionOf;
const isKind = (kind: string): kind is EventKind => Object.hasOwn(actionOf, kind);
export const eventKinds: readonly EventKind[] = Object.keys(actionOf).filter(isKind);

/** The most hints in a text that are counted: a longer count says no more of it. */
export const mostHints = 200;

/** The detail that an event says of a change, in terms from closed lists: there is no field for words. */
const detailSchema = z
  .object({
    from: z.enum(caseStatuses),
    to: z.enum(caseStatuses),
    outcome: z.enum(outcomes),
    answer: z.enum(closingAnswers),
    /** A message that asks whether somebody was treated worse, or that it was not asked: after how many months. */
    months: z.literal(detrimentMonths),
    /** Who a case or a task went to, who was shut out of it, or who was let in again. */
    person: personIdSchema,
    category: z.enum(nationalCategories),
    grading: gradingSchema,
    flags: z.array(z.enum(flags)).readonly(),
    regime: z.enum(regimes),
    towards: z.enum(recordedTowards),
    decision: z.enum(referralDecisions),
    dueOn: daySchema,
    reviewOn: daySchema,
    hold: z.boolean(),
    stopped: z.boolean(),
    /** Why a case is erased: as it was asked for, and as it was done. */
    erasedFor: z.enum(erasureReasons),
    /** An export: what left, where to, and the digests of its files. */
    what: z.enum(['sanitised', 'whole']),
    /** The decision log left with it. */
    log: z.literal(true),
    place: z.enum(fileDestinations),
    json: z.string(),
    pdf: z.string(),
    /** A file of the case that was opened, or left. */
    file: fileIdSchema,
    /** The digest of the age file that left, and the fingerprints of those who can open it. */
    leftAs: z.string(),
    openableBy: z.array(z.string().regex(/^[0-9a-f]{32}$/u)).readonly(),
    /** The digest of a sealed text that this event is about. */
    of: z.string(),
    /** A sign-off: how many hints in the text were confirmed by who signed it off. */
    confirmed: z.int().min(0).max(mostHints),
    /** Which version of a subject card it is. */
    version: z.int().min(1),
    /** How far two people have come who withdraw a subject card as wrong: an entry `doubted`, with its digest and version. */
    withdrawal: z.enum(['asked', 'agreed', 'refused']),
    /** A message on a hub's case: its writer confirmed that it keeps to how the person may be contacted. */
    confirmedContact: z.literal(true),
    /** A custodian opened an identity alone and without a request, since a life was at risk. */
    because: z.enum(openingReasons),
    /** An identity that was asked for, or opened: the person who reported is not told of that. */
    withheld: z.literal(true),
    /** The reserve takes a case over that nobody of the unit may see: one of it asks, another agrees. */
    takeover: z.literal(true),
    /** The reserve is told of it. */
    told: z.literal(true),
  })
  .partial();
export type EventDetail = z.infer<typeof detailSchema>;

/**
 * Who can open the words of a handler: all who handle the case, the assignee and the writer, the writer alone, custodians,
 * or the reserve beside all who handle the case.
 */
export const noteReaders = ['handlers', 'assignee', 'self', 'custodians', 'oversight'] as const;
export type NoteReader = (typeof noteReaders)[number];

/** One entry of a case's append-only history. Each holds the hash of the one before. */
export const eventRecordSchema = z.object({
  caseId: caseIdSchema,
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  kind: z.enum(eventKinds),
  by: actorSchema,
  /** An instant, or only a day where it is the reporter's act. */
  at: z.string(),
  /** The digest of the request that it came from, of which a repeat adds nothing; once it was the request itself. */
  request: z.string().optional(),
  detail: detailSchema.optional(),
  /** A message between the unit and the reporter. The seal is gone once the case is erased, its digest stays. */
  message: z
    .object({ id: z.string(), number: z.int().min(1), sealed: z.string().optional(), digest: z.string() })
    .optional(),
  /** Words of those who handle the case, sealed in their browser. */
  note: z.object({ for: z.enum(noteReaders), sealed: z.string().optional(), digest: z.string() }).optional(),
  /**
   * The other case of a link, or one that is said not to be the same. To somebody who may not see that case only the digest is handed out; the salt keeps it from
   * being guessed, since a reference is short.
   */
  link: z.object({ other: caseIdSchema.optional(), salt: z.string().optional(), digest: z.string() }).optional(),
  /** The digest of the case as it stood after this, so that a record changed behind its history is noticed. */
  caseDigest: z.string().optional(),
  /** The files that came with it. */
  files: keptFilesSchema,
  previous: z.string(),
  hash: z.string(),
});
export type EventRecord = z.infer<typeof eventRecordSchema>;

/**
 * The text that the hash of an entry is taken over: everything in it but seals and other cases, of which it takes the
 * digests.
 */
export const hashedText = (event: Omit<EventRecord, 'hash'>): string =>
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
    // An entry of before there were files has the hash that it had.
    ...(event.files === undefined ? [] : [['files', ...event.files.map(({ id, bytes }) => [id, bytes])]]),
  ]);
