import { z } from 'zod';
import { type CaseId, parseCaseId } from './case-id.ts';
import { type Day, parseDay, parseWeek, type Week } from './calendar.ts';
import { flags, kinds } from './kinds.ts';
import { languages } from './language.ts';
import { modes } from './questions.ts';

const parsed =
  <T>(parse: (text: string) => T | undefined, what: string) =>
  (text: string, context: z.core.$RefinementCtx<string>): T => {
    const value = parse(text);
    if (value === undefined) context.addIssue(`not a ${what}`);
    return value ?? z.NEVER;
  };

export const caseIdSchema = z.string().transform(parsed<CaseId>(parseCaseId, 'case reference'));
export const daySchema = z.string().transform(parsed<Day>(parseDay, 'day'));
export const weekSchema = z.string().transform(parsed<Week>(parseWeek, 'week'));

export const caseStatuses = [
  'received',
  'acknowledged',
  'triaged',
  'inProgress',
  'awaitingReporter',
  'closed',
  'reopened',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** A case as it is stored. Nothing in it is in the words of the person who reported it. */
export const caseRecordSchema = z.object({
  caseId: caseIdSchema,
  tenantId: z.string(),
  receivedOn: daySchema,
  week: weekSchema,
  route: z.enum(['staff', 'hub']),
  kind: z.enum(kinds).optional(),
  urgency: z.enum(['urgent', 'standard']),
  mode: z.enum(modes),
  language: z.enum(languages),
  handledBy: z.enum(['acu', 'reserve']),
  status: z.enum(caseStatuses),
  flags: z.array(z.enum(flags)).readonly(),
  acknowledgedOn: daySchema.optional(),
  closedOn: daySchema.optional(),
  /** Tells a repeat from a changed report to whoever holds the code, and nothing to anybody else. */
  contentTag: z.string(),
  mailboxRecipient: z.string(),
  sealedReport: z.string(),
  sealedIdentity: z.string().optional(),
  /** The last event of the case's history. */
  chain: z.object({ sequence: z.int().min(0), hash: z.string() }),
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;

/** What lists and summaries read of a case: nothing sealed. */
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
});
export type CaseFigures = z.infer<typeof caseFiguresSchema>;

/** A record with the version it was read at; a write names it and is refused when the record has moved on. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}
