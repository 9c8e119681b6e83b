import { z } from 'zod';

/** Where alerts go: the unit's channel, a second one for urgent ones, the reserve's own, and the admins'. */
export const targetNames = ['acu', 'acuSecond', 'reserve', 'admins'] as const;
export type TargetName = (typeof targetNames)[number];

/** Why a target is lost: as it is said to the admins. */
export type LossReason =
  | 'teamRemoved'
  | 'channelRemoved'
  | 'channelDeleted'
  | 'teamDeleted'
  | 'teamArchived'
  | 'refused';

export const alertTargetSchema = z.object({
  name: z.enum(targetNames),
  conversationId: z.string().min(1),
  serviceUrl: z.url(),
  tenantId: z.string(),
  /** The team of the channel: when the bot leaves the team, the channel is lost. */
  teamId: z.string().optional(),
  language: z.enum(['en', 'cy']),
  /** The bot was removed from there, or the place is gone. Posts are tried all the same, and one that arrives ends it. */
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
