import { z } from 'zod';
import { caseIdSchema } from '../concerns/records/case-record.ts';
import { noteReaders } from '../concerns/records/event-record.ts';
import { personIdSchema } from '../concerns/terms/person-id.ts';

/** The longest seal that a page sends, in base64: a text of 32,000 characters, padded, with a dozen recipients. */
export const longestSeal = 200_000;
export const sealed = z.base64().min(1).max(longestSeal);
/** As Entra writes it, and as histories keep it: a name typed here would be kept in clear. */
export const objectId = z.guid().pipe(personIdSchema);
/** Drawn by the page for each thing somebody does: a repeat of it is done once. */
export const request = z.string().regex(/^[0-9a-f]{32}$/u);
export const digest = z.string().regex(/^[\w-]{43}$/u);

export const ofACase = z.strictObject({ caseId: caseIdSchema });
/** A change: `revision` is the one that the page shows, so that two people do not write over each other. */
export const change = z.strictObject({ caseId: caseIdSchema, revision: z.int().min(0), request });
/** A request that needs no revision: it takes nothing back that somebody else decided. */
export const entry = z.strictObject({ caseId: caseIdSchema, request });

/** Words of a handler, sealed in the page. */
export const words = z.strictObject({ for: z.enum(noteReaders), sealed });
/** Words that all who handle the case can read. */
export const wordsForHandlers = z.strictObject({ for: z.literal('handlers'), sealed });
/** The same for the custodians and those who handle the case. */
export const wordsForCustodians = z.strictObject({ for: z.literal('custodians'), sealed });
/** The reason of an end: for all who handle the case. A page that sends none is answered as one that sends it wrong. */
export const reason = z.strictObject({ for: z.enum(['handlers', 'oversight']), sealed });

/** The kind of case that is asked for by somebody who handles both, in development; else their own kind. */
export const ofKind = { handledBy: z.enum(['acu', 'reserve']).optional() };
