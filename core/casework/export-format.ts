import { z } from 'zod';
import { caseIdSchema, caseStatuses, daySchema } from '../model/case-record.ts';
import {
  emptyChain,
  type EventKind,
  type EventRecord,
  eventRecordSchema,
  hashOfEvent,
  isExportableEventKind,
  type ExportableEventKind,
  exportableEventKinds,
  noteReaders,
} from '../model/event-record.ts';
import { parseDatedNote } from '../model/dated-note.ts';
import { deadlines } from '../model/deadlines.ts';
import { sealedFileSchema } from '../model/sealed-file.ts';
import { canonicalJson, sha256 } from '../model/digests.ts';
import { gradingSchema } from '../model/grading.ts';
import { flags, reportKinds, nationalCategories } from '../model/classification.ts';
import { languages } from '../model/language.ts';
import { exportDestinations, outcomes, referralDecisions, regimes } from '../model/case-terms.ts';
import { partnerTypes } from '../model/report-routes.ts';
import { identityModes } from '../model/questions.ts';
import { type CaseId, parseCaseId } from '../model/case-id.ts';

const digest = z.string().regex(/^[\w-]{43}$/u);
const sequence = z.int().min(1);

const logEntrySchema = z.strictObject({
  sequence,
  kind: z.enum(exportableEventKinds),
  by: eventRecordSchema.shape.by,
  name: z.string().optional(),
  at: z.string(),
  dueOn: daySchema.optional(),
  /** Of a referral; missing in exports of earlier versions. */
  decision: z.enum(referralDecisions).optional(),
  /** The day that its writer gave, out of the sealed words. */
  happenedOn: daySchema.optional(),
  for: z.enum(noteReaders),
  digest,
  text: z.string(),
});
type LogEntry = z.infer<typeof logEntrySchema>;

export const exportedLogSchema = z.strictObject({
  upTo: sequence,
  entries: z.array(logEntrySchema).readonly(),
  missing: z.array(z.strictObject({ sequence, digest })).readonly(),
});
export type ExportedLog = z.infer<typeof exportedLogSchema>;

type NoteEntry = EventRecord & { readonly kind: ExportableEventKind; readonly note: NonNullable<EventRecord['note']> };
const isNoteEntry = (event: EventRecord): event is NoteEntry =>
  event.note !== undefined && isExportableEventKind(event.kind);

const taskDueDay = ({ kind, detail }: EventRecord) => (kind === 'taskAdded' ? detail?.dueOn : undefined);

const referralDecision = ({ kind, detail }: EventRecord) => (kind === 'referralDecided' ? detail?.decision : undefined);

export const noteEntries = (events: readonly EventRecord[]): readonly NoteEntry[] => events.filter(isNoteEntry);

export function createExportedLog(
  events: readonly EventRecord[],
  words: ReadonlyMap<string, string>,
  getName: (by: EventRecord['by']) => string | undefined,
): ExportedLog {
  const entries: LogEntry[] = [];
  const missing: { readonly sequence: number; readonly digest: string }[] = [];
  for (const event of noteEntries(events)) {
    const { sequence: place, kind, by, at, note } = event;
    const dueOn = taskDueDay(event);
    const decision = referralDecision(event);
    const decrypted = words.get(note.digest);
    if (decrypted === undefined) missing.push({ sequence: place, digest: note.digest });
    else {
      const name = getName(by);
      const { happenedOn, text } = parseDatedNote(kind, decrypted);
      entries.push({
        sequence: place,
        kind,
        by,
        ...(name !== undefined && { name }),
        at,
        ...(dueOn !== undefined && { dueOn }),
        ...(decision !== undefined && { decision }),
        ...(happenedOn !== undefined && { happenedOn }),
        for: note.for,
        digest: note.digest,
        text,
      });
    }
  }
  return { upTo: events.at(-1)?.sequence ?? 1, entries, missing };
}

const authorKey = (by: EventRecord['by']): string => (typeof by === 'string' ? by : `person:${by.objectId}`);
const isAscending = (list: readonly { readonly sequence: number }[]): boolean =>
  list.every((one, place) => one.sequence > (list[place - 1]?.sequence ?? 0));

interface ExportedLogCheck {
  readonly isMatching: boolean;
  readonly later: readonly number[];
}

