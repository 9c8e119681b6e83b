import { z } from 'zod';
import type { Role } from './roles.ts';
import { languages } from './language.ts';
import type { HandledBy } from './handled-by.ts';

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

interface TargetDefinition {
  readonly setBy: readonly Role[];
  /** No channel has both the reserve's cases and others'. */
  readonly handledBy: HandledBy;
  readonly accepts: 'each' | 'urgentInTurn' | 'urgentOnCall' | 'none' | 'summary';
}

export const targetDefinitions: Readonly<Record<TargetName, TargetDefinition>> = {
  acu: { setBy: ['handler', 'admin'], handledBy: 'acu', accepts: 'each' },
  acuSecond: { setBy: ['handler', 'admin'], handledBy: 'acu', accepts: 'urgentInTurn' },
  acuOnCall: { setBy: ['handler', 'admin'], handledBy: 'acu', accepts: 'urgentOnCall' },
  reserve: { setBy: ['reserve'], handledBy: 'reserve', accepts: 'each' },
  reserveOnCall: { setBy: ['reserve'], handledBy: 'reserve', accepts: 'urgentOnCall' },
  admins: { setBy: ['admin'], handledBy: 'acu', accepts: 'none' },
  summaryAcu: { setBy: ['handler', 'admin'], handledBy: 'acu', accepts: 'summary' },
  summaryReserve: { setBy: ['reserve'], handledBy: 'reserve', accepts: 'summary' },
  summaryWider: { setBy: ['admin'], handledBy: 'acu', accepts: 'summary' },
};

export const isAlertChannel = (name: TargetName): boolean => targetDefinitions[name].accepts !== 'summary';

export const escalationChannels = (handledBy: HandledBy): readonly TargetName[] =>
  targetNames.filter(
    (name) => targetDefinitions[name].handledBy === handledBy && targetDefinitions[name].accepts === 'urgentInTurn',
  );

export const onCallChannel = (handledBy: HandledBy): 'acuOnCall' | 'reserveOnCall' =>
  handledBy === 'acu' ? 'acuOnCall' : 'reserveOnCall';

export type TargetLossReason =
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
  teamId: z.string().optional(),
  language: z.enum(languages),
  lost: z.boolean(),
  noted: z.int().optional(),
});
export type AlertTarget = z.infer<typeof alertTargetSchema>;

export interface AlertTargets {
  read(name: TargetName): Promise<AlertTarget | undefined>;
  write(target: AlertTarget): Promise<void>;
  all(): Promise<readonly AlertTarget[]>;
}
