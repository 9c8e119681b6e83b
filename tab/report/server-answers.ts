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

// What a server answers is read as what comes from outside: it may be another than ours, or of another build. What is of
// another form than was asked for is no answer.

const lines = z.array(z.string());
/** The longest limit that a card names a day by, in days. */
const longestLimit = 3_650;
const limit = z.number().min(0).max(longestLimit).optional();

/** All that a conversation begins with. */
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
/** Missing where a server of before does not say it. */
const files = z.int().min(0).optional();
const savedShape = {
  caseId: caseIdSchema,
  urgency: z.enum(['urgent', 'standard']),
  handledBy,
  receivedOn: daySchema,
  mode: z.enum(modes),
  files,
};

/** The answer to a report that is handed in. */
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

/** The answer to whoever asks for a case. */
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

/** The answer to an addition. */
export const addSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['saved', 'moved', 'notFound', 'fullToday', 'full', 'filesMissing']) }),
  z.object({ kind: z.literal('erased'), on: daySchema }),
]);

/** The answer to whoever asks what stands of a file. */
export const partsSchema = z.object({
  kind: z.literal('parts'),
  parts: z.array(z.int().min(0)),
  waiting: z.array(fileIdSchema),
});

/** The answers to a part of a file, and to one that is dropped. */
export const partSchema = z.object({ kind: z.enum(['kept', 'differs', 'full']) });
export const dropSchema = z.object({ kind: z.enum(['dropped', 'named']) });

/** The answer to a doubt. */
export const doubtSchema = z.object({ noted: z.literal(true) });

/** The answer to whoever asks for a draft. */
export const draftSchema = z.object({ sealed: z.string().optional() });

/** The answer to a draft that is kept. */
export const keptSchema = z.object({ kept: z.literal(true) });

/** A topic of the guidance: a page that asks for something, or gives a code, is none. */
export const guidanceSchema = z.object({ page: pageFromServer.refine(givesNoCode) });
