import { z } from 'zod';
import { gradingSchema } from './grading.ts';
import { flags, reportKinds, nationalCategories, recordedTowardsOptions } from './classification.ts';
import {
  caseStatuses,
  closingAnswers,
  dangers,
  erasureReasons,
  outcomes,
  referralDecisions,
  regimes,
} from './case-terms.ts';
import { caseIdSchema, daySchema, detrimentMonths, weekSchema } from './base-schemas.ts';
import { storedFilesSchema } from './sealed-file.ts';
import { languages } from './language.ts';
import { partnerTypes } from './report-routes.ts';
import { type PersonId, personIdSchema } from './roles.ts';
import { identityModes } from './questions.ts';
import { storedCaseTitleSchema } from './case-title.ts';
import {
  subjectCardWithdrawalSchema,
  formerSubjectCardsSchema,
  storedSubjectCardSchema,
  withdrawnSubjectCardsSchema,
} from './subject-card.ts';

export { type CaseStatus, caseStatuses } from './case-terms.ts';
export { caseIdSchema, daySchema, weekSchema } from './base-schemas.ts';

const recordingSchema = z.object({ isRecorded: z.boolean(), on: daySchema, by: personIdSchema });

const workSchema = z.object({
  /** A page sends it, so that two people do not overwrite each other. */
  revision: z.int().min(0).default(0),
  assignee: personIdSchema.optional(),
  excluded: z.array(personIdSchema).readonly().default([]),
  triagedOn: daySchema.optional(),
  updatedOn: daySchema.optional(),
  nationalCategory: z.enum(nationalCategories).optional(),
  grading: gradingSchema.optional(),
  regime: z.enum(regimes).optional(),
  /** As recorded at triage: the answer itself stays in the sealed report. */
  towards: z.enum(recordedTowardsOptions).optional(),
  answeredOn: daySchema.optional(),
  cameBackOn: daySchema.optional(),
  repeatOn: daySchema.optional(),
  referral: z.object({ decision: z.enum(referralDecisions), on: daySchema, dueOn: daySchema.optional() }).optional(),
  outcome: z.enum(outcomes).optional(),
  answer: z.enum(closingAnswers).optional(),
  detrimentCheck: z.object({ months: z.literal(detrimentMonths), dueOn: daySchema }).optional(),
  sanitised: z.object({ digest: z.string(), by: personIdSchema, signedBy: personIdSchema.optional() }).optional(),
  possibleChis: z.boolean().default(false),
  reviewOn: daySchema.optional(),
  hold: z.boolean().default(false),
  tasks: z
    .array(z.object({ id: z.string(), dueOn: daySchema, for: personIdSchema.optional() }))
    .readonly()
    .optional(),
  erasure: z.object({ askedBy: personIdSchema, on: daySchema, reason: z.enum(erasureReasons).optional() }).optional(),
  closing: z
    .object({ by: personIdSchema, on: daySchema, outcome: z.enum(outcomes), sequence: z.int().min(1) })
    .optional(),
  takeover: z.object({ by: personIdSchema, on: daySchema }).optional(),
  /** Missing: not recorded since danger was last said. */
  safety: z.object({ danger: z.enum(dangers), on: daySchema, by: personIdSchema }).optional(),
  crime: recordingSchema.optional(),
  conduct: recordingSchema.optional(),
  /** By the force's limits, from the first opening on. */
  firstDayDue: z.object({ safety: daySchema, crime: daySchema, conduct: daySchema }).partial().optional(),
  /** The handler who made it urgent. Missing in an urgent case: its reporter did. */
  urgencyRaised: z.object({ by: personIdSchema, on: daySchema }).optional(),
  /** It was lowered: who had said that it was urgent. */
  wasUrgent: z.enum(['reported', 'raised']).optional(),
  lowering: z.object({ by: personIdSchema, on: daySchema, sequence: z.int().min(1) }).optional(),
  /**
   * `of`, the digest of the sealed reason: no custodian decides on another than they read. `agreedOn`: from when the
   * agreements count.
   */
  identityAsked: z
    .object({
      by: personIdSchema,
      on: daySchema,
      reason: z.string(),
      agreedBy: z.array(personIdSchema).readonly().optional(),
      agreedOn: daySchema.optional(),
      withheld: z.literal(true).optional(),
    })
    .optional(),
  identityOpenedOn: daySchema.optional(),
  oversight: z.object({ toldOn: daySchema, seenOn: daySchema.optional() }).optional(),
  unreadMessages: z.int().min(0).optional(),
  toAcknowledge: z.literal(true).optional(),
  /** Since its handlers got it and its reporter last wrote; missing in older cases. */
  opened: z.boolean().optional(),
  erasedOn: daySchema.optional(),
  erasedFor: z.enum(erasureReasons).optional(),
  caseTitle: storedCaseTitleSchema.optional(),
  subjectCard: storedSubjectCardSchema.optional(),
  formerCards: formerSubjectCardsSchema,
  cardWithdrawal: subjectCardWithdrawalSchema.optional(),
  withdrawnCards: withdrawnSubjectCardsSchema,
});

