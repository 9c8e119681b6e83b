import type { WalkNetwork } from './network.ts';

type Value = (of: Pick<WalkNetwork, 'microsoft' | 'publicHost'>, printed: string) => string | undefined;

/** The fingerprint of a group's key that was printed at the ceremony, as somebody writes it down. */
const fingerprint =
  (group: string): Value =>
  (_of, printed) =>
    new RegExp(`RECIPIENTS_${group}: ([^\\r\\n]+)`, 'u').exec(printed)?.[1];

/** The version that the walk goes on to: one that comes after all others. */
export const newerVersion = '9.0.0';

/** What a force fills in at each name in angle brackets of the guides that are walked. */
export const placeholderValues: Readonly<Record<string, Value>> = {
  'name of the server': ({ publicHost }) => publicHost,
  'fingerprint of the unit': fingerprint('ACU'),
  'fingerprint of recovery': fingerprint('RECOVERY'),
  'fingerprint of the reserve': fingerprint('RESERVE'),
  'fingerprint of the custodians': fingerprint('CUSTODIANS'),
  'root of the anchor': (_of, printed) => / root (\S+)/u.exec(printed)?.[1],
  'newer version': () => newerVersion,
};
