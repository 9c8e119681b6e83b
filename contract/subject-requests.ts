import { z } from 'zod';
import { caseIdSchema } from '../concerns/records/case-record.ts';
import { keptCardSchema } from '../concerns/records/subject-card.ts';

const digest = z.string().regex(/^[\w-]{43}$/u);
const change = z.strictObject({
  caseId: caseIdSchema,
  revision: z.int().min(0),
  request: z.string().regex(/^[0-9a-f]{32}$/u),
});
/** Words that all who handle the case can read, sealed in the page. */
const words = z.strictObject({ for: z.literal('handlers'), sealed: z.base64().min(1).max(200_000) });

/** The bodies of the operations on subject cards. `of` is the digest of a card. */
export const subjectRequests = {
  'subjects.cards': z.strictObject({
    handledBy: z.enum(['acu', 'reserve']).optional(),
    after: caseIdSchema.optional(),
  }),
  'case.keepSubjects': change.extend({
    card: keptCardSchema.omit({ by: true }).strict(),
    replaces: digest.optional(),
  }),
  'case.askCardWithdrawal': change.extend({ of: digest, words }),
  'case.withdrawCard': change.extend({ of: digest }),
  'case.refuseCardWithdrawal': change.extend({ of: digest, words: words.optional() }),
} as const;
