import { caseIdSchema, caseStatuses, daySchema } from '../records/case-record.ts';
import { deadlines } from '../records/deadlines.ts';
import { emptyChain, hashOfEvent } from '../records/event-chain.ts';
import { type EventRecord, eventRecordSchema } from '../records/event-record.ts';
import { sealedFileSchema } from '../records/sealed-file.ts';
import { canonicalJson } from '../terms/canonical-json.ts';
import { gradingSchema } from '../terms/grading.ts';
import { flags, kinds } from '../terms/kinds.ts';
import { languages } from '../terms/language.ts';
import { nationalCategories } from '../terms/national-categories.ts';
import { exportPlaces, outcomes, referralDecisions, regimes } from '../terms/outcomes.ts';
import { partnerTypes } from '../terms/partner-types.ts';
import { modes } from '../terms/questions.ts';
import { exportedLogSchema } from './exported-log.ts';
import { isShownSanitised } from './shown-sanitised.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const digest = z.string().regex(/^[\w-]{43}$/u);

const anyDay = daySchema.optional();

/**
 * The figures that are known of a case without opening anything. How it was reported is none of them: that may tell of
 * the source.
 */
const figures = {
  reference: caseIdSchema,
  /** The language of the labels, and of the PDF beside it. */
  language: z.enum(languages),
  receivedOn: daySchema,
  urgency: z.enum(['urgent', 'standard']),
  kind: z.enum(kinds).optional(),
  outcome: z.enum(outcomes).optional(),
  category: z.enum(nationalCategories).optional(),
  grading: gradingSchema.optional(),
  flags: z.array(z.enum(flags)).readonly(),
  regime: z.enum(regimes).optional(),
  referral: z
    .strictObject({ decision: z.enum(referralDecisions), on: daySchema, dueOn: daySchema.optional() })
    .optional(),
};
const days = { acknowledgedOn: anyDay, triagedOn: anyDay, closedOn: anyDay, reviewOn: anyDay };

const clocksOf = <Name extends string>(names: z.ZodType<Name>) =>
  z.array(z.strictObject({ clock: names, dueOn: daySchema })).readonly();

/** The state of a case and what is due, without what tells that somebody waits for its reporter or writes to them. */
const sanitisedFigures = {
  ...figures,
  status: z.enum(caseStatuses).exclude(['awaitingReporter']),
  days: z.strictObject(days),
  clocks: clocksOf(z.enum(deadlines).exclude(['update', 'detriment', 'task'])),
};

const wholeFigures = {
  ...figures,
  status: z.enum(caseStatuses),
  days: z.strictObject({ ...days, updatedOn: anyDay }),
  clocks: clocksOf(z.enum(deadlines)),
};

/** A file of the case, by what its seal says of it: it itself is not in an export, and leaves alone, sealed. */
const filesSchema = z.array(sealedFileSchema.omit({ id: true }).strict()).readonly();
const namedFilesSchema = filesSchema.optional();

/** A report as it was written, with what was said since. The name of whoever reported is in no export. */
const reportSchema = z.strictObject({
  language: z.enum(languages),
  mode: z.enum(modes),
  /** Where it came from, of what passed through the hub; missing for a report of staff. */
  route: z.literal('hub').optional(),
  partnerType: z.enum(partnerTypes).optional(),
  /** The day on which it was recorded that the person no longer agrees. */
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
  /** Messages that could not be shown to be genuine and are left out. */
  leftOut: z.int().min(0),
});

/** The content that leaves of a case: the text that was signed off, or the whole report. */
export const exportedContentSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('sanitised'),
    ...sanitisedFigures,
    text: z.string(),
    /** The seal that the text was read from, and the key of this seal alone; missing in exports of earlier versions. */
    proof: z.strictObject({ seal: z.base64(), key: z.string().regex(/^[\w-]{22}$/u) }).optional(),
  }),
  z.strictObject({
    what: z.literal('whole'),
    ...wholeFigures,
    report: reportSchema,
    /** The files that handlers added, as the words beside the entry of each moment name them; missing where there are none. */
    added: z
      .array(z.strictObject({ at: z.string(), files: filesSchema }))
      .readonly()
      .optional(),
    /** The words that handlers wrote down of it, only where that was asked for. */
    log: exportedLogSchema.optional(),
  }),
]);
export type ExportedContent = z.infer<typeof exportedContentSchema>;

