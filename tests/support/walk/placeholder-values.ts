import { randomUUID } from 'node:crypto';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { channels, tenantId } from '../journeys/bot-settings.ts';
import type { WalkNetwork } from './network.ts';

type Value = (of: Pick<WalkNetwork, 'microsoft' | 'publicHost'>, printed: string) => string | undefined;

const people = developmentPeople;
const appInTeams = randomUUID();

/** The fingerprint that was printed behind the public line of a group, as somebody writes it down. */
const fingerprint =
  (group: string): Value =>
  (_of, printed) =>
    new RegExp(`RECIPIENTS_${group}=.*\\r?\\nIts fingerprint: ([^\\r\\n]+)`, 'u').exec(printed)?.[1];

/** The version that the walk goes on to: one that comes after all others. */
export const newerVersion = '9.0.0';

/** What a force fills in at each name in angle brackets of the guide for installing, as the walk does. */
export const placeholderValues: Readonly<Record<string, Value>> = {
  'name of the server': ({ publicHost }) => publicHost,
  'id of the tenant': () => tenantId,
  'id of the bot': ({ microsoft }) => microsoft.issuer.appId,
  'id of the app in Teams': () => appInTeams,
  'name of the force': () => 'Example Police',
  'name of the force in Welsh': () => 'Heddlu Enghraifft',
  'name of the service for victims': () => 'Example Victims Service',
  'name of that service in Welsh': () => 'Gwasanaeth Dioddefwyr Enghraifft',
  'object ids of handlers': () => `${people.handler} ${people.secondHandler}`,
  'object ids of custodians': () => people.custodian,
  'object ids of the reserve': () => people.reserve,
  'object ids of admins': () => people.admin,
  'channel of the unit': () => channels.acu,
  'channel of the reserve': () => channels.reserve,
  'hours in which reports are looked at': () => 'mon-fri 08:00-18:00',
  'channel of the unit on call': () => channels.acuSecond,
  'channel of the reserve on call': () => channels.reserve,
  'fingerprint of the unit': fingerprint('ACU'),
  'fingerprint of recovery': fingerprint('RECOVERY'),
  'fingerprint of the reserve': fingerprint('RESERVE'),
  'fingerprint of the custodians': fingerprint('CUSTODIANS'),
  'root of the anchor': (_of, printed) => / root (\S+)/u.exec(printed)?.[1],
  'newer version': () => newerVersion,
};
