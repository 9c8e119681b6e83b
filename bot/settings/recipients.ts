import { z } from 'zod';
import type { KeyGroup, Recipients } from '../../concerns/terms/recipients.ts';
import { type Environment, givenSettings } from './given-settings.ts';
import { listed } from './listed.ts';

/** The names of the settings that hold the recipients of each group. */
export const recipientSettings = {
  acu: 'RECIPIENTS_ACU',
  recovery: 'RECIPIENTS_RECOVERY',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Readonly<Record<KeyGroup, string>>;

/** The schema that reads each of them. */
export const recipientsShape = {
  RECIPIENTS_ACU: listed,
  RECIPIENTS_RECOVERY: listed,
  RECIPIENTS_RESERVE: listed,
  RECIPIENTS_CUSTODIANS: listed,
};
const recipientsSchema = z.object(recipientsShape);
const retiredSchema = z.object({ RECIPIENTS_RETIRED: listed });

/** The public lines that the settings name for each group. Not yet looked at. */
export const recipientsIn = (settings: z.infer<typeof recipientsSchema>): Recipients => ({
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
