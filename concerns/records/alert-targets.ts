import { z } from 'zod';
import type { Role } from '../terms/directory.ts';
import { languages } from '../terms/language.ts';
import type { HandledBy } from '../terms/urgency.ts';

/**
 * Where alerts go: the unit's channel, a second one for urgent ones, the reserve's own, for each of both one that
 * somebody on call has, and the admins'; and where the weekly summary is told of, a channel for each of its audiences.
 */
export const targetNames = [
  'acu',
  'acuSecond',
  'acuOnCall',
  'reserve',
  'reserveOnCall',
  'admins',
  'summaryAcu',
  'summaryReserve',
  'summaryWider',
] as const;
export type TargetName = (typeof targetNames)[number];

/** The facts of a channel of alerts, whichever channel of Teams it is. */
interface AlertChannel {
  /** Who may say which channel it is. Whoever holds several of these says so as the first. */
  readonly setBy: readonly Role[];
  /** Whose cases are spoken of there. What the reserve hears comes to no channel that has anything else. */
  readonly of: HandledBy;
  /**
   * The alerts that come there: each; those that are urgent, in turn with the first; those that are urgent outside staffed
   * hours, beside the first; none, but what is wrong with others; or none, but the weekly summary.
   */
  readonly takes: 'each' | 'urgentInTurn' | 'urgentOnCall' | 'none' | 'summary';
}

/** The channels of alerts. Beside this table each has its words, its setting, and its line in the tables of the tests. */
export const alertChannels: Readonly<Record<TargetName, AlertChannel>> = {
  acu: { setBy: ['handler', 'admin'], of: 'acu', takes: 'each' },
  acuSecond: { setBy: ['handler', 'admin'], of: 'acu', takes: 'urgentInTurn' },
  acuOnCall: { setBy: ['handler', 'admin'], of: 'acu', takes: 'urgentOnCall' },
  // The reserve alone sets its own, so that no one it looks at can turn its alerts away.
  reserve: { setBy: ['reserve'], of: 'reserve', takes: 'each' },
  reserveOnCall: { setBy: ['reserve'], of: 'reserve', takes: 'urgentOnCall' },
  admins: { setBy: ['admin'], of: 'acu', takes: 'none' },
  summaryAcu: { setBy: ['handler', 'admin'], of: 'acu', takes: 'summary' },
  summaryReserve: { setBy: ['reserve'], of: 'reserve', takes: 'summary' },
  summaryWider: { setBy: ['admin'], of: 'acu', takes: 'summary' },
};

/** Whether alerts come to a channel, or what is wrong with them: not the weekly summary alone. */
export const isOfAlerts = (name: TargetName): boolean => alertChannels[name].takes !== 'summary';

/** The channels that urgent alerts of these cases come to in turn with the first. */
export const channelsInTurn = (handledBy: HandledBy): readonly TargetName[] =>
  targetNames.filter((name) => alertChannels[name].of === handledBy && alertChannels[name].takes === 'urgentInTurn');

/** The channel of somebody on call for these cases. */
export const onCallChannel = (handledBy: HandledBy): 'acuOnCall' | 'reserveOnCall' =>
  handledBy === 'acu' ? 'acuOnCall' : 'reserveOnCall';

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
  language: z.enum(languages),
  /** The bot was removed from there, or the place is gone. Posts are tried all the same, and one that arrives ends it. */
  lost: z.boolean(),
  /** The entry of the settings' history that it stands by; missing where that could not be written, or by a server of before. */
  noted: z.int().optional(),
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
