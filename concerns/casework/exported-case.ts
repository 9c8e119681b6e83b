import { caseIdSchema, caseStatuses, daySchema } from '../records/case-record.ts';
import { deadlines } from '../records/deadlines.ts';
import { emptyChain, hashOfEvent } from '../records/event-chain.ts';
import { type EventRecord, eventRecordSchema } from '../records/event-record.ts';
import { sealedFileSchema } from '../records/sealed-file.ts';
import { canonicalJson } from '../terms/digests.ts';
import { gradingSchema } from '../terms/grading.ts';
import { flags, kinds, nationalCategories } from '../terms/kinds.ts';
import { languages } from '../terms/language.ts';
import { exportPlaces, outcomes, referralDecisions, regimes } from '../terms/outcomes.ts';
import { partnerTypes } from '../terms/routes.ts';
import { modes } from '../terms/questions.ts';
import { exportedLogSchema } from './exported-log.ts';
import { isShownSanitised } from './shown-sanitised.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';

const digest = z.string().regex(/^[\w-]{43}$/u);

const anyDay = daySchema.optional();

/** Known without opening anything. How it was reported is left out: it may tell of the source. */
const figures = {
  reference: caseIdSchema,
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

/** Without anything that tells of waiting for or writing to the reporter. */
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

const filesSchema = z.array(sealedFileSchema.omit({ id: true }).strict()).readonly();
const namedFilesSchema = filesSchema.optional();

/** The reporter's name is in no export. */
const reportSchema = z.strictObject({
  language: z.enum(languages),
  mode: z.enum(modes),
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
    ...sanitisedFigures,
    text: z.string(),
    /** The seal of the text, and the key of this seal alone; missing in exports of earlier versions. */
    proof: z.strictObject({ seal: z.base64(), key: z.string().regex(/^[\w-]{22}$/u) }).optional(),
  }),
  z.strictObject({
    what: z.literal('whole'),
    ...wholeFigures,
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
  /** The digest of the seal of the signed-off text; earlier versions left it out. */
  of: digest.optional(),
  place: z.enum(exportPlaces),
  exportedOn: daySchema,
  by: z.string(),
  json: digest,
  pdf: digest,
  /** This digest fixes the history in this export, so that no one withholds more of it afterwards. */
  history: digest,
  chain: z.strictObject({ sequence: z.int().min(1), hash: digest }),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** Proved by the digests and the head in the attestation. */
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
export const digestOfContent = (content: ExportedContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('base64url');

export const digestOfHistory = (history: readonly ExportedEntry[]): string =>
  createHash('sha256').update(canonicalJson(history)).digest('base64url');

export const digestOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

export const attestedText = (attestation: Attestation): string => canonicalJson(attestation);

export const exportedText = (exported: ExportedCase): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(exported)), undefined, 2)}\n`;

type ShownEntry = Exclude<ExportedEntry, { readonly withheld: true }>;

export const isShownEntry = (entry: ExportedEntry): entry is ShownEntry => !('withheld' in entry);

function sealless(event: EventRecord): ShownEntry {
  const { message, note, ...rest } = event;
  return {
    ...rest,
    ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
    ...(note && { note: { for: note.for, digest: note.digest } }),
  };
}

/** Without seals, and for a sanitised export without what may tell of the source. */
export const exportedHistory = (
  what: 'sanitised' | 'whole',
  events: readonly EventRecord[],
): readonly ExportedEntry[] =>
  events.map((event) =>
    what === 'whole' || isShownSanitised(event)
      ? sealless(event)
      : { withheld: true, sequence: event.sequence, previous: event.previous, hash: event.hash },
  );

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
