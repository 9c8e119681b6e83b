import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../terms/canonical-json.ts';
import { partnerIdSchema } from './partner-record.ts';
import { emptyChain } from './event-chain.ts';
import { alertTargetSchema, type TargetName } from './alert-targets.ts';
import { roles } from '../terms/directory.ts';
import { partnerTypes } from '../terms/partner-types.ts';
import { personIdSchema } from '../terms/person-id.ts';
import { keyGroups } from '../terms/recipients.ts';

/** The kinds of what can happen to the settings that decide who is told, who can open and who may see. */
const settingKinds = [
  'targetSet',
  'targetLost',
  'targetFound',
  'targetRefreshed',
  'targetMended',
  'summaryStopped',
  'recipientsRead',
  'rolesRead',
  'organisationNamed',
  'organisationRenamed',
  'partnerInvited',
  'invitationRenewed',
  'invitationRevoked',
  'keysWrapped',
] as const;
/** Kinds that servers of before cannot read: they can read nothing of a history with one of them, and add nothing to it. */
const laterKinds: readonly (typeof settingKinds)[number][] = ['keysWrapped'];
/** Channels that they do not know either. */
const laterTargets: readonly TargetName[] = ['acuOnCall', 'reserveOnCall'];
export type SettingKind = (typeof settingKinds)[number];

/** A channel of alerts, as far as it says where alerts go. */
export const notedTargetSchema = alertTargetSchema.pick({
  name: true,
  conversationId: true,
  serviceUrl: true,
  tenantId: true,
  teamId: true,
  language: true,
  lost: true,
});
export type NotedTarget = z.infer<typeof notedTargetSchema>;

/** A partner as the history says it: never by its name. */
const notedPartnerSchema = z.object({
  organisation: partnerIdSchema,
  type: z.enum(partnerTypes),
  invitation: z.int().min(1).optional(),
});
export type NotedPartner = z.infer<typeof notedPartnerSchema>;

/** The detail of an entry, in terms from closed lists and ids: there is no field for words. */
const detailSchema = z
  .object({
    target: notedTargetSchema,
    /** The fingerprints of those who are sealed to, by their groups. */
    recipients: z.partialRecord(z.enum(keyGroups), z.array(z.string()).readonly()),
    /** The Entra object ids in the role lists of the settings. */
    roles: z.partialRecord(z.enum(roles), z.array(personIdSchema).readonly()),
    /** An organisation outside the force, by its id and its type, and the invitation by its number there. */
    partner: notedPartnerSchema,
    /** The group whose key was put into an envelope, and for whom. */
    wrapped: z.object({ group: z.enum(keyGroups), people: z.array(personIdSchema).readonly() }),
  })
  .partial();

/** One entry of the append-only history of the settings. Each holds the hash of the one before. */
export const settingEntrySchema = z.object({
  /** From 1, without gaps. */
  sequence: z.int().min(1),
  kind: z.enum(settingKinds),
  by: z.union([z.literal('system'), z.object({ objectId: personIdSchema })]),
  at: z.iso.datetime(),
  detail: detailSchema,
  previous: z.string(),
  hash: z.string(),
});
export type SettingEntry = z.infer<typeof settingEntrySchema>;

/** An entry as it is said; its place and its hashes are worked out. */
export type NewSetting = Pick<SettingEntry, 'kind' | 'by' | 'detail'>;

/** The hash of an entry, in base64url: over all that it says. */
export const hashOfSetting = ({ sequence, kind, by, at, detail, previous }: Omit<SettingEntry, 'hash'>): string =>
  createHash('sha256')
    .update(
      canonicalJson([
        'candour/1/setting',
        sequence,
        kind,
        typeof by === 'string' ? by : `person:${by.objectId}`,
        at,
        detail,
        previous,
      ]),
    )
    .digest('base64url');

/** The entry that follows those that stand. */
export function nextSetting(entries: readonly SettingEntry[], setting: NewSetting, now: Date): SettingEntry {
  const last = entries.at(-1) ?? emptyChain;
  const entry = { ...setting, sequence: last.sequence + 1, at: now.toISOString(), previous: last.hash };
  return { ...entry, hash: hashOfSetting(entry) };
}

/** Whether a server of before could read a history that has these entries, and so added what it set to it. */
export const isReadableBefore = (entries: readonly SettingEntry[]): boolean =>
  !entries.some(
    ({ kind, detail }) => laterKinds.includes(kind) || (detail.target && laterTargets.includes(detail.target.name)),
  );