const { message, note } = eventRecordSchema.shape;
/** An entry of the history as it was written, without seals. */
const shownEntrySchema = z.strictObject({
  ...eventRecordSchema.shape,
  message: message.unwrap().omit({ sealed: true }).strict().optional(),
  note: note.unwrap().omit({ sealed: true }).strict().optional(),
});

/** An entry of which an export holds no more than its place in the chain. */
const withheldEntrySchema = z.strictObject({
  withheld: z.literal(true),
  sequence: z.int().min(1),
  previous: digest,
  hash: digest,
});
export const exportedEntrySchema = z.union([withheldEntrySchema, shownEntrySchema]);
export type ExportedEntry = z.infer<typeof exportedEntrySchema>;

/** The statement of the server on an export. The signature is over its canonical JSON. */
export const attestationSchema = z.strictObject({
  v: z.literal(1),
  caseId: caseIdSchema,
  what: z.enum(['sanitised', 'whole']),
  /** The decision log is a part of it. */
  log: z.literal(true).optional(),
  /** Of a sanitised export: the digest of the seal of the text that was signed off. Earlier versions said none. */
  of: digest.optional(),
  place: z.enum(exportPlaces),
  exportedOn: daySchema,
  /** The Entra object id of the handler who exported. */
  by: z.string(),
  /** SHA-256, base64url: of the content in canonical form, and of the PDF's bytes. */
  json: digest,
  pdf: digest,
  /** The same of the history as this export holds it, so that nobody withholds more of it afterwards. */
  history: digest,
  /** The head of the case's history, which the export itself is a part of. */
  chain: z.strictObject({ sequence: z.int().min(1), hash: digest }),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** A file that a case leaves as. Content and history are proved by their digests, and by the head in the attestation. */
export const exportedCaseSchema = z.strictObject({
  candour: z.literal('export/1'),
  content: exportedContentSchema,
  history: z.array(exportedEntrySchema).readonly(),
  attestation: attestationSchema,
  /** Ed25519, base64url. */
  signature: z.string(),
  /** Ed25519, SPKI DER in base64. */
  publicKey: z.string(),
});
export type ExportedCase = z.infer<typeof exportedCaseSchema>;

/** The digest of what leaves, in base64url: `json` of the export's event and of the attestation. */
export const digestOfContent = (content: ExportedContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('base64url');

/** The digest of a history as an export holds it, in base64url. */
export const digestOfHistory = (history: readonly ExportedEntry[]): string =>
  createHash('sha256').update(canonicalJson(history)).digest('base64url');

/** The digest of a file's bytes, in base64url. */
export const digestOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

/** The text that an attestation is signed over. */
export const attestedText = (attestation: Attestation): string => canonicalJson(attestation);

/** The one way in which an exported case is written. */
export const exportedText = (exported: ExportedCase): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(exported)), undefined, 2)}\n`;

type ShownEntry = Exclude<ExportedEntry, { readonly withheld: true }>;

/** Whether an entry is there as it was written. */
export const isShownEntry = (entry: ExportedEntry): entry is ShownEntry => !('withheld' in entry);

function sealless(event: EventRecord): ShownEntry {
  const { message, note, ...rest } = event;
  return {
    ...rest,
    ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
    ...(note && { note: { for: note.for, digest: note.digest } }),
  };
}

/** A history as an export holds it: without seals, and of a sanitised one without what may tell of the source. */
export const exportedHistory = (
  what: 'sanitised' | 'whole',
  events: readonly EventRecord[],
): readonly ExportedEntry[] =>
  events.map((event) =>
    what === 'whole' || isShownSanitised(event)
      ? sealless(event)
      : { withheld: true, sequence: event.sequence, previous: event.previous, hash: event.hash },
  );

/**
 * Whether entries lead to a head of a case's history, each after the one before, and those that are shown are as they
 * were written. What a withheld one says is not known.
 */
export const leadTo = (
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
