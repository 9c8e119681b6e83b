import { z } from 'zod';
import { caseIdSchema, daySchema } from '../concerns/records/case-record.ts';
import { flags, kinds } from '../concerns/terms/kinds.ts';
import { fileIdSchema } from '../concerns/records/kept-file.ts';
import { languages } from '../concerns/terms/language.ts';
import { modes } from '../concerns/terms/questions.ts';
import { filePart, isOfItsLength, lengthOf, standingFiles, wholeFile } from './file-bodies.ts';

/** The longest seal of a reporter, in base64: all answers at their longest, padded, with a dozen recipients. */
const longestSeal = 200_000;
const sealed = z.base64().min(1).max(longestSeal);
const tag = z.string().regex(/^[\w-]{43}$/u);
/** The public line of a mailbox: a post-quantum recipient of age has one length. */
const mailbox = z
  .string()
  .max(2_000)
  .regex(/^age1pq1[02-9ac-hj-np-z]+$/u);
const handledBy = z.enum(['acu', 'reserve']);
/** The proof that stood in a challenge. */
const proof = z.string().max(120).optional();
const claim = { caseId: caseIdSchema, mailbox, proof };
/** The name of an addition: a digest, or the tag of a changed version. */
const additionId = z.string().regex(/^(?:[0-9a-f]{32}|change:[\w-]{43})$/u);
/** The files that stand at the desk already. */
const files = standingFiles.optional();
const draftId = z.string().regex(/^[0-9a-f]{32}$/u);
/** Drawn bytes, steps of 4,096 and a tag: at most as much as the longest report. */
const draftSeal = z
  .base64()
  .max(longestSeal)
  .refine((text) => lengthOf(text) > 4_096 && (lengthOf(text) - 28) % 4_096 === 0);

/** The bodies of what a reporter's page asks for. Nothing in them is in words, and nothing says who it is. */
export const reportRequests = {
  'report.begin': z.strictObject({}),
  'report.submit': z
    .strictObject({
      ...claim,
      receivedOn: daySchema,
      /** By the door that the page belongs to; the server takes no other from it. */
      route: z.enum(['staff', 'hub']),
      kind: z.enum(kinds).optional(),
      urgency: z.enum(['urgent', 'standard']),
      mode: z.enum(modes),
      language: z.enum(languages),
      handledBy,
      flags: z.array(z.enum(flags)).max(flags.length),
      contentTag: tag,
      sealedReport: sealed,
      sealedIdentity: sealed.optional(),
      files,
    })
    // Whoever keeps no identity has none written down, and whoever keeps one has.
    .refine(({ mode, sealedIdentity }) => (mode === 'notKept') === (sealedIdentity === undefined)),
  'report.find': z.strictObject({ ...claim, addition: additionId.optional(), messages: z.literal(true).optional() }),
  'report.add': z.strictObject({
    ...claim,
    id: additionId,
    number: z.int().min(1).max(10_000),
    writtenOn: daySchema,
    handledBy,
    sealed,
    isUrgent: z.boolean(),
    staysClosed: z.boolean(),
    files,
  }),
  // A sealed file goes in parts, before what names it is handed in.
  /** Which parts stand already. */
  'report.fileParts': z.strictObject({ ...claim, ...wholeFile }),
  'report.filePart': z.strictObject({ ...claim, ...filePart }).refine(isOfItsLength),
  'report.fileDrop': z.strictObject({ ...claim, id: fileIdSchema }),
  'report.draft': z.strictObject({ id: draftId }),
  'report.keep': z.strictObject({
    id: draftId,
    draft: z.strictObject({ sealed: draftSeal, until: daySchema }).optional(),
  }),
  /** A message under this code is not genuine: it was not shown. */
  'report.doubt': z.strictObject(claim),
  'guidance.show': z.strictObject({
    topic: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
    language: z.enum(languages),
  }),
} as const;

/** The operations of a page that runs a conversation itself: the same by the staff's door and by the partners'. */
export type ReportOperation = keyof typeof reportRequests;
