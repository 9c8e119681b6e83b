import type { KeyGroup, Recipients } from '../../core/model/public-keys.ts';
import { type EnvironmentVariables, trimEnvironment, type ParsedSettings, settingsSchema } from './settings-schema.ts';

export const recipientSettingNames = {
  acu: 'RECIPIENTS_ACU',
  recovery: 'RECIPIENTS_RECOVERY',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Readonly<Record<KeyGroup, string>>;

const recipientsSchema = settingsSchema.pick({
  RECIPIENTS_ACU: true,
  RECIPIENTS_RECOVERY: true,
  RECIPIENTS_RESERVE: true,
  RECIPIENTS_CUSTODIANS: true,
});
const retiredSchema = settingsSchema.pick({ RECIPIENTS_RETIRED: true });

export const parseRecipients = (
  settings: Pick<ParsedSettings, (typeof recipientSettingNames)[KeyGroup]>,
): Recipients => ({
  acu: settings.RECIPIENTS_ACU,
  recovery: settings.RECIPIENTS_RECOVERY,
  reserve: settings.RECIPIENTS_RESERVE,
  custodians: settings.RECIPIENTS_CUSTODIANS,
});

export const loadRecipients = (environment: EnvironmentVariables = process.env): Recipients =>
  parseRecipients(recipientsSchema.parse(trimEnvironment(environment)));

export const loadRetiredRecipients = (environment: EnvironmentVariables): readonly string[] =>
  retiredSchema.parse(trimEnvironment(environment)).RECIPIENTS_RETIRED;
