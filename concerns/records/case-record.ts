import { z } from 'zod';
import { gradingSchema } from '../terms/grading.ts';
import { nationalCategories } from '../terms/national-categories.ts';
import { closingAnswers, erasureReasons, outcomes, referralDecisions, regimes } from '../terms/outcomes.ts';
import { caseStatuses } from '../terms/case-status.ts';
import { caseIdSchema, daySchema, detrimentMonths, weekSchema } from './case-terms.ts';
import { keptFilesSchema } from './kept-file.ts';
import { flags, kinds, recordedTowards } from '../terms/kinds.ts';
import { languages } from '../terms/language.ts';
import { partnerTypes } from '../terms/partner-types.ts';
import { personIdSchema } from '../terms/person-id.ts';
import { modes } from '../terms/questions.ts';
import { cardWithdrawalSchema, formerCardsSchema, keptCardSchema, withdrawnCardsSchema } from './subject-card.ts';

export { type CaseStatus, caseStatuses } from '../terms/case-status.ts';
export { caseIdSchema, daySchema, weekSchema } from './case-terms.ts';

/** The decisions about a case of those who handle it, in terms from closed lists. Their words are sealed, in events. */
const workSchema = z.object({
  /** Counts what was decided about a case; a page names it, so that two people do not write over each other. */
  revision: z.int().min(0).default(0),
  /** Whoever the case is with, by their Entra object id. */
  assignee: personIdSchema.optional(),
  /** Those to whom nothing of the case is handed out, by their Entra object ids. */
  excluded: z.array(personIdSchema).readonly().default([]),
  triagedOn: daySchema.optional(),
  /** The last day on which something changed that whoever reported it can see. */
  updatedOn: daySchema.optional(),
  nationalCategory: z.enum(nationalCategories).optional(),
  grading: gradingSchema.optional(),
  regime: z.enum(regimes).optional(),
  /** Towards whom it was done, as the handler recorded it at triage: the answer itself stays in the sealed report. */
  towards: z.enum(recordedTowards).optional(),
  /**
   * The first day on which whoever reported was answered: by a message, or by the answer at the close. Missing as well
   * where there was an answer before this was kept.
   */
  answeredOn: daySchema.optional(),
  /** The first day on which whoever reported added something. */
  cameBackOn: daySchema.optional(),
  /** The first day on which the case was linked with an earlier one. */
  repeatOn: daySchema.optional(),
  referral: z.object({ decision: z.enum(referralDecisions), on: daySchema, dueOn: daySchema.optional() }).optional(),
  outcome: z.enum(outcomes).optional(),
  /** The answer that whoever reported reads once the case is closed. */
  answer: z.enum(closingAnswers).optional(),
  /** When whoever reported is next asked whether they were treated worse because of it. */
  detrimentCheck: z.object({ months: z.literal(detrimentMonths), dueOn: daySchema }).optional(),
  /** The sanitised text that stands: the digest of its seal, who wrote it, and who signed it off. */
  sanitised: z.object({ digest: z.string(), by: personIdSchema, signedBy: personIdSchema.optional() }).optional(),
  /** Messages to the reporter are stopped: this person may be, or may become, a covert human intelligence source. */
  possibleChis: z.boolean().default(false),
  /** When it is looked at whether the case is still needed. */
  reviewOn: daySchema.optional(),
  hold: z.boolean().default(false),
  /**
   * The tasks that are open, none where there were none: by the digest of their sealed words, with the day by which each
   * should be done and whom it is for.
   */
  tasks: z
    .array(z.object({ id: z.string(), dueOn: daySchema, for: personIdSchema.optional() }))
    .readonly()
    .optional(),
  /** Who asked for erasure, when and why: a second person carries it out. Once it was asked for without a code. */
  erasure: z.object({ askedBy: personIdSchema, on: daySchema, reason: z.enum(erasureReasons).optional() }).optional(),
  /**
   * Who last said with which outcome the case can be closed, and at which place of its history: for a case that one person
   * does not end alone.
   */
  closing: z
    .object({ by: personIdSchema, on: daySchema, outcome: z.enum(outcomes), sequence: z.int().min(1) })
    .optional(),
  /** Who of the reserve asked that it be taken over, since nobody of the unit may see it: another of the reserve agrees. */
  takeover: z.object({ by: personIdSchema, on: daySchema }).optional(),
  /**
   * Who asked for the sealed identity, and when; the digest of the seal of their reason, so that nobody decides on another
   * one than they read; the custodians who agreed, and since when that counts.
   */
  identityAsked: z
    .object({
      by: personIdSchema,
      on: daySchema,
      reason: z.string(),
      agreedBy: z.array(personIdSchema).readonly().optional(),
      agreedOn: daySchema.optional(),
      /** The person who reported is not to be told that it was opened: so the one who asked decided, and recorded. */
      withheld: z.literal(true).optional(),
    })
    .optional(),
  /** The last day on which the sealed identity was opened, of those that the reporter is told of when they come back. */
  identityOpenedOn: daySchema.optional(),
  /** When the reserve was last told of what one person did to the case alone, and when it has looked since. */
  oversight: z.object({ toldOn: daySchema, seenOn: daySchema.optional() }).optional(),
  /** How many messages of the reporter nobody who handles the case has opened; missing where that was never noted. */
  unreadMessages: z.int().min(0).optional(),
  /** Nobody has acknowledged the case since something was added to it, or since it went to others. */
  toAcknowledge: z.literal(true).optional(),
  /**
   * Whether somebody who handles the case has opened it since it came to them, and since its reporter last wrote;
   * missing where that was never noted.
   */
  opened: z.boolean().optional(),
  /** Nothing of what was reported is left. */
  erasedOn: daySchema.optional(),
  /** Why that is so; missing where it was erased before there were codes. */
  erasedFor: z.enum(erasureReasons).optional(),
  /** Whom the report is about, sealed under the key of those who handle the case. No list reads it. */
  subjectCard: keptCardSchema.optional(),
  /** The cards that it took the place of: they match as well. */
  formerCards: formerCardsSchema,
  /** Who asked for one of these cards to be withdrawn as wrong: a second person does it, or refuses. */
  cardWithdrawal: cardWithdrawalSchema.optional(),
  withdrawnCards: withdrawnCardsSchema,
});

