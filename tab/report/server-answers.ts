import { z } from 'zod';
import type { FoundAtDesk, MessageAtDesk } from '../../concerns/ports/desk.ts';
import { caseIdSchema, daySchema } from '../../concerns/records/case-terms.ts';
import { caseStatuses } from '../../concerns/terms/case-status.ts';
import { fileIdSchema } from '../../concerns/records/kept-file.ts';
import { neededRoles } from '../../concerns/terms/directory.ts';
import { closingAnswers } from '../../concerns/terms/outcomes.ts';
import { modes } from '../../concerns/terms/questions.ts';
import { routes } from '../../concerns/terms/routes.ts';
import { timeOfDaySchema } from '../../concerns/records/quiet-hours.ts';
import { staffedRowSchema } from '../../concerns/terms/staffed-hours.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { givesNoCode, pageFromServer } from './page-from-server.ts';

// An answer is read as input from outside: it may be from another server than ours, or another build. An answer of
// another form counts as none.

const lines = z.array(z.string());
/** Days. */
const longestLimit = 3_650;
const limit = z.number().min(0).max(longestLimit).optional();

export const beginSchema = z.object({
  today: daySchema,
  recipients: z.object({ acu: lines, recovery: lines, reserve: lines, custodians: lines }),
  retired: lines,
  signed: z.string().optional(),
  contacts: contactsSchema,
  shortRoles: z.array(z.enum(neededRoles)).optional(),
  timeLimits: z.object({ acknowledge: limit, triage: limit, update: limit }),
  staffing: z
    .object({
      rows: z.array(staffedRowSchema).optional(),
      opens: z.object({ day: daySchema, time: timeOfDaySchema }).optional(),
      onCall: z.object({ acu: z.boolean(), reserve: z.boolean() }),
    })
    .default({ onCall: { acu: false, reserve: false } }),
  messages: z.boolean(),
  files: z.boolean(),
});

const handledBy = z.enum(['acu', 'reserve']);
const files = z.int().min(0).optional();
const savedShape = {
  caseId: caseIdSchema,
  urgency: z.enum(['urgent', 'standard']),
  handledBy,
  receivedOn: daySchema,
  mode: z.enum(modes),
  files,
};

export const submitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), isNew: z.boolean(), ...savedShape }),
  z.object({ kind: z.literal('differs'), ...savedShape }),
  z.object({ kind: z.enum(['taken', 'erased', 'filesMissing']) }),
]);

const messageSchema = z
  .object({
    kind: z.enum(['messageFromReporter', 'messageToReporter']),
    at: z.string(),
    message: z.object({ id: z.string(), number: z.number(), sealed: z.string().optional() }),
    asks: z.boolean(),
    setAside: z.literal(true).optional(),
  })
  .transform(({ message: { sealed, ...message }, setAside, ...its }): MessageAtDesk => {
    const beside = setAside === undefined ? {} : { setAside };
    return { ...its, ...beside, message: sealed === undefined ? message : { ...message, sealed } };
  });

export const findSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('case'),
      handledBy,
      route: z.enum(routes).optional(),
      status: z.enum(caseStatuses),
      receivedOn: daySchema,
      next: z.object({ dueOn: daySchema, isLate: z.boolean() }).optional(),
      answer: z.enum(closingAnswers).optional(),
      asksOn: daySchema.optional(),
      files,
      identityOpenedOn: daySchema.optional(),
      addition: z.object({ stands: z.boolean(), count: z.int().min(0) }),
      messages: z.array(messageSchema),
    })
    .transform(({ route, next, answer, asksOn, identityOpenedOn, ...its }): FoundAtDesk => {
      return { ...its, route, next, answer, asksOn, identityOpenedOn };
    }),
  z.object({ kind: z.literal('erased'), on: daySchema, stood: z.boolean() }),
  z.object({ kind: z.literal('nothing') }),
]);

export const addSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['saved', 'moved', 'notFound', 'fullToday', 'full', 'filesMissing']) }),
  z.object({ kind: z.literal('erased'), on: daySchema }),
]);

export const partsSchema = z.object({
  kind: z.literal('parts'),
  parts: z.array(z.int().min(0)),
  waiting: z.array(fileIdSchema),
});

export const partSchema = z.object({ kind: z.enum(['kept', 'differs', 'full']) });
export const dropSchema = z.object({ kind: z.enum(['dropped', 'named']) });

export const doubtSchema = z.object({ noted: z.literal(true) });

export const draftSchema = z.object({ sealed: z.string().optional() });

export const keptSchema = z.object({ kept: z.literal(true) });

/** A page that asks for something, or gives a code, is no topic. */
export const guidanceSchema = z.object({ page: pageFromServer.refine(givesNoCode) });
