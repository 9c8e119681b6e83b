import type { KeyGroup, Recipients } from '../../concerns/terms/recipients.ts';

/** The names of the settings that hold the recipients of each group. */
export const recipientSettings = {
  acu: 'RECIPIENTS_ACU',
  recovery: 'RECIPIENTS_RECOVERY',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Readonly<Record<KeyGroup, string>>;

/** The recipients of each group as the settings list them, between commas or spaces. Not yet looked at. */
export function recipientsInSettings(settings: Readonly<Record<string, string | undefined>>): Recipients {
  const listed = (group: KeyGroup) =>
    (settings[recipientSettings[group]] ?? '').split(/[\s,]+/).filter((line) => line !== '');
  return {
    acu: listed('acu'),
    recovery: listed('recovery'),
    reserve: listed('reserve'),
    custodians: listed('custodians'),
  };
}