export function checkExportedLog(
  { upTo, entries, missing }: ExportedLog,
  history: readonly EventRecord[],
): ExportedLogCheck {
  const noteEvents = noteEntries(history.slice(0, -1));
  const entriesBySequence = new Map(entries.map((one) => [one.sequence, one]));
  const missingBySequence = new Map(missing.map((one) => [one.sequence, one]));
  const until = noteEvents.filter((event) => event.sequence <= upTo);
  const isAsWritten = (event: NoteEntry): boolean => {
    const one = entriesBySequence.get(event.sequence);
    if (one === undefined) return missingBySequence.get(event.sequence)?.digest === event.note.digest;
    return (
      !missingBySequence.has(event.sequence) &&
      one.digest === event.note.digest &&
      one.for === event.note.for &&
      one.kind === event.kind &&
      one.at === event.at &&
      authorKey(one.by) === authorKey(event.by) &&
      one.dueOn === taskDueDay(event) &&
      (one.decision === undefined || one.decision === referralDecision(event))
    );
  };
  return {
    isMatching:
      isAscending(entries) &&
      isAscending(missing) &&
      entries.length + missing.length === until.length &&
      until.every(isAsWritten),
    later: noteEvents.filter((event) => event.sequence > upTo).map((event) => event.sequence),
  };
}

/**
 * `false` for anything that may tell of the source. All steps between states are withheld: a reporter's message moves a
 * case without a step, and a single missing step would tell of it.
 */
const shownKinds = {
  received: true,
  messageFromReporter: false,
  viewed: true,
  consulted: true,
  overseen: false,
  supervised: false,
  identityConsidered: false,
  identityOpened: false,
  fileOpened: false,
  acknowledged: true,
  triaged: true,
  moved: false,
  closed: false,
  reopened: false,
  assigned: true,
  noted: true,
  filesAdded: false,
  decided: false,
  reasoned: false,
  contacted: false,
  taskAdded: false,
  taskDone: false,
  referralDecided: true,
  safetyRecorded: false,
  dutyRecorded: false,
  urgencyRaised: false,
  loweringAsked: false,
  urgencyLowered: false,
  sanitised: true,
  sanitisedSigned: true,
  conflictDeclared: false,
  excluded: false,
  readmitted: false,
  movedToReserve: false,
  reviewSet: true,
  messagesStopped: false,
  updateConfirmed: false,
  detrimentNotAsked: false,
  doubted: true,
  erasureAsked: false,
  erasureRefused: false,
  identityAsked: false,
  identityWithdrawn: false,
  identityAgreed: false,
  identityRefused: false,
  messageToReporter: false,
  identityShared: false,
  exported: true,
  fileExported: false,
  printed: false,
  fileMarked: false,
  linked: false,
  notSame: false,
  notSameRevised: false,
  samePerson: false,
  parted: false,
  grouped: false,
  subjectsKept: false,
  titled: false,
  erased: false,
} as const satisfies Record<EventKind, boolean>;

/** A message that was set aside would tell that someone waited for one. */
export const isShownInSanitisedExport = ({ kind, detail }: Pick<EventRecord, 'kind' | 'detail'>): boolean =>
  shownKinds[kind] && !(kind === 'doubted' && detail?.of !== undefined);

const optionalDay = daySchema.optional();

/** Known without decrypting. How it was reported may tell of the source, so it is left out. */
const commonFieldSchemas = {
  reference: caseIdSchema,
  language: z.enum(languages),
  receivedOn: daySchema,
  urgency: z.enum(['urgent', 'standard']),
  kind: z.enum(reportKinds).optional(),
  outcome: z.enum(outcomes).optional(),
  category: z.enum(nationalCategories).optional(),
  grading: gradingSchema.optional(),
  flags: z.array(z.enum(flags)).readonly(),
  regime: z.enum(regimes).optional(),
  referral: z
    .strictObject({ decision: z.enum(referralDecisions), on: daySchema, dueOn: daySchema.optional() })
    .optional(),
};
const days = { acknowledgedOn: optionalDay, triagedOn: optionalDay, closedOn: optionalDay, reviewOn: optionalDay };

const clocksSchema = <Name extends string>(names: z.ZodType<Name>) =>
  z.array(z.strictObject({ clock: names, dueOn: daySchema })).readonly();

