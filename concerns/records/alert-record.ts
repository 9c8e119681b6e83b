import { z } from 'zod';
import { caseIdSchema, daySchema } from './case-record.ts';
import { kinds } from '../terms/kinds.ts';

const postSchema = z.object({
  conversationId: z.string(),
  activityId: z.string(),
  serviceUrl: z.string(),
  postedAt: z.iso.datetime(),
});

/** An alert beside its case. It has no room for what somebody wrote or who they are. Instants are ISO 8601, UTC. */
export const alertRecordSchema = z.object({
  caseId: caseIdSchema,
  handledBy: z.enum(['acu', 'reserve']),
  urgency: z.enum(['urgent', 'standard']),
  /** Only where the force has set `ALERT_DETAIL=kind`. */
  kind: z.enum(kinds).optional(),
  receivedOn: daySchema,
  /** A new case, or something added to a case that was alerted before. */
  reason: z.enum(['new', 'addition']),
  /** `waiting` to be posted at `dueAt`; `posted`, and repeated at `dueAt` where set; `acknowledged`, and shown so at `dueAt`. */
  state: z.enum(['waiting', 'posted', 'acknowledged']),
  dueAt: z.iso.datetime().optional(),
  acknowledgedOn: daySchema.optional(),
  /** Somebody is shut out of the case: posts name nothing of it, and none is changed in place. */
  withoutReference: z.boolean().optional(),
  /** Posts of this alert that failed since the last that arrived. */
  attempts: z.int().min(0),
  lastFailure: z.string().optional(),
  /** How often it was posted again since it was new, added to or given to others. */
  repeats: z.int().min(0).optional(),
  /** The admins were told that nobody acknowledges it. */
  adminsTold: z.boolean().optional(),
  leasedUntil: z.iso.datetime().optional(),
  /** The reserve is to be told that something was done to the case which one person alone did: which case, it sees in the tab. */
  notice: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      /** A server is telling it. `dueAt` is then the mark by which others see for how long. */
      held: z.literal(true).optional(),
    })
    .optional(),
  /** Somebody acknowledged the case at this instant, and nobody had opened it: the alert comes again until somebody does. */
  unopenedSince: z.iso.datetime().optional(),
  /** When it was last told of together with others, in a post that names none of them. */
  toldTogetherAt: z.iso.datetime().optional(),
  /** When somebody on call is told next, outside staffed hours, until somebody acknowledges the alert. */
  onCall: z
    .object({
      dueAt: z.iso.datetime(),
      attempts: z.int().min(0),
      /** A server is telling them. `dueAt` is then the mark by which others see for how long. */
      held: z.literal(true).optional(),
    })
    .optional(),
  /** The last messages in the channel of somebody on call that show this alert, oldest first. */
  onCallPosts: z.array(postSchema).readonly().optional(),
  /** The messages in channels that show this alert, oldest first. */
  posts: z.array(postSchema).readonly(),
});
export type AlertRecord = z.infer<typeof alertRecordSchema>;
export type AlertPost = AlertRecord['posts'][number];
