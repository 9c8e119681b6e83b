import { z } from 'zod';

/** Where alerts go: the unit's channel, a second one for urgent ones, the reserve's own, and the admins'. */
export const targetNames = ['acu', 'acuSecond', 'reserve', 'admins'] as const;
export type TargetName = (typeof targetNames)[number];

export const alertTargetSchema = z.object({
  name: z.enum(targetNames),
  conversationId: z.string().min(1),
  serviceUrl: z.url(),
  tenantId: z.string(),
  /** The team of the channel: when the bot leaves the team, the channel is lost. */
  teamId: z.string().optional(),
  language: z.enum(['en', 'cy']),
  /** The bot was removed from there: nothing can be posted until a target is set again. */
  lost: z.boolean(),
});
export type AlertTarget = z.infer<typeof alertTargetSchema>;

/** The channels that alerts go to. One that cannot be read is as one that was not set. Throws StoreError. */
export interface AlertTargets {
  /** The target with this name, `undefined` where none was set. */
  read(name: TargetName): Promise<AlertTarget | undefined>;
  /** Sets a target; a repeat or a later one replaces it. */
  write(target: AlertTarget): Promise<void>;
  /** Every target that was set. */
  all(): Promise<readonly AlertTarget[]>;
}