/** Without anything that tells of waiting for or writing to the reporter. */
const sanitisedFieldSchemas = {
  ...commonFieldSchemas,
  status: z.enum(caseStatuses).exclude(['awaitingReporter']),
  days: z.strictObject(days),
  clocks: clocksSchema(z.enum(deadlines).exclude(['update', 'detriment', 'task', 'safety'])),
};

const wholeFieldSchemas = {
  ...commonFieldSchemas,
  status: z.enum(caseStatuses),
  days: z.strictObject({ ...days, updatedOn: optionalDay }),
  clocks: clocksSchema(z.enum(deadlines)),
};

const filesSchema = z.array(sealedFileSchema.omit({ id: true }).strict()).readonly();
const namedFilesSchema = filesSchema.optional();

/** The reporter's name is in no export. */
const reportSchema = z.strictObject({
  language: z.enum(languages),
  mode: z.enum(identityModes),
  route: z.literal('hub').optional(),
  partnerType: z.enum(partnerTypes).optional(),
  consentWithdrawnOn: daySchema.optional(),
  answers: z.array(z.strictObject({ question: z.string(), label: z.string(), answer: z.string() })).readonly(),
  thread: z
    .array(
      z.strictObject({
        direction: z.enum(['fromReporter', 'toReporter']),
        writtenOn: daySchema,
        text: z.string(),
        files: namedFilesSchema,
      }),
    )
    .readonly(),
  files: namedFilesSchema,
  leftOut: z.int().min(0),
});

export const exportedContentSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('sanitised'),
    ...sanitisedFieldSchemas,
    text: z.string(),
    /** The seal of the text, and the key of this seal alone; missing in exports of earlier versions. */
    proof: z.strictObject({ seal: z.base64(), key: z.string().regex(/^[\w-]{22}$/u) }).optional(),
  }),
  z.strictObject({
    what: z.literal('whole'),
    ...wholeFieldSchemas,
    report: reportSchema,
    added: z
      .array(z.strictObject({ at: z.string(), files: filesSchema }))
      .readonly()
      .optional(),
    log: exportedLogSchema.optional(),
  }),
]);
export type ExportedContent = z.infer<typeof exportedContentSchema>;

const { message, note } = eventRecordSchema.shape;
const shownEntrySchema = z.strictObject({
  ...eventRecordSchema.shape,
  message: message.unwrap().omit({ sealed: true }).strict().optional(),
  note: note.unwrap().omit({ sealed: true }).strict().optional(),
});

const withheldEntrySchema = z.strictObject({
  withheld: z.literal(true),
  sequence: z.int().min(1),
  previous: digest,
  hash: digest,
});
export const exportedEntrySchema = z.union([withheldEntrySchema, shownEntrySchema]);
export type ExportedEntry = z.infer<typeof exportedEntrySchema>;

/** Signed by the server, over its canonical JSON. */
export const attestationSchema = z.strictObject({
  v: z.literal(1),
  caseId: caseIdSchema,
  what: z.enum(['sanitised', 'whole']),
  log: z.literal(true).optional(),
  /** The digest of the seal of the signed-off text; missing in earlier versions. */
  of: digest.optional(),
  place: z.enum(exportDestinations),
  exportedOn: daySchema,
  by: z.string(),
  json: digest,
  pdf: digest,
  /** Fixes the history in this export, so that no one withholds more of it afterwards. */
  history: digest,
  chain: z.strictObject({ sequence: z.int().min(1), hash: digest }),
});
export type Attestation = z.infer<typeof attestationSchema>;

export const exportedCaseSchema = z.strictObject({
  candour: z.literal('export/1'),
  content: exportedContentSchema,
  history: z.array(exportedEntrySchema).readonly(),
  attestation: attestationSchema,
  signature: z.string(),
  publicKey: z.string(),
});
export type ExportedCase = z.infer<typeof exportedCaseSchema>;

/** In base64url: `json` of the export's event and of the attestation. */
export const exportedContentDigest = (content: ExportedContent): string => sha256(canonicalJson(content));

export const exportedHistoryDigest = (history: readonly ExportedEntry[]): string => sha256(canonicalJson(history));

export const attestationText = (attestation: Attestation): string => canonicalJson(attestation);

