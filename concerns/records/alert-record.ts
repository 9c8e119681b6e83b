import { z } from 'zod';
import { caseIdSchema, daySchema } from './case-record.ts';
import { kinds } from '../terms/kinds.ts';

const postSchema = z.object({
  conversationId: z.string(),
  activityId: z.string(),
  serviceUrl: z.string(),
  postedAt: z.iso.datetime(),
});

/** An alert beside its case. It has no room for someone's words or identity. Instants are ISO 8601, UTC. */
export const alertRecordSchema = z.object({
  caseId: caseIdSchema,
  handledBy: z.enum(['acu', 'reserve']),
  urgency: z.enum(['urgent', 'standard']),
  kind: z.enum(kinds).optional(),
  receivedOn: daySchema,
  reason: z.enum(['new', 'addition']),
  /** `waiting` to be posted at `dueAt`; `posted`, and repeated then if set; `acknowledged`, and shown so then. */
  state: z.enum(['waiting', 'posted', 'acknowledged']),
  dueAt: z.iso.datetime().optional(),
  acknowledgedOn: daySchema.optional(),
  /** Someone is excluded from the case: posts name nothing of it, and none is changed in place. */
  withoutReference: z.boolean().optional(),
  attempts: z.int().min(0),
  lastFailure: z.string().optional(),
  repeats: z.int().min(0).optional(),
  adminsTold: z.boolean().optional(),
  leasedUntil: z.iso.datetime().optional(),
  /** The reserve is to be told what one person alone did; it sees in the tab to which case. */
  notice: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      /** A server is telling it; `dueAt` is the mark by which others time how long. */
      held: z.literal(true).optional(),
    })
    .optional(),
  /** Acknowledged then, and not opened: the alert comes again until someone opens the case. */
  unopenedSince: z.iso.datetime().optional(),
  toldTogetherAt: z.iso.datetime().optional(),
  onCall: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      held: z.literal(true).optional(),
    })
    .optional(),
  onCallPosts: z.array(postSchema).readonly().optional(),
  posts: z.array(postSchema).readonly(),
});
export type AlertRecord = z.infer<typeof alertRecordSchema>;
export type AlertPost = AlertRecord['posts'][number];
