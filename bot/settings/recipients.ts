import type { KeyGroup, Recipients } from '../../concerns/terms/recipients.ts';
import { type Environment, givenSettings } from './given-settings.ts';
import { type NamedSettings, settingsSchema } from './settings-schema.ts';

/** The names of the settings that hold the recipients of each group. */
export const recipientSettings = {
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

/** The public lines that the settings name for each group. Not yet looked at. */
export const recipientsIn = (settings: Pick<NamedSettings, (typeof recipientSettings)[KeyGroup]>): Recipients => ({
  acu: settings.RECIPIENTS_ACU,
  recovery: settings.RECIPIENTS_RECOVERY,
  reserve: settings.RECIPIENTS_RESERVE,
  custodians: settings.RECIPIENTS_CUSTODIANS,
});

/** The same of an environment of which nothing else needs to be right: that of this process, where none is given. */
export const loadRecipients = (environment: Environment = process.env): Recipients =>
  recipientsIn(recipientsSchema.parse(givenSettings(environment)));

/** The public lines of before in such an environment. */
export const loadRetired = (environment: Environment): readonly string[] =>
  retiredSchema.parse(givenSettings(environment)).RECIPIENTS_RETIRED;
