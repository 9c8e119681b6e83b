import type { WalkNetwork } from './network.ts';

type Value = (of: Pick<WalkNetwork, 'microsoft' | 'publicHost'>, printed: string) => string | undefined;

/** The security code of a group's key that the ceremony printed, as someone writes it down. */
const securityCode =
  (group: string): Value =>
  (_of, printed) =>
    new RegExp(`RECIPIENTS_${group}: ([^\\r\\n]+)`, 'u').exec(printed)?.[1];

/** The version that the walk goes on to: one that comes after all others. */
export const newerVersion = '9.0.0';

/** What a force fills in at each name in angle brackets of the guides that are walked. */
export const placeholderValues: Readonly<Record<string, Value>> = {
  'name of the server': ({ publicHost }) => publicHost,
  'security code of the unit': securityCode('ACU'),
  'security code of recovery': securityCode('RECOVERY'),
  'security code of the reserve': securityCode('RESERVE'),
  'security code of the custodians': securityCode('CUSTODIANS'),
  'root of the anchor': (_of, printed) => / root (\S+)/u.exec(printed)?.[1],
  'newer version': () => newerVersion,
};