/** A case as it is stored. Nothing in it is in the words of the person who reported it. */
export const caseRecordSchema = z.object({
  caseId: caseIdSchema,
  tenantId: z.string(),
  receivedOn: daySchema,
  week: weekSchema,
  route: z.enum(['staff', 'hub']),
  /** The kind of organisation that passed it on, as the server knows it from its session; missing by the staff's doors. */
  partnerType: z.enum(partnerTypes).optional(),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(['urgent', 'standard']),
  mode: z.enum(modes),
  language: z.enum(languages),
  handledBy: z.enum(['acu', 'reserve']),
  status: z.enum(caseStatuses),
  flags: z.array(z.enum(flags)).readonly(),
  acknowledgedOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  ...workSchema.shape,
  /** Tells a repeat from a changed report to whoever holds the code, and nothing to anybody else. */
  contentTag: z.string(),
  /** The public line of the reporter's mailbox; its digest once the case is erased, and nothing where it was so before. */
  mailboxRecipient: z.string(),
  /** Empty once the case is erased. */
  sealedReport: z.string(),
  sealedIdentity: z.string().optional(),
  /** Who the server was told is typing, sealed as the identity is, where a page sealed that itself. */
  attestedIdentity: z.string().optional(),
  /** Every file of the case: of the report, and of what was added to it. */
  files: keptFilesSchema,
  /** The last event of the case's history. */
  chain: z.object({ sequence: z.int().min(0), hash: z.string() }),
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;

/** A case that nobody has worked on yet. */
export const untouched = {
  revision: 0,
  excluded: [],
  possibleChis: false,
  hold: false,
} as const satisfies Partial<CaseRecord>;

/** The figures that lists and summaries read of a case: nothing sealed. */
export const caseFiguresSchema = caseRecordSchema.pick({
  caseId: true,
  receivedOn: true,
  week: true,
  route: true,
  kind: true,
  urgency: true,
  mode: true,
  language: true,
  handledBy: true,
  status: true,
  acknowledgedOn: true,
  closedOn: true,
  assignee: true,
  triagedOn: true,
  updatedOn: true,
  referral: true,
  detrimentCheck: true,
  tasks: true,
  reviewOn: true,
  identityAsked: true,
  oversight: true,
  unreadMessages: true,
  toAcknowledge: true,
  opened: true,
  erasedOn: true,
});
export type CaseFigures = z.infer<typeof caseFiguresSchema>;

/** A record with the version it was read at; a write names it and is refused when the record has moved on. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}
