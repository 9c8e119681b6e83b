import { z } from 'zod';
import { canonicalJson, sha256 } from './digests.ts';
import { partnerIdSchema } from './partner-record.ts';
import { emptyChain } from './event-record.ts';
import { alertTargetSchema, type TargetName } from './alert-targets.ts';
import { personIdSchema, roles } from './roles.ts';
import { partnerTypes } from './report-routes.ts';
import { caseSampleSchema } from './case-sample.ts';
import { keyGroups } from './public-keys.ts';

const settingEntryKinds = [
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
  'sampleDrawn',
] as const;
/** Earlier versions can neither read nor add to a history with one of these. */
const newerKinds: readonly (typeof settingEntryKinds)[number][] = ['keysWrapped', 'sampleDrawn'];
const newerTargets: readonly TargetName[] = ['acuOnCall', 'reserveOnCall'];
export type SettingEntryKind = (typeof settingEntryKinds)[number];

export const settingTargetSchema = alertTargetSchema.pick({
  name: true,
  conversationId: true,
  serviceUrl: true,
  tenantId: true,
  teamId: true,
  language: true,
  lost: true,
});
export type SettingTarget = z.infer<typeof settingTargetSchema>;

const settingPartnerSchema = z.object({
  organisation: partnerIdSchema,
  type: z.enum(partnerTypes),
  invitation: z.int().min(1).optional(),
});
export type SettingPartner = z.infer<typeof settingPartnerSchema>;

/** Terms from closed lists and ids: there is no field for words. */
const detailSchema = z
  .object({
    target: settingTargetSchema,
    recipients: z.partialRecord(z.enum(keyGroups), z.array(z.string()).readonly()),
    roles: z.partialRecord(z.enum(roles), z.array(personIdSchema).readonly()),
    partner: settingPartnerSchema,
    sample: caseSampleSchema,
    wrapped: z.object({ group: z.enum(keyGroups), people: z.array(personIdSchema).readonly() }),
  })
  .partial();

export const settingEntrySchema = z.object({
  sequence: z.int().min(1),
  kind: z.enum(settingEntryKinds),
  by: z.union([z.literal('system'), z.object({ objectId: personIdSchema })]),
  at: z.iso.datetime(),
  detail: detailSchema,
  previous: z.string(),
  hash: z.string(),
});
export type SettingEntry = z.infer<typeof settingEntrySchema>;

export type NewSettingEntry = Pick<SettingEntry, 'kind' | 'by' | 'detail'>;

export const hashOfSettingEntry = ({ sequence, kind, by, at, detail, previous }: Omit<SettingEntry, 'hash'>): string =>
  sha256(
    canonicalJson([
      'candour/1/setting',
      sequence,
      kind,
      typeof by === 'string' ? by : `person:${by.objectId}`,
      at,
      detail,
      previous,
    ]),
  );

export function nextSettingEntry(entries: readonly SettingEntry[], setting: NewSettingEntry, now: Date): SettingEntry {
  const last = entries.at(-1) ?? emptyChain;
  const entry = { ...setting, sequence: last.sequence + 1, at: now.toISOString(), previous: last.hash };
  return { ...entry, hash: hashOfSettingEntry(entry) };
}

export const isReadableByOlderVersions = (entries: readonly SettingEntry[]): boolean =>
  !entries.some(
    ({ kind, detail }) =>
      newerKinds.includes(kind) ||
      detail.roles?.supervisor !== undefined ||
      (detail.target && newerTargets.includes(detail.target.name)),
  );