/** Nothing in it is in the reporter's words. */
export const caseRecordSchema = z.object({
  caseId: caseIdSchema,
  tenantId: z.string(),
  receivedOn: daySchema,
  week: weekSchema,
  route: z.enum(['staff', 'hub']),
  partnerType: z.enum(partnerTypes).optional(),
  kind: z.enum(reportKinds).optional(),
  urgency: z.enum(['urgent', 'standard']),
  mode: z.enum(identityModes),
  language: z.enum(languages),
  handledBy: z.enum(['acu', 'reserve']),
  status: z.enum(caseStatuses),
  flags: z.array(z.enum(flags)).readonly(),
  acknowledgedOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  ...workSchema.shape,
  /** Only the holder of the code can tell a repeat from a changed report by it. */
  contentTag: z.string(),
  /** The mailbox's public key; its digest once the case is erased, or empty in older erased cases. */
  mailboxRecipient: z.string(),
  sealedReport: z.string(),
  sealedIdentity: z.string().optional(),
  /** The identity that the server saw typing, if a page sealed the report. */
  attestedIdentity: z.string().optional(),
  files: storedFilesSchema,
  chain: z.object({ sequence: z.int().min(0), hash: z.string() }),
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;

export const initialCaseFields = {
  revision: 0,
  excluded: [],
  possibleChis: false,
  hold: false,
} as const satisfies Partial<CaseRecord>;

export const caseListItemSchema = caseRecordSchema.pick({
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
  nationalCategory: true,
  flags: true,
  outcome: true,
  detrimentCheck: true,
  tasks: true,
  safety: true,
  crime: true,
  conduct: true,
  firstDayDue: true,
  reviewOn: true,
  identityAsked: true,
  oversight: true,
  unreadMessages: true,
  toAcknowledge: true,
  opened: true,
  erasedOn: true,
});
export type CaseListItem = z.infer<typeof caseListItemSchema>;

export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/**
 * Only an opening by its assignee ends it, or one person who opens everything would hide it from all. Older records
 * count as unread if reopened, as a message does that.
 */
export const isUnread = ({ unreadMessages, status }: Pick<CaseListItem, 'unreadMessages' | 'status'>): boolean =>
  unreadMessages === undefined ? status === 'reopened' : unreadMessages > 0;

/** An older record lacks the addition; its alert waits all the same. */
export const isUnacknowledged = ({ status, toAcknowledge }: Pick<CaseListItem, 'status' | 'toAcknowledge'>): boolean =>
  status === 'received' || toAcknowledge === true;

/** An older record counts as unopened while acknowledged and not triaged. */
export const isUnopened = ({ status, opened }: Pick<CaseListItem, 'status' | 'opened'>): boolean =>
  opened === undefined ? status === 'acknowledged' : !opened && status !== 'closed';

/** Someone has opened the report, and no one has recorded what is known about danger. */
export const isSafetyMissing = (item: Pick<CaseListItem, 'status' | 'opened' | 'safety'>): boolean =>
  item.safety === undefined &&
  item.status !== 'closed' &&
  (item.opened ?? (item.status !== 'received' && item.status !== 'acknowledged'));

export const isAwaitingHandler = (item: Pick<CaseListItem, 'status' | 'toAcknowledge' | 'opened'>): boolean =>
  isUnacknowledged(item) || isUnopened(item);

export const withAddition = (record: CaseRecord): CaseRecord => ({
  ...record,
  unreadMessages: (record.unreadMessages ?? 0) + 1,
  toAcknowledge: true,
  opened: false,
});

export const markRead = (record: CaseRecord): CaseRecord =>
  isUnread(record) ? { ...record, unreadMessages: 0 } : record;

const several = 'several';

export function fourEyesRequester({
  sanitised,
  erasure,
  closing,
  cardWithdrawal,
  lowering,
}: Pick<CaseRecord, 'sanitised' | 'erasure' | 'closing' | 'cardWithdrawal' | 'lowering'>):
  | PersonId
  | typeof several
  | undefined {
  const textBy = sanitised?.signedBy === undefined ? sanitised?.by : undefined;
  const askers = new Set(
    [textBy, erasure?.askedBy, closing?.by, cardWithdrawal?.by, lowering?.by].flatMap((person) => person ?? []),
  );
  const [first, ...others] = askers;
  return others.length > 0 ? several : first;
}

/** Danger was said since: what was recorded of it stays in the history, and is asked again. */
export const withoutSafety = ({ safety: _safety, firstDayDue, ...record }: CaseRecord): CaseRecord => {
  const { safety: _due, ...due } = firstDayDue ?? {};
  return { ...record, ...(Object.keys(due).length > 0 && { firstDayDue: due }) };
};

export const hasUnseenOversight = ({ oversight }: Pick<CaseListItem, 'oversight'>): boolean =>
  oversight !== undefined && oversight.seenOn === undefined;

export function withoutClosure({
  closedOn: _closed,
  outcome: _outcome,
  answer: _answer,
  detrimentCheck: _check,
  closing: _closing,
  ...open
}: CaseRecord): CaseRecord {
  return open;
}
