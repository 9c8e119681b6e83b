import { z } from 'zod';
import type { AdditionOutcome, IntakeResult, SubmitOutcome } from '../core/ports/intake.ts';
import { caseIdSchema, daySchema } from '../core/model/case-record.ts';
import type { TimeLimits } from '../core/model/deadlines.ts';
import { fileIdSchema } from '../core/model/sealed-file.ts';
import type { FileSizes } from '../core/model/file-limits.ts';
import type { Day } from '../core/model/calendar.ts';
import type { RequiredRole } from '../core/model/roles.ts';
import { flags, reportKinds } from '../core/model/classification.ts';
import { languages } from '../core/model/language.ts';
import { identityModes } from '../core/model/questions.ts';
import type { Recipients } from '../core/model/public-keys.ts';
import type { Staffing } from '../core/model/staffed-hours.ts';
import { answerType, type OperationDefinition, type OperationDefinitions } from './operation-definition.ts';
import { sha256DigestSchema, maxSealLength, sealedTextSchema } from './body-schemas.ts';
import {
  filePartFields,
  isPartLengthValid,
  base64ByteLength,
  uploadedFilesSchema,
  fileFields,
} from './body-schemas.ts';

export interface ReportBeginAnswer {
  /** The server's, since a device's clock may be wrong. A time would say more than is needed. */
  readonly today: Day;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  readonly signed?: string;
  readonly contacts: object;
  readonly shortRoles?: readonly RequiredRole[];
  readonly timeLimits: TimeLimits;
  readonly staffing?: Staffing;
  readonly messages: boolean;
  readonly files: boolean;
  /** In bytes, before a file is sealed. */
  readonly fileSizes?: FileSizes;
}

/**
 * Answers an unproven claim: a seal to its own mailbox, whether or not there is a case. The page returns the sealed
 * text as proof.
 */
export interface MailboxChallenge {
  readonly kind: 'prove';
  readonly challenge: string;
}

const mailbox = z
  .string()
  .max(2_000)
  .regex(/^age1pq1[02-9ac-hj-np-z]+$/u);
const handledBy = z.enum(['acu', 'reserve']);
const proof = z.string().max(120).optional();
const credentialFields = { caseId: caseIdSchema, mailbox, proof };
/** A digest, or the tag of a changed version. */
const additionId = z.string().regex(/^(?:[0-9a-f]{32}|change:[\w-]{43})$/u);
const files = uploadedFilesSchema.optional();
const draftId = z.string().regex(/^[0-9a-f]{32}$/u);
/** Random bytes, steps of 4,096 and a tag, up to the longest report. */
const draftSeal = z
  .base64()
  .max(maxSealLength)
  .refine((text) => base64ByteLength(text) > 4_096 && (base64ByteLength(text) - 28) % 4_096 === 0);

/** A log line's time would say when someone reported. */
const publicDefaults = { roles: 'everybody', auditTrail: 'nothing' } as const;
const readDefaults = { ...publicDefaults, isReadOnly: true } as const satisfies Partial<OperationDefinition>;

/** For a page that runs a conversation itself. Nothing here is in clear words or identifies anyone. */
export const reportOperations = {
  'report.begin': { ...readDefaults, body: z.strictObject({}), answer: answerType<ReportBeginAnswer>() },
  'report.submit': {
    body: z
      .strictObject({
        ...credentialFields,
        receivedOn: daySchema,
        /** The server refuses any route but the page's own. */
        route: z.enum(['staff', 'hub']),
        kind: z.enum(reportKinds).optional(),
        urgency: z.enum(['urgent', 'standard']),
        mode: z.enum(identityModes),
        language: z.enum(languages),
        handledBy,
        flags: z.array(z.enum(flags)).max(flags.length),
        contentTag: sha256DigestSchema,
        sealedReport: sealedTextSchema,
        sealedIdentity: sealedTextSchema.optional(),
        files,
      })
      // An identity is sealed if and only if the mode keeps one.
      .refine(({ mode, sealedIdentity }) => (mode === 'notKept') === (sealedIdentity === undefined)),
    answer: answerType<SubmitOutcome | MailboxChallenge>(),
    roles: 'everybody',
    auditTrail: { history: ['received'] },
  },
  'report.find': {
    ...readDefaults,
    body: z.strictObject({
      ...credentialFields,
      addition: additionId.optional(),
      messages: z.literal(true).optional(),
    }),
    answer: answerType<IntakeResult | { readonly kind: 'nothing' } | MailboxChallenge>(),
  },
  'report.add': {
    body: z.strictObject({
      ...credentialFields,
      id: additionId,
      number: z.int().min(1).max(10_000),
      writtenOn: daySchema,
      handledBy,
      sealed: sealedTextSchema,
      isUrgent: z.boolean(),
      staysClosed: z.boolean(),
      files,
    }),
    answer: answerType<AdditionOutcome | MailboxChallenge>(),
    roles: 'everybody',
    auditTrail: { history: ['messageFromReporter'] },
  },
  /** In order. `waiting`: other files of this claim that nothing names yet; dropping them makes room. */
  'report.fileParts': {
    ...readDefaults,
    body: z.strictObject({ ...credentialFields, ...fileFields }),
    answer: answerType<
      | { readonly kind: 'parts'; readonly parts: readonly number[]; readonly waiting: readonly string[] }
      | MailboxChallenge
    >(),
  },
  /**
   * `kept` also for a repeat. `differs`: another part has its place. `full`: too many files or bytes of this claim wait
   * already.
   */
  'report.filePart': {
    ...publicDefaults,
    body: z.strictObject({ ...credentialFields, ...filePartFields }).refine(isPartLengthValid),
    answer: answerType<{ readonly kind: 'kept' | 'differs' | 'full' } | MailboxChallenge>(),
  },
  /** `named`: a report or message names the file. */
  'report.fileDrop': {
    ...publicDefaults,
    body: z.strictObject({ ...credentialFields, id: fileIdSchema }),
    answer: answerType<{ readonly kind: 'dropped' | 'named' } | MailboxChallenge>(),
  },
  'report.draft': {
    ...readDefaults,
    body: z.strictObject({ id: draftId }),
    answer: answerType<{ readonly sealed?: string }>(),
  },
  'report.keep': {
    ...publicDefaults,
    body: z.strictObject({
      id: draftId,
      draft: z.strictObject({ sealed: draftSeal, until: daySchema }).optional(),
    }),
    answer: answerType<{ readonly kept: true }>(),
  },
  'report.doubt': {
    ...readDefaults,
    body: z.strictObject(credentialFields),
    answer: answerType<{ readonly noted: true } | MailboxChallenge>(),
  },
  'guidance.show': {
    ...readDefaults,
    body: z.strictObject({
      topic: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
      language: z.enum(languages),
    }),
    answer: answerType<{ readonly page: object; readonly card: object }>(),
  },
} as const satisfies OperationDefinitions;

export type ReportOperation = keyof typeof reportOperations;