export const serialiseExport = (exported: ExportedCase): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(exported)), undefined, 2)}\n`;

type ShownEntry = Exclude<ExportedEntry, { readonly withheld: true }>;

export const isShownEntry = (entry: ExportedEntry): entry is ShownEntry => !('withheld' in entry);

function withoutSeals(event: EventRecord): ShownEntry {
  const { message, note, ...rest } = event;
  return {
    ...rest,
    ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
    ...(note && { note: { for: note.for, digest: note.digest } }),
  };
}

/** Without seals, and if sanitised without anything that may tell of the source. */
export const toExportedHistory = (
  what: 'sanitised' | 'whole',
  events: readonly EventRecord[],
): readonly ExportedEntry[] =>
  events.map((event) =>
    what === 'whole' || isShownInSanitisedExport(event)
      ? withoutSeals(event)
      : { withheld: true, sequence: event.sequence, previous: event.previous, hash: event.hash },
  );

export const isChainIntact = (
  head: Pick<EventRecord, 'caseId' | 'sequence' | 'hash'>,
  entries: readonly ExportedEntry[],
): boolean =>
  entries.length === head.sequence &&
  entries.at(-1)?.hash === head.hash &&
  entries.every(
    (entry, place) =>
      entry.sequence === place + 1 &&
      entry.previous === (entries[place - 1]?.hash ?? emptyChain.hash) &&
      (!isShownEntry(entry) || (entry.caseId === head.caseId && entry.hash === hashOfEvent(entry))),
  );

type ExportedFiles = NonNullable<Extract<ExportedContent, { readonly what: 'whole' }>['added']>;

interface AddedFilesCheck {
  readonly isMatching: boolean;
  readonly namedCount: number;
  /** In the history but not in the export: the exporter could not decrypt their words, or they came later. */
  readonly unnamedCount: number;
}

export function checkAddedFiles(
  added: ExportedFiles,
  history: readonly Pick<EventRecord, 'kind' | 'at' | 'files'>[],
): AddedFilesCheck {
  const addedCounts = new Map<string, number>();
  for (const { kind, at, files = [] } of history)
    if (kind === 'filesAdded') addedCounts.set(at, (addedCounts.get(at) ?? 0) + files.length);
  const named = new Map<string, number>();
  for (const { at, files } of added) named.set(at, (named.get(at) ?? 0) + files.length);
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);
  return {
    isMatching: [...named].every(([at, count]) => count <= (addedCounts.get(at) ?? 0)),
    namedCount: sum(named.values()),
    unnamedCount: Math.max(0, sum(addedCounts.values()) - sum(named.values())),
  };
}

export type ExportScope = 'sanitised' | 'whole';

export const exportScopeLabels = { sanitised: 'SANITISED', whole: 'WHOLE' } as const satisfies Record<
  ExportScope,
  string
>;

export const exportFileName = (caseId: CaseId, what: ExportScope): string =>
  `candour-${caseId}-${exportScopeLabels[what]}`;

interface ParsedFileName {
  readonly scopes: readonly ExportScope[];
  readonly caseId: CaseId | undefined;
}

/** Reads a file's name, so that a changed name is not believed. */
export function parseExportFileName(name: string): ParsedFileName {
  const matchScope = (mark: RegExp, what: ExportScope): readonly ExportScope[] => (mark.test(name) ? [what] : []);
  const named = /candour-([\da-z]+)/iu.exec(name)?.[1];
  return {
    scopes: [...matchScope(/saniti[sz]ed/iu, 'sanitised'), ...matchScope(/(?<!\p{L})whole(?!\p{L})/iu, 'whole')],
    caseId: named === undefined ? undefined : parseCaseId(named),
  };
}

type Entry = Pick<EventRecord, 'kind' | 'by' | 'at' | 'detail'> & {
  readonly note?: { readonly digest: string } | undefined;
};

interface SignOff {
  readonly of: string;
  readonly by: string;
  readonly at: string;
}

/** `undefined` if no one signed off the last text, its own writer did, or its entry is missing. */
export function findSignOff(history: readonly Entry[]): SignOff | undefined {
  const written = history.findLastIndex(({ kind }) => kind === 'sanitised');
  const text = history[written];
  const signed = history.slice(written + 1).findLast(({ kind }) => kind === 'sanitisedSigned');
  const of = text?.note?.digest;
  if (of === undefined || signed?.detail?.of !== of) return undefined;
  if (typeof text?.by !== 'object' || typeof signed.by !== 'object') return undefined;
  return text.by.objectId === signed.by.objectId ? undefined : { of, by: signed.by.objectId, at: signed.at };
}
